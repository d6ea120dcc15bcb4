using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>What happens at a running program without anybody at a browser.</summary>
public static class ServerStories
{
    public const string Surname = "Kanaryagil";

    public static UnitId Unit(this BimerServer server, string name) =>
        server.Services.GetRequiredService<UnitDirectory>().All.Single(u => string.Equals(UnitDirectory.Label(u), name, StringComparison.Ordinal)).Id;

    /// <summary>A citizen's petition arrives, identity sealed; every open screen hears of it.</summary>
    public static Task<CaseFile> FileAsync(
        this BimerServer server, UnitId to, CaseKind kind = CaseKind.Complaint, bool hidden = false, ApplicantIdentity? identity = null, string text = ACase.Words) =>
        FileAsync(server.Services, to, kind, hidden, identity, text);

    public static async Task<CaseFile> FileAsync(
        IServiceProvider services, UnitId to, CaseKind kind, bool hidden, ApplicantIdentity? identity = null, string text = ACase.Words)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var id = await services.GetRequiredService<CaseNumbers>().NextAsync(now, CancellationToken.None);
        var story = new ACase(new TestClock()).Of(kind).To(to);
        var filing = (hidden ? story.Hidden() : story).Filing() with { Id = id, Text = PetitionText.Parse(text).Value! };
        var caseFile = CaseFile.File(filing, now).Value!;
        await using var db = await services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<BimerDbContext>>().CreateDbContextAsync();
        db.Add(caseFile);
        db.Add(services.GetRequiredService<IdentityVault>().Seal(caseFile.Applicant, identity ?? Identity, now));
        var stamp = new CommandStamp(new CommandId(Guid.NewGuid()), "test", null);
        (await services.GetRequiredService<Committer>().CommitAsync(db, stamp, CancellationToken.None)).Should().Be(CommitResult.Committed);
        return caseFile;
    }

    public static string NumberOf(this CaseFile caseFile) => new CaseNumber(caseFile.Id).ToString();

    public static ApplicantIdentity Identity => new()
    {
        NationalId = "10000000146", GivenName = "Müjde", Surname = Surname, Mobile = "+905321234567", Email = "kanarya@posta.invalid",
    };
}
