using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>Criteria over what stands inside a case (konu, başvuranın türü …): rows, total and chips tell of what lies open, and of no envelope.</summary>
public sealed class InsideCriteriaTests
{
    private static readonly BoxFilter _waste = new() { Topic = "04" };

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_topic_takes_its_subtopics_along_and_no_other_topic(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var (first, second, other) = (await AboutAsync(office, health, "04.01"), await AboutAsync(office, health, "04.02", "01.01"), await AboutAsync(office, health, "01.04"));
        await AboutAsync(office, health);
        await OpenAllAsync(office, zeynep, first, second, other);

        (await MineAsync(office, zeynep, _waste)).Should().BeEquivalentTo([first.Id, second.Id]);
        (await MineAsync(office, zeynep, new() { Topic = "04.02" })).Should().Equal(second.Id);
        (await MineAsync(office, zeynep, new() { Topic = "01" })).Should().BeEquivalentTo([second.Id, other.Id]);
        (await MineAsync(office, zeynep, new() { Topic = Several.Of(["04.01", "01"]) })).Should().BeEquivalentTo([first.Id, second.Id, other.Id]);
        (await MineAsync(office, zeynep, new() { Topic = Several.Of(["04.01", "01.04"]) })).Should().BeEquivalentTo([first.Id, other.Id]);
        (await MineAsync(office, zeynep, new() { Topic = "04", Kind = CaseKind.Request })).Should().BeEmpty();
        (await MineAsync(office, zeynep, new() { Topic = "04", Text = "lambalar" })).Should().BeEquivalentTo([first.Id, second.Id]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_envelope_tells_its_topic_by_no_row_and_no_count_and_a_shared_read_gives_it_to_nobody(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health, izmir) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("İzmir Valiliği"));
        var sender = await office.HireAsync(1, OfficerRole.CaseOfficer, ankara);
        var (holder, colleague) = (await office.HireAsync(2, OfficerRole.CaseOfficer, health), await office.HireAsync(3, OfficerRole.CaseOfficer, health));
        foreach (var officer in (Actor[])[holder, colleague]) await office.AlsoAsync(officer, OfficerRole.CaseOfficer, izmir);
        var caseFile = await AboutAsync(office, ankara, "04.01");
        await office.OpenAsync(sender, caseFile.Routings[0].Id);
        (await office.ForwardAsync(sender, caseFile.Routings[0].Id, null, ReplyStories.Line(health), ReplyStories.Line(izmir))).Should().Be(Outcome.Accepted);
        (await office.OpenAsync(holder with { Roles = [new RoleOn(OfficerRole.CaseOfficer, izmir)] }, RoutingId.Of(caseFile.Id, 3))).Should().Be(Outcome.Accepted);

        // At once, as after a bell: readers of the same rights otherwise share one read.
        Actor[] readers = [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? colleague : holder)];
        var pages = await Task.WhenAll(readers.Select(reader => office.For<UnitInboxQuery>(reader).ReadAgainAsync(health, new BoxSlice { Filter = _waste }, CancellationToken.None)));
        pages.Select(page => (page!.Rows.Count, page.Total, page.Kinds.Complaint)).Should().Equal(readers.Select(reader => reader == holder ? (1, 1, 1) : (0, 0, 0)));

