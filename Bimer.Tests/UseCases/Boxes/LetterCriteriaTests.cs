using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>Boxes narrowed by who decides about a letter and how it was signed.</summary>
public sealed class LetterCriteriaTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task An_answer_is_found_by_who_signed_it_and_how_and_the_approver_is_offered_by_name(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var ankara = office.Unit("Ankara Valiliği");
        var ayse = await office.HireAsync(1, OfficerRole.CaseOfficer, ankara);
        var (kemal, hakan) = (await office.HireAsync(2, OfficerRole.Approver, ankara), await office.HireAsync(3, OfficerRole.Approver, ankara));
        var (good, bad, waiting) = (await AnswerAsync(office, ayse, kemal), await AnswerAsync(office, ayse, hakan), await AnswerAsync(office, ayse, hakan));
        await SignAsync(office, kemal, good, ReplyVerdict.Favourable);
        await SignAsync(office, hakan, bad, ReplyVerdict.Unfavourable);

        (await FindAsync(office, ayse, Box.Replied, new() { Outcome = OutcomeFilter.Favourable })).Should().Equal(good);
        (await FindAsync(office, ayse, Box.Replied, new() { Outcome = OutcomeFilter.Unfavourable, Approver = hakan.UserId })).Should().Equal(bad);
        (await FindAsync(office, ayse, Box.Replied, new() { Outcome = OutcomeFilter.Granted })).Should().BeEmpty();
        (await FindAsync(office, ayse, Box.Replied, new() { Approver = kemal.UserId })).Should().Equal(good);
        (await FindAsync(office, ayse, Box.Submitted, new() { Approver = hakan.UserId })).Should().Equal(waiting);
        (await FindAsync(office, ayse, Box.Submitted, new() { Approver = kemal.UserId })).Should().BeEmpty();
        (await FindAsync(office, ayse, Box.Followed, new() { Outcome = OutcomeFilter.Unfavourable })).Should().Equal(bad);
        (await FindAsync(office, ayse, Box.Followed, new() { Approver = hakan.UserId })).Should().BeEquivalentTo([bad, waiting]);

        var choices = office.For<ApproverChoices>(ayse);
        (await choices.OfAsync(Box.Submitted, CancellationToken.None)).Should().Equal((hakan.UserId, "Ad3 Soyad"));
        (await choices.OfAsync(Box.Replied, CancellationToken.None)).Should().Equal((kemal.UserId, "Ad2 Soyad"), (hakan.UserId, "Ad3 Soyad"));
        (await choices.OfAsync(Box.Mine, CancellationToken.None)).Should().BeEmpty();
        (await choices.NameAsync(Box.Submitted, hakan.UserId, CancellationToken.None)).Should().Be("Ad3 Soyad");
        (await choices.NameAsync(Box.Submitted, kemal.UserId, CancellationToken.None)).Should().BeNull("an address could ask for anybody's name");
    }

    private static async Task<IEnumerable<CaseId>> FindAsync(Office office, Actor actor, Box box, BoxFilter filter)
    {
        var slice = new BoxSlice { Filter = filter.In(box) };
        var page = box == Box.Followed ? await office.For<FollowedQuery>(actor).ReadAsync(slice, CancellationToken.None) : await office.For<MyInboxQuery>(actor).ReadAsync(box.State!.Value, slice, CancellationToken.None);
        (page!.Total, page.Kinds.Total).Should().Be((page.Rows.Count, page.Rows.Count));
        return page.Rows.Select(row => row.Routing.CaseId);
    }

    private static async Task<CaseId> AnswerAsync(Office office, Actor writer, Actor approver)
    {
        var caseFile = await office.FileAsync(office.Unit("Ankara Valiliği"));
        await office.OpenAsync(writer, caseFile.Routings[0].Id);
        await office.Handler<FollowCaseHandler>(writer).HandleAsync(new FollowCase(OfficeStories.NewCommand(), caseFile.Id, For: null), CancellationToken.None);
        (await office.AnswerAsync(writer, caseFile.Routings[0].Id, new Signatory(approver.UserId, office.Unit("Ankara Valiliği")))).Should().Be(Outcome.Accepted);
        return caseFile.Id;
    }

    private static async Task SignAsync(Office office, Actor approver, CaseId id, ReplyVerdict verdict)
    {
        await using var db = await office.DbAsync();
        var hash = await db.Replies.Where(r => r.Id == RoutingId.Of(id, 1)).Select(r => r.ContentHash).SingleAsync();
        (await office.DecideAsync(approver, RoutingId.Of(id, 1), new Approval(hash, ReplyStories.Service, verdict, null))).Should().Be(Outcome.Accepted);
    }
}
