using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>Sıradaki cevap: from letter to letter in the order and by the criteria of the list its approver came from (S22, S49).</summary>
public sealed class ApprovalOrderTests
{
    private const string Everything = "/kutu/onay";

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task One_comes_round_to_the_first_and_to_none_where_there_is_no_other(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        await story.SubmittedAsync();
        (await AfterAsync(story, Everything, story.Routing)).Should().BeNull();

        var second = await story.AnotherAsync();

        (await AfterAsync(story, Everything, story.Routing)).Should().Be(second.CaseId);
        (await AfterAsync(story, Everything, second)).Should().Be(story.Routing.CaseId);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_list_says_which_letters_there_are_and_which_comes_next(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        await story.SubmittedAsync();
        var (request, last) = (await story.AnotherAsync(CaseKind.Request), await story.AnotherAsync());
        CaseId[] down = [last.CaseId, request.CaseId, story.Routing.CaseId];

        (await WalkAsync(story, "/kutu/onay?sira=sayi-ters")).Should().Equal(down);
        (await WalkAsync(story, "/kutu/onay?sira=birim-ters")).Should().BeEquivalentTo(down, "letters of one unit stand as they did");
        (await WalkAsync(story, "/kutu/onay?sira=sayi-ters&tur=sikayet")).Should().Equal(last.CaseId, story.Routing.CaseId);
        (await WalkAsync(story, "/kutu/onay?tur=sikayet")).Should().Equal(story.Routing.CaseId, last.CaseId);
        (await WalkAsync(story, "/kutu/gelen?tur=istek")).Should().Equal(down.Reverse(), "another list narrows nothing here");
        (await NextAsync(story, "/kutu/onay?sira=sayi-ters&tur=sikayet", last)).Should().Be(new NextLetter(story.Routing.CaseId, IsNarrowed: true));
        (await NextAsync(story, "/kutu/onay?tur=tesekkur", last)).Should().Be(new NextLetter(null, IsNarrowed: true));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_order_that_was_chosen_before_holds_where_the_address_names_none(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        await story.SubmittedAsync();
        var (second, third) = (await story.AnotherAsync(), await story.AnotherAsync());

        (await story.Office.For<BoxPreferences>(story.Approver).KeepOrderAsync(Box.Approvals, new BoxOrder(SortBy.Number, true), default)).Should().Be(Outcome.Accepted);

        (await WalkAsync(story, Everything)).Should().Equal(third.CaseId, second.CaseId, story.Routing.CaseId);
        (await WalkAsync(story, "/kutu/onay?sira=sure")).Should().Equal(story.Routing.CaseId, second.CaseId, third.CaseId);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task After_a_decision_comes_what_followed_and_not_what_was_passed_over(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        await story.SubmittedAsync();
        var (second, third) = (await story.AnotherAsync(), await story.AnotherAsync());
        (await story.Office.SendBackAsync(story.Approver, second, await story.Office.HashAsync(second), "Tarih eksik.")).Should().Be(Outcome.Accepted);

        (await AfterAsync(story, Everything, second)).Should().Be(third.CaseId);
        (await AfterAsync(story, "/kutu/onay?sira=sayi-ters", second)).Should().Be(story.Routing.CaseId);
        (await AfterAsync(story, "/kutu/onay?sira=sayi-ters", story.Routing)).Should().Be(third.CaseId, "round the end");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_letters_of_one_case_neither_keeps_whoever_goes_on_and_the_other_still_comes_once_one_is_decided(Kind kind)
    {
        await using var story = await AReplyStory.BeginAsync(kind);
        var other = await story.AnotherAsync();
        var parts = await TwoPartsAsync(story);

        foreach (var list in (string[])[Everything, "/kutu/onay?sira=sayi", "/kutu/onay?sira=birim"])
            foreach (var part in parts) (await AfterAsync(story, list, part)).Should().Be(other.CaseId);
        (await story.Office.SendBackAsync(story.Approver, other, await story.Office.HashAsync(other), "Tarih eksik.")).Should().Be(Outcome.Accepted);
        (await story.Office.SendBackAsync(story.Approver, parts[0], await story.Office.HashAsync(parts[0]), "Tarih eksik.")).Should().Be(Outcome.Accepted);

        (await AfterAsync(story, Everything, parts[0])).Should().Be(story.Routing.CaseId, "its second letter waits");
        (await AfterAsync(story, "/kutu/onay?sira=sayi", parts[0])).Should().Be(story.Routing.CaseId);
        (await AfterAsync(story, "/kutu/onay?sira=birim", parts[0])).Should().Be(story.Routing.CaseId, "no letter of the unit one stands at waits any more");
        (await AfterAsync(story, Everything, parts[1])).Should().BeNull();
    }

    [Fact]
    public async Task A_box_that_is_too_long_for_an_order_is_gone_through_in_its_own_as_it_is_shown()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite, services => services.AddSingleton(new SortLimits(2)));
        await story.SubmittedAsync();
        var (second, third) = (await story.AnotherAsync(), await story.AnotherAsync());

        (await WalkAsync(story, "/kutu/onay?sira=sayi-ters")).Should().Equal(story.Routing.CaseId, second.CaseId, third.CaseId);
    }

    /// <summary>From the beginning until one has come round.</summary>
    private static async Task<List<CaseId>> WalkAsync(AReplyStory story, string list)
    {
        var walked = new List<CaseId>();
        for (var next = await AfterAsync(story, list, after: null); next is { } id && !walked.Contains(id); next = await AfterAsync(story, list, RoutingId.Of(id, 1))) walked.Add(id);
        return walked;
    }

    private static async Task<CaseId?> AfterAsync(AReplyStory story, string list, RoutingId? after) => (await NextAsync(story, list, after)).Case;

    private static Task<NextLetter> NextAsync(AReplyStory story, string list, RoutingId? after) =>
        story.Office.ApprovalOrder(story.Approver).NextAsync("http://bimer" + list, after, default);

    /// <summary>The case of the story is sent to two units, both of which answer; both letters wait for the same approver.</summary>
    private static async Task<List<RoutingId>> TwoPartsAsync(AReplyStory story)
    {
        List<UnitId> units = [story.Office.Unit("Ankara İl Sağlık Müdürlüğü"), story.Office.Unit("Ankara İl Millî Eğitim Müdürlüğü")];
        (await story.Office.ForwardAsync(story.Writer, story.Routing, null, [.. units.Select(unit => ReplyStories.Line(unit))])).Should().Be(Outcome.Accepted);
        var parts = new List<RoutingId>();
        foreach (var unit in units)
        {
            var (writer, part) = (await story.Office.HireAsync(20 + parts.Count, OfficerRole.CaseOfficer, unit), RoutingId.Of(story.Routing.CaseId, 2 + parts.Count));
            (await story.Office.OpenAsync(writer, part)).Should().Be(Outcome.Accepted);
            await (story with { Routing = part, Writer = writer }).SubmittedAsync();
            parts.Add(part);
        }

        return parts;
    }
}
