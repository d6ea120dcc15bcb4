using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Portal.Filing;
using Bimer.Blazor.Workspace.Attachments;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>An officer fetches the files of a petition: of a hidden applicant never the original (G9).</summary>
public sealed class HiddenFilesTests
{
    private static readonly byte[] Sound = TellingSounds.Places["a tag in front"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_holder_gets_the_original_of_an_open_applicant_and_the_drawn_pages_of_a_hidden_one(bool hidden)
    {
        DrawingPrograms.Demand();
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var (paper, letter) = await FiledAsync(office, unit, hidden);
        (await office.OpenAsync(officer, RoutingId.Of(await CaseAsync(office), 1))).Should().Be(Outcome.Accepted);
        var files = office.For<FileQuery>(officer);

        var fetched = (await files.OpenAsync(paper, CancellationToken.None)).Value!;
        var other = await files.OpenAsync(letter, CancellationToken.None);

        (fetched.Name, fetched.ContentType).Should().Be((hidden ? "Ek-1.pdf" : "tutanak.pdf", "application/pdf"));
        Encoding.Latin1.GetString(await BytesAsync(fetched)).Contains(TellingFiles.Maker, StringComparison.Ordinal).Should().Be(!hidden);
        other.Value!.Name.Should().Be(hidden ? "Ek-2.mp3" : "ses.mp3");
        (await BytesAsync(other.Value)).Should().Equal(hidden ? TellingSounds.Frames : Sound);
    }

    /// <summary>The bytes are read and checked first, which takes a while (I9).</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Who_is_hidden_while_a_file_is_being_opened_is_hidden_in_what_is_handed_out(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var (_, sound) = await FiledAsync(office, unit, hidden: false);
        var part = RoutingId.Of(await CaseAsync(office), 1);
        await office.OpenAsync(officer, part);
        var files = Meanwhile(office, officer, async () =>
            (await office.Handler<HideIdentityHandler>(officer).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), part), CancellationToken.None)).Should().Be(Outcome.Accepted));

        var served = (await files.OpenAsync(sound, CancellationToken.None)).Value!;

        (served.Name, (await BytesAsync(served)).SequenceEqual(TellingSounds.Frames)).Should().Be(("Ek-2.mp3", true));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Of_what_is_taken_from_somebody_while_they_open_it_they_get_nothing(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var (_, sound) = await FiledAsync(office, unit, hidden: false);
        var part = RoutingId.Of(await CaseAsync(office), 1);
        await office.OpenAsync(officer, part);
        var files = Meanwhile(office, officer, async () =>
        {
            await using var db = await office.DbAsync();
            await db.RoleAssignments.ExecuteDeleteAsync();
        });

        (await files.OpenAsync(sound, CancellationToken.None)).Refusal.Should().Be(new Refusal.NotFound());
    }

    private static FileQuery Meanwhile(Office office, Actor officer, Func<Task> meanwhile) => ActivatorUtilities.CreateInstance<FileQuery>(
        office.Services, new Office.Acts(officer), new SecondLookDb(office.Services.GetRequiredService<IDbContextFactory<BimerDbContext>>(), meanwhile));

    /// <summary>Before the database is asked a second time something happens.</summary>
    private sealed class SecondLookDb(IDbContextFactory<BimerDbContext> inner, Func<Task> meanwhile) : IDbContextFactory<BimerDbContext>
    {
        private int _looks;

        public BimerDbContext CreateDbContext() => throw new NotSupportedException("A file is looked for without blocking a thread.");

        public async Task<BimerDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            if (Interlocked.Increment(ref _looks) == 2) await meanwhile();
            return await inner.CreateDbContextAsync(cancellationToken);
        }
    }

    private static async Task<(AttachmentId Paper, AttachmentId Letter)> FiledAsync(Office office, UnitId unit, bool hidden)
    {
        var citizen = new Citizen(office);
        await citizen.PassAsync();
        var view = (await citizen.WriteWholeAsync(draft => draft with { Institution = unit.Value, HideIdentity = hidden }))!;
        foreach (var (name, bytes) in ((string, byte[])[])[("tutanak.pdf", TellingFiles.Pdf()), ("ses.mp3", Sound)])
        {
            using var content = new MemoryStream(bytes);
            (await office.Services.GetRequiredService<DraftFileBook>().AddAsync(view.Visit, name, content, CancellationToken.None)).Refusal.Should().BeNull();
            office.Clock.Pass(TimeSpan.FromSeconds(1));
        }

        (await citizen.SendAsync(view)).Should().BeOfType<FilingAnswer.Filed>();
        await using var db = await office.DbAsync();
        var ids = await db.Attachments.OrderBy(a => a.Ordinal).Select(a => a.Id).ToListAsync();
        return (ids[0], ids[1]);
    }

    private static async Task<CaseId> CaseAsync(Office office)
    {
        await using var db = await office.DbAsync();
        return await db.Cases.Select(c => c.Id).SingleAsync();
    }

    private static async Task<byte[]> BytesAsync(ServedFile file)
    {
        await using var content = file.Content;
        using var all = new MemoryStream();
        await content.CopyToAsync(all);
        return all.ToArray();
    }
}
