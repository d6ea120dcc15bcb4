using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
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
        (await FindAsync(office, ayse, Box.Replied, new() { Outcome = Several.Of([OutcomeFilter.Favourable, OutcomeFilter.Unfavourable, OutcomeFilter.Refused]) })).Should().BeEquivalentTo([good, bad]);
        foreach (var box in (Box[])[Box.Replied, Box.Followed]) (await FindAsync(office, ayse, box, new() { Service = ReplyStories.Service })).Should().BeEquivalentTo([good, bad], "what waits is not signed for good");
        (await FindAsync(office, ayse, Box.Replied, new() { Approver = kemal.UserId })).Should().Equal(good);
        (await FindAsync(office, ayse, Box.Submitted, new() { Approver = hakan.UserId })).Should().Equal(waiting);
        (await FindAsync(office, ayse, Box.Submitted, new() { Approver = kemal.UserId })).Should().BeEmpty();
        (await FindAsync(office, ayse, Box.Followed, new() { Outcome = OutcomeFilter.Unfavourable })).Should().Equal(bad);
        (await FindAsync(office, ayse, Box.Followed, new() { Approver = hakan.UserId })).Should().BeEquivalentTo([bad, waiting]);

        await OffersAsync(office.For<ApproverChoices>(ayse), kemal, hakan);
    }

    private static async Task OffersAsync(ApproverChoices choices, Actor kemal, Actor hakan)
    {
        (await choices.OfAsync(Box.Submitted, CancellationToken.None)).Should().Equal((hakan.UserId, "Ad3 Soyad"));
        (await choices.OfAsync(Box.Replied, CancellationToken.None)).Should().Equal((kemal.UserId, "Ad2 Soyad"), (hakan.UserId, "Ad3 Soyad"));
        (await choices.OfAsync(Box.Mine, CancellationToken.None)).Should().BeEmpty();
        (await choices.NameAsync(Box.Submitted, hakan.UserId, CancellationToken.None)).Should().Be("Ad3 Soyad");
        (await choices.NameAsync(Box.Submitted, kemal.UserId, CancellationToken.None)).Should().BeNull("an address could ask for anybody's name");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_answer_is_found_by_where_its_mail_is_and_a_petition_that_was_turned_away_as_such(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var ankara = office.Unit("Ankara Valiliği");
        var (ayse, kemal) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.Approver, ankara));
        var stranger = await office.HireAsync(3, OfficerRole.CaseOfficer, ankara);
        var (answered, turnedAway) = (await AnswerAsync(office, ayse, kemal), await AnswerAsync(office, ayse, kemal, "BELLI_KONU_YOK"));
        await SignAsync(office, kemal, answered, ReplyVerdict.Favourable);
        await SignAsync(office, kemal, turnedAway, ReplyVerdict.Unfavourable);

        foreach (var box in (Box[])[Box.Replied, Box.Followed])
        {
            (await FindAsync(office, ayse, box, new() { Outcome = OutcomeFilter.NotExamined })).Should().Equal(turnedAway);
            (await FindAsync(office, ayse, box, new() { Outcome = Several.Of([OutcomeFilter.NotExamined, OutcomeFilter.Favourable]) })).Should().BeEquivalentTo([answered, turnedAway]);
            (await FindAsync(office, ayse, box, new() { Delivery = DeliveryFilter.Queued })).Should().BeEquivalentTo([answered, turnedAway]);
            (await FindAsync(office, ayse, box, new() { Delivery = DeliveryFilter.Sent })).Should().BeEmpty();
            (await FindAsync(office, stranger, box, new() { Delivery = DeliveryFilter.Queued })).Should().BeEmpty();
        }

        await MailGoesAsync(office, ayse, answered, turnedAway);
    }

    /// <summary>From one state to the next, as the courier and a person would write them.</summary>
    private static async Task MailGoesAsync(Office office, Actor ayse, CaseId answered, CaseId waiting)
    {
        await using var db = await office.DbAsync();
        foreach (var (status, asked) in ((OutboxStatus, DeliveryFilter)[])[
            (OutboxStatus.Leased, DeliveryFilter.Queued), (OutboxStatus.Started, DeliveryFilter.Queued), (OutboxStatus.Sent, DeliveryFilter.Sent), (OutboxStatus.Failed, DeliveryFilter.Failed), (OutboxStatus.Uncertain, DeliveryFilter.Uncertain),
            (OutboxStatus.NoAddress, DeliveryFilter.NoAddress), (OutboxStatus.Returned, DeliveryFilter.Returned), (OutboxStatus.Posted, DeliveryFilter.Posted)])
        {
            await db.OutboxMessages.Where(m => m.CaseId == answered && m.Kind == OutboxKind.ReplyMail).ExecuteUpdateAsync(change => change.SetProperty(m => m.Status, status));
            foreach (var other in Enum.GetValues<DeliveryFilter>().Where(other => other != DeliveryFilter.Queued))
                (await FindAsync(office, ayse, Box.Replied, new() { Delivery = other })).Should().Equal(other == asked ? [answered] : [], "of {0} by {1}", status, other);
            (await FindAsync(office, ayse, Box.Replied, new() { Delivery = Several.Of([asked, DeliveryFilter.Queued]) })).Should().BeEquivalentTo([answered, waiting]);
        }
    }

    private static async Task<IEnumerable<CaseId>> FindAsync(Office office, Actor actor, Box box, BoxFilter filter)
    {
        var slice = new BoxSlice { Filter = filter.In(box) };
        var page = box == Box.Followed ? await office.For<FollowedQuery>(actor).ReadAsync(slice, CancellationToken.None) : await office.For<MyInboxQuery>(actor).ReadAsync(box.State!.Value, slice, CancellationToken.None);
        (page!.Total, page.Kinds.Total).Should().Be((page.Rows.Count, page.Rows.Count));
        return page.Rows.Select(row => row.Routing.CaseId);
    }

    private static async Task<CaseId> AnswerAsync(Office office, Actor writer, Actor approver, string? notExamined = null)
    {
        var caseFile = await office.FileAsync(office.Unit("Ankara Valiliği"));
        await office.OpenAsync(writer, caseFile.Routings[0].Id);
        await office.Handler<FollowCaseHandler>(writer).HandleAsync(new FollowCase(OfficeStories.NewCommand(), caseFile.Id, For: null), CancellationToken.None);
        var (part, signatory) = (caseFile.Routings[0].Id, new Signatory(approver.UserId, office.Unit("Ankara Valiliği")));
        if (notExamined is null) (await office.AnswerAsync(writer, part, signatory)).Should().Be(Outcome.Accepted);
        else (await office.SubmitAsync(writer, part, (await office.TurnAwayAsync(writer, part, 0, notExamined, "Hangi işin istendiği yazılmamıştır.")).Value!.Version, signatory)).Should().Be(Outcome.Accepted);
        return caseFile.Id;
    }

    private static async Task SignAsync(Office office, Actor approver, CaseId id, ReplyVerdict verdict)
    {
        await using var db = await office.DbAsync();
        var hash = await db.Replies.Where(r => r.Id == RoutingId.Of(id, 1)).Select(r => r.ContentHash).SingleAsync();
        (await office.DecideAsync(approver, RoutingId.Of(id, 1), new Approval(hash, ReplyStories.Service, verdict, null))).Should().Be(Outcome.Accepted);
    }
}