        (await FindAsync(slice => office.For<MyInboxQuery>(sender).ReadAsync(RoutingState.Forwarded, slice, CancellationToken.None), _waste)).Should().Equal([caseFile.Id], "who had it open knows it");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_followed_and_lies_unopened_in_a_box_of_the_reader_is_an_envelope_there_too(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, health) = (story.Office, story.Office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var clerk = await office.HireAsync(8, OfficerRole.CaseOfficer, health);
        var about = await AboutAsync(office, story.Unit, "04.01");
        await office.OpenAsync(story.Writer, about.Routings[0].Id);
        await office.Handler<FollowCaseHandler>(story.Writer).HandleAsync(new FollowCase(OfficeStories.NewCommand(), about.Id, For: null), CancellationToken.None);
        Task<BoxPage?> Followed(BoxSlice slice) => office.For<FollowedQuery>(story.Writer).ReadAsync(slice, CancellationToken.None);
        (await FindAsync(Followed, _waste)).Should().Equal(about.Id);
        (await FindAsync(Followed, new() { Purpose = RoutingPurpose.Action })).Should().Equal(about.Id);
        (await FindAsync(Followed, new() { Purpose = RoutingPurpose.Information })).Should().BeEmpty();

        await office.ForwardAsync(story.Writer, about.Routings[0].Id, null, ReplyStories.Line(health));
        await office.OpenAsync(clerk, RoutingId.Of(about.Id, 2));
        (await office.ForwardAsync(clerk, RoutingId.Of(about.Id, 2), null, ReplyStories.Line(story.Unit))).Should().Be(Outcome.Accepted);

        (await FindAsync(Followed, _waste)).Should().BeEmpty("it came back and lies unopened in the unit's box");
        (await FindAsync(Followed, new() { Excluding = false })).Should().BeEmpty();
        (await FindAsync(Followed, BoxFilter.None)).Should().Equal(about.Id);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Letters_holds_copies_and_settled_cases_are_told_apart(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var (office, writer) = (story.Office, story.Writer);
        await story.SubmittedAsync();
        var (held, later) = (await office.HoldManyAsync(writer, story.Unit, 2), TimeSpan.FromDays(6));
        foreach (var part in held) (await office.PutOnHoldAsync(writer, part, remindOn: People.Monday.AddDays(part == held[0] ? 5 : 8))).Should().Be(Outcome.Accepted);
        Task<BoxPage?> Letters(BoxSlice slice) => office.For<ApprovalBoxQuery>(story.Approver).ReadAsync(slice, CancellationToken.None);
        Task<BoxPage?> OnHold(BoxSlice slice) => office.For<MyInboxQuery>(writer).ReadAsync(RoutingState.OnHold, slice, CancellationToken.None);

        (await FindAsync(Letters, new() { Applicant = ApplicantKind.NaturalPerson, Excluding = false, Purpose = RoutingPurpose.Action, Closed = false })).Should().Equal(story.Routing.CaseId);
        (await FindAsync(Letters, new() { Applicant = ApplicantKind.LegalEntity })).Should().BeEmpty();
        (await FindAsync(Letters, _waste)).Should().BeEmpty();
        (await FindAsync(OnHold, new() { Hold = HoldFilter.Reminded })).Should().BeEmpty();
        office.Clock.Pass(later);
        (await FindAsync(OnHold, new() { Hold = HoldFilter.Reminded })).Should().Equal(held[0].CaseId);
        (await FindAsync(OnHold, new() { Hold = HoldFilter.Over })).Should().BeEmpty("the last day still counts");
        office.Clock.Pass(later);
        (await FindAsync(OnHold, new() { Hold = HoldFilter.Over })).Should().BeEquivalentTo(held.Select(part => part.CaseId));
    }

    [Fact]
    public async Task Every_subtopic_of_the_list_has_the_code_of_its_topic_before_a_dot()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var topics = office.Services.GetRequiredService<TopicDirectory>();

        topics.Topics.Should().NotBeEmpty().And.OnlyContain(topic => topic.Subtopics.All(sub => sub.Code.StartsWith(topic.Code + TopicDirectory.Below, StringComparison.Ordinal)));
        new TopicSearch(topics).FindAny(topics.Topics[0].Name)[0].Code.Should().Be(topics.Topics[0].Code, "the whole topic stands before its parts");
    }

    private static async Task OpenAllAsync(Office office, Actor officer, params CaseFile[] cases)
    {
        foreach (var caseFile in cases) (await office.OpenAsync(officer, caseFile.Routings[0].Id)).Should().Be(Outcome.Accepted);
    }

    private static Task<IReadOnlyList<CaseId>> MineAsync(Office office, Actor officer, BoxFilter filter) =>
        FindAsync(slice => office.For<MyInboxQuery>(officer).ReadAsync(RoutingState.Held, slice, CancellationToken.None), filter);

    /// <summary>Row by row, with the count and the chips held against the rows.</summary>
    private static async Task<IReadOnlyList<CaseId>> FindAsync(Func<BoxSlice, Task<BoxPage?>> read, BoxFilter filter)
    {
        var found = new List<CaseId>();
        BoxPage? page = null;
        do
        {
            page = (await read(new BoxSlice(page?.Rows[^1].Mark, Take: 1) { Filter = filter }))!;
            found.AddRange(page.Rows.Select(r => r.Routing.CaseId));
        }
        while (page.HasMore);

        (page.Total, page.Kinds.Of(filter.Kind)).Should().Be((found.Count, found.Count));
        return found;
    }

    private static async Task<CaseFile> AboutAsync(Office office, UnitId unit, params string[] topics)
    {
        var now = office.Clock.GetUtcNow();
        var filing = new ACase(office.Clock).To(unit).Filing() with { Id = await office.Services.GetRequiredService<CaseNumbers>().NextAsync(now, CancellationToken.None), Topics = topics };
        var caseFile = CaseFile.File(filing, now).Value!;
        await using var db = await office.DbAsync();
        db.Add(caseFile);
        (await office.Services.GetRequiredService<Committer>().CommitAsync(db, new CommandStamp(OfficeStories.NewCommand(), "test", null), CancellationToken.None)).Should().Be(CommitResult.Committed);
        return caseFile;
    }
}
