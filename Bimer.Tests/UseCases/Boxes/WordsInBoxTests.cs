using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>A box narrowed to words (metinde ara) shows what the search would find of it, and counts just that.</summary>
public sealed class WordsInBoxTests
{
    private const string Text = "Lambalar haftalardır yanmıyor.\nBahçede ZÜRAFA var.";

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_nobody_has_opened_is_found_by_its_number_alone_and_no_count_tells_its_inside(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, health);
        var (waiting, held, told) = (await office.FileTextAsync(health, Text), await office.FileTextAsync(health, Text), await office.FileTextAsync(health, "Zürafa kaçtı.\nLambalar da yanmıyor."));
        await office.FileAsync(health);
        await office.OpenAsync(zeynep, held.Routings[0].Id);

        await UnitFindsAsync(office, zeynep, health, "zürafa");
        await UnitFindsAsync(office, zeynep, health, "LAMBALARI haftalardır");
        await UnitFindsAsync(office, zeynep, health, waiting.NumberOf(), waiting);
        await UnitFindsAsync(office, zeynep, health, told.NumberOf(), told);
        await UnitFindsAsync(office, zeynep, health, "zürafa lambalar");
        (await FindAsync(slice => office.For<MyInboxQuery>(zeynep).ReadAsync(RoutingState.Held, slice, CancellationToken.None), "zurafa bahce")).Should().Equal(held.Id);
        await office.OpenAsync(zeynep, waiting.Routings[0].Id);
        (await FindAsync(slice => office.For<MyInboxQuery>(zeynep).ReadAsync(RoutingState.Held, slice, CancellationToken.None), "zürafa")).Should().BeEquivalentTo([held.Id, waiting.Id]);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_holds_another_part_is_told_by_the_inside_and_shares_that_with_nobody(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, health, izmir) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("İzmir Valiliği"));
        var sender = await office.HireAsync(1, OfficerRole.CaseOfficer, ankara);
        var (holder, colleague) = (await office.HireAsync(2, OfficerRole.CaseOfficer, health), await office.HireAsync(3, OfficerRole.CaseOfficer, health));
        foreach (var officer in (Actor[])[holder, colleague]) await office.AlsoAsync(officer, OfficerRole.CaseOfficer, izmir);
        var caseFile = await office.FileTextAsync(ankara, Text);
        await office.OpenAsync(sender, caseFile.Routings[0].Id);
        (await office.ForwardAsync(sender, caseFile.Routings[0].Id, null, ReplyStories.Line(health), ReplyStories.Line(izmir))).Should().Be(Outcome.Accepted);
        var elsewhere = holder with { Roles = [new RoleOn(OfficerRole.CaseOfficer, izmir)] };
        (await office.OpenAsync(elsewhere, RoutingId.Of(caseFile.Id, 3))).Should().Be(Outcome.Accepted);

        foreach (var (reader, finds) in ((Actor, CaseId[])[])[(colleague, []), (holder, [caseFile.Id]), (colleague, [])])
        {
            (await FindAsync(slice => office.For<UnitInboxQuery>(reader).ReadAgainAsync(health, slice, CancellationToken.None), "zürafa")).Should().Equal(finds);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Letters_and_what_is_followed_are_narrowed_too_and_together_with_other_criteria(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var office = story.Office;
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        await story.SubmittedAsync();
        var sent = await office.FileTextAsync(story.Unit, Text);
        await office.OpenAsync(story.Writer, sent.Routings[0].Id);
        foreach (var id in (CaseId[])[story.Routing.CaseId, sent.Id]) (await office.Handler<FollowCaseHandler>(story.Writer).HandleAsync(new FollowCase(OfficeStories.NewCommand(), id, For: null), CancellationToken.None)).Should().Be(Outcome.Accepted);
        var clerk = await office.HireAsync(8, OfficerRole.CaseOfficer, health);
        await office.ForwardAsync(story.Writer, sent.Routings[0].Id, null, ReplyStories.Line(health));
        await office.OpenAsync(clerk, RoutingId.Of(sent.Id, 2));
        await office.ForwardAsync(clerk, RoutingId.Of(sent.Id, 2), null, ReplyStories.Line(story.Unit));

        Task<BoxPage?> Letters(BoxSlice slice) => office.For<ApprovalBoxQuery>(story.Approver).ReadAsync(slice, CancellationToken.None);
        Task<BoxPage?> Followed(BoxSlice slice) => office.For<FollowedQuery>(story.Writer).ReadAsync(slice, CancellationToken.None);
        (await FindAsync(Letters, "arz ederim")).Should().Equal(story.Routing.CaseId);
        (await FindAsync(Letters, "zürafa")).Should().BeEmpty();
        (await FindAsync(Followed, "lambalar")).Should().Equal([story.Routing.CaseId], "the other lies unopened in the unit's box again");
        (await FindAsync(Followed, "arz ederim")).Should().Equal(story.Routing.CaseId);
        (await FindAsync(Followed, "zürafa")).Should().BeEmpty("it came back and lies unopened in the unit's box");
        (await FindAsync(Followed, sent.NumberOf())).Should().Equal(sent.Id);
        (await FindAsync(Followed, "lambalar", BoxFilter.None with { Channel = IntakeChannel.Fax })).Should().BeEmpty();
        (await FindAsync(slice => office.For<MyInboxQuery>(story.Writer).ReadAsync(RoutingState.Forwarded, slice, CancellationToken.None), "zürafa")).Should().BeEmpty();
        (await FindAsync(slice => office.For<MyInboxQuery>(clerk).ReadAsync(RoutingState.Forwarded, slice, CancellationToken.None), "zürafa")).Should().Equal(sent.Id);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task For_the_excluded_the_box_answers_as_to_a_word_nobody_wrote(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (centre, ankara) = (office.Unit("BİMER Merkezi"), office.Unit("Ankara Valiliği"));
        var (selin, both) = (await office.HireAsync(1, OfficerRole.CaseOfficer, centre), await office.HireAsync(2, OfficerRole.CaseOfficer, centre));
        await office.AlsoAsync(both, OfficerRole.CaseOfficer, ankara);
        var (izmir, kept) = (office.Unit("İzmir Valiliği"), await office.FileTextAsync(centre, "Zürafa kaçtı."));
        var clerk = await office.HireAsync(3, OfficerRole.CaseOfficer, izmir);
        await office.OpenAsync(selin, kept.Routings[0].Id);
        await office.ExcludeAsync(selin, kept, ankara);
        await office.ForwardAsync(selin, kept.Routings[0].Id, null, ReplyStories.Line(izmir));
        await office.OpenAsync(clerk, RoutingId.Of(kept.Id, 2));
        (await office.ForwardAsync(clerk, RoutingId.Of(kept.Id, 2), null, ReplyStories.Line(centre))).Should().Be(Outcome.Accepted);

        await UnitFindsAsync(office, selin, centre, kept.NumberOf(), kept);
        var (hidden, none) = (await PageAsync(office, both, centre, kept.NumberOf()), await PageAsync(office, both, centre, "gergedan"));
        hidden.Should().BeEquivalentTo(none, options => options.Excluding(page => page.At));
    }

    private static async Task UnitFindsAsync(Office office, Actor reader, UnitId unit, string typed, params CaseFile[] cases) =>
        (await FindAsync(slice => office.For<UnitInboxQuery>(reader).ReadAsync(unit, slice, CancellationToken.None), typed)).Should().BeEquivalentTo(cases.Select(c => c.Id), "of {0}", typed);

    private static async Task<BoxPage> PageAsync(Office office, Actor reader, UnitId unit, string typed) =>
        (await office.For<UnitInboxQuery>(reader).ReadAsync(unit, new BoxSlice(Take: 1) { Filter = BoxFilter.None with { Text = typed } }, CancellationToken.None))!;

    /// <summary>Row by row, with the count and the chip held against the rows.</summary>
    private static async Task<IReadOnlyList<CaseId>> FindAsync(Func<BoxSlice, Task<BoxPage?>> read, string typed, BoxFilter? also = null)
    {
        var (found, filter) = (new List<CaseId>(), (also ?? BoxFilter.None) with { Text = typed });
        BoxPage? page = null;
        do
        {
            page = (await read(new BoxSlice(page?.Rows[^1].Mark, Take: 1) { Filter = filter }))!;
            found.AddRange(page.Rows.Select(r => r.Routing.CaseId));
        }
        while (page.HasMore);

        (page.Total, page.Kinds.Complaint).Should().Be((found.Count, found.Count));
        return found;
    }
}
