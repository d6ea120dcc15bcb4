using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Workspace.Searching;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Searching;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>Petitions with words of their own, and looking for them.</summary>
internal static class SearchStories
{
    /// <summary>A petition that says this, in the hands of an officer: an envelope is found by its number alone.</summary>
    public static async Task<CaseFile> HoldTextAsync(this Office office, Actor officer, UnitId to, string text, string? topic = null, params string[] files)
    {
        var caseFile = await office.FileTextAsync(to, text, topic: topic, files: files);
        (await office.OpenAsync(officer, caseFile.Routings[0].Id)).Should().Be(Outcome.Accepted);
        return caseFile;
    }

    /// <summary>A petition that says this.</summary>
    public static async Task<CaseFile> FileTextAsync(this Office office, UnitId to, string text, bool hidden = false, string? topic = null, params string[] files)
    {
        var now = office.Clock.GetUtcNow();
        var id = await office.Services.GetRequiredService<CaseNumbers>().NextAsync(now, CancellationToken.None);
        var filing = new ACase(office.Clock).To(to).Filing() with
        {
            Id = id, Text = PetitionText.Parse(text).Value!, HideIdentity = hidden, Topics = topic is null ? [] : [topic],
        };
        var caseFile = CaseFile.File(filing, now).Value!;
        await using var db = await office.DbAsync();
        db.Add(caseFile);
        db.AddRange(files.Select((name, index) => new Attachment(
            new AttachmentId(Guid.NewGuid()), id, null, index + 1, new AttachmentFacts(name, "application/pdf", 9, new byte[32]))));
        (await office.Services.GetRequiredService<Committer>().CommitAsync(db, new CommandStamp(OfficeStories.NewCommand(), "test", null), CancellationToken.None))
            .Should().Be(CommitResult.Committed);
        return caseFile;
    }

    /// <summary>A petition of always the same person, who can be found by number as after a filing through the portal.</summary>
    public static async Task<CaseFile> FileKnownAsync(this Office office, UnitId to)
    {
        var caseFile = await ServerStories.FileAsync(office.Services, to, CaseKind.Complaint, hidden: false);
        await using var db = await office.DbAsync();
        db.AddRange(office.Services.GetRequiredService<IdentityVault>().LookupsOf(caseFile.Id, ServerStories.Identity));
        await db.SaveChangesAsync();
        return caseFile;
    }

    public static FindPersonHandler FinderOf(this Office office, ICurrentActor reader) =>
        ActivatorUtilities.CreateInstance<FindPersonHandler>(office.Services, reader, ActivatorUtilities.CreateInstance<PersonCases>(office.Services));

    public static IReadOnlyList<TopicChoice> Topics(this Office office) => office.Services.GetRequiredService<TopicDirectory>().All;

    public static async Task<SearchPage> SearchAsync(this Office office, Actor actor, string typed, SearchOrder order = SearchOrder.Newest, int take = 20) =>
        (await office.For<CaseSearchQuery>(actor).ReadAsync(SearchText.Parse(typed).Value!, order, take, CancellationToken.None))!;

    public static async Task<IReadOnlyList<CaseId>> FindAsync(this Office office, Actor actor, string typed, SearchOrder order = SearchOrder.Newest) =>
        [.. (await office.SearchAsync(actor, typed, order)).Rows.Select(row => row.Hit.Id)];
}
