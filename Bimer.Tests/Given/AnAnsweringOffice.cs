using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>A governorship that answers petitions of people whose identities lie sealed in the vault.</summary>
internal sealed record AnAnsweringOffice(Office Office, UnitId Unit, Actor Writer, Actor Approver) : IAsyncDisposable
{
    public static async Task<AnAnsweringOffice> OpenAsync(Kind kind)
    {
        var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var writer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        return new AnAnsweringOffice(office, unit, writer, await office.HireAsync(2, OfficerRole.Approver, unit));
    }

    /// <summary>An invented citizen; every field can be recognised wherever it should not be.</summary>
    public static ApplicantIdentity Citizen(string? email = "sukru@vatandas.example") => new()
    {
        NationalId = "10000000146", GivenName = "Şükrüye", Surname = "Çığıroğlu", Mobile = "+905321234567", Email = email,
    };

    public async Task<RoutingId> FiledAsync(ApplicantIdentity citizen, bool hidden = false, CaseKind kind = CaseKind.Complaint)
    {
        var now = Office.Clock.GetUtcNow();
        var story = new ACase(Office.Clock).Of(kind).To(Unit);
        var filing = (hidden ? story.Hidden() : story).Filing() with { Id = await Office.Services.GetRequiredService<CaseNumbers>().NextAsync(now, default) };
        var caseFile = CaseFile.File(filing, now).Value!;
        await using var db = await Office.DbAsync();
        db.Add(caseFile);
        db.Add(Office.Services.GetRequiredService<IdentityVault>().Seal(filing.Applicant, citizen, now));
        var stamp = new CommandStamp(OfficeStories.NewCommand(), "test", null);
        (await Office.Services.GetRequiredService<Committer>().CommitAsync(db, stamp, default)).Should().Be(CommitResult.Committed);
        return caseFile.Routings[0].Id;
    }

    /// <summary>A petition that was answered and signed: its mail lies in the outbox.</summary>
    public async Task<RoutingId> AnsweredAsync(ApplicantIdentity? citizen = null, bool hidden = false)
    {
        var routing = await FiledAsync(citizen ?? Citizen(), hidden);
        await SubmittedAsync(routing);
        await SignedAsync(routing);
        return routing;
    }

    public async Task SubmittedAsync(RoutingId routing)
    {
        (await Office.OpenAsync(Writer, routing)).Should().Be(Outcome.Accepted);
        var saved = await Office.SaveAsync(Writer, routing, 0);
        (await Office.SubmitAsync(Writer, routing, saved.Value!.Version, new Signatory(Approver.UserId, Unit))).Should().Be(Outcome.Accepted);
    }

    public async Task SignedAsync(RoutingId routing) =>
        (await Office.ApproveAsync(Approver, routing, await Office.HashAsync(routing))).Should().Be(Outcome.Accepted);

    public async Task<IReadOnlyList<OutboxMessage>> MailsAsync()
    {
        await using var db = await Office.DbAsync();
        return await db.OutboxMessages.AsNoTracking().Where(m => m.Kind == OutboxKind.ReplyMail).OrderBy(m => m.Id).ToListAsync();
    }

    public async Task<OutboxMessage> MailAsync() => (await MailsAsync()).Should().ContainSingle().Subject;

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
