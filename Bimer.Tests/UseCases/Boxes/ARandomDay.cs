using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>Who takes part in a random day.</summary>
internal sealed record Staff(UnitId Ankara, UnitId Health, Actor Ayse, Actor Zeynep, Actor Kemal)
{
    public IEnumerable<Actor> Everybody => [Ayse, Zeynep, Kemal];
}

/// <summary>People of two units and an approver do whatever comes to their minds, allowed or not, with whatever part of whatever case.</summary>
internal static class ARandomDay
{
    public static async Task<Staff> HireAsync(Office office)
    {
        var (ankara, health) = (office.Unit("Ankara Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        return new Staff(
            ankara, health, await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.CaseOfficer, health),
            await office.HireAsync(3, OfficerRole.Approver, health));
    }

    public static async Task ActAsync(Office office, Staff staff, List<RoutingId> legs, Random dice)
    {
        var (who, at) = dice.Next(2) == 0 ? (staff.Ayse, staff.Ankara) : (staff.Zeynep, staff.Health);
        var leg = legs.Count == 0 ? default : legs[dice.Next(legs.Count)];
        switch (legs.Count == 0 ? 0 : dice.Next(11))
        {
            case 10: await FollowAsync(office, who, leg.CaseId, dice.Next(2) == 0 ? at : null); break;
            case 0: legs.Add((await office.FileAsync(at)).Routings[0].Id); break;
            case 1: await office.OpenAsync(who, leg); break;
            case 2:
                var sent = await office.ForwardAsync(who, leg, null, await LinesAsync(office, who == staff.Ayse ? staff.Health : staff.Ankara, leg, dice));
                if (sent.IsAccepted) await FollowAsync(office, legs, leg.CaseId);
                break;
            case 3 or 4: await office.AnswerAsync(who, leg, new Signatory(staff.Kemal.UserId, staff.Health)); break;
            case 5: await office.DecideAsync(staff.Kemal, leg, approve: dice.Next(2) == 0); break;
            default:
                if (await TurnAsync(office, who, leg, dice)) await FollowAsync(office, legs, leg.CaseId);
                break;
        }
    }

    /// <summary>Read once, and back unopened: chance brings this about too rarely.</summary>
    public static async Task SendToAndFroAsync(Office office, Staff staff)
    {
        var id = (await office.FileAsync(staff.Ankara)).Id;
        foreach (var (who, part, to) in ((Actor, int, UnitId)[])[(staff.Ayse, 1, staff.Health), (staff.Zeynep, 2, staff.Ankara)])
        {
            await office.OpenAsync(who, RoutingId.Of(id, part));
            (await office.ForwardAsync(who, RoutingId.Of(id, part), null, ReplyStories.Line(to))).Should().Be(Outcome.Accepted);
        }
    }

    /// <summary>A copy put away, taken back and put away again, another given back, and a forward of which nothing is left: likewise.</summary>
    public static async Task PutAwayAndTakeBackAsync(Office office, Staff staff)
    {
        var (ministry, id) = (ReplyStories.Line(office.Unit("Sağlık Bakanlığı")), (await office.FileAsync(staff.Ankara)).Id);
        RoutingId Part(int number) => RoutingId.Of(id, number);
        Outcome[] done =
        [
            await office.OpenAsync(staff.Ayse, Part(1)), await office.ForwardAsync(staff.Ayse, Part(1), null, ministry), await office.RecallAsync(staff.Ayse, Part(2)),
            await office.ForwardAsync(staff.Ayse, Part(3), null, ministry, ReplyStories.Line(staff.Health, RoutingPurpose.Information)), await office.OpenAsync(staff.Zeynep, Part(5)),
            await office.PutOnHoldAsync(staff.Zeynep, Part(5)), await office.AcknowledgeAsync(staff.Zeynep, Part(5)), await office.UndoAcknowledgingAsync(staff.Zeynep, Part(5)),
            await office.ReturnAsync(staff.Zeynep, Part(5)), await office.AcknowledgeAsync(staff.Ayse, Part(6)), await office.UndoAcknowledgingAsync(staff.Ayse, Part(6)),
            await office.AcknowledgeAsync(staff.Ayse, Part(6)),
        ];
        done.Should().AllBeEquivalentTo(Outcome.Accepted);
    }

    /// <summary>For action, or to a ministry for action and to the neighbours for information; what came for information goes on like that.</summary>
    private static async Task<ForwardLine[]> LinesAsync(Office office, UnitId to, RoutingId leg, Random dice)
    {
        await using var db = await office.DbAsync();
        if (await db.Routings.AnyAsync(r => r.Id == leg && r.Purpose == RoutingPurpose.Information)) return [ReplyStories.Line(to, RoutingPurpose.Information)];
        return dice.Next(2) == 0 ? [ReplyStories.Line(to)] : [ReplyStories.Line(office.Unit("Sağlık Bakanlığı")), ReplyStories.Line(to, RoutingPurpose.Information)];
    }

    /// <returns>True when the case has got a new leg.</returns>
    private static async Task<bool> TurnAsync(Office office, Actor who, RoutingId leg, Random dice) => dice.Next(7) switch
    {
        4 or 5 => await EndsWhereItWasAsync(office.AcknowledgeAsync(who, leg)),
        6 => await EndsWhereItWasAsync(office.UndoAcknowledgingAsync(who, leg)),
        0 => await EndsWhereItWasAsync(office.PutOnHoldAsync(who, leg)),
        1 => await EndsWhereItWasAsync(office.ResumeAsync(who, leg)),
        2 => (await office.ReturnAsync(who, leg)).IsAccepted,
        _ => (await office.RecallAsync(who, leg)).IsAccepted,
    };

    private static Task<Outcome> FollowAsync(Office office, Actor who, CaseId id, UnitId? unit) =>
        office.Handler<FollowCaseHandler>(who).HandleAsync(new FollowCase(OfficeStories.NewCommand(), id, unit), CancellationToken.None);

    private static async Task<bool> EndsWhereItWasAsync(Task<Outcome> act)
    {
        await act;
        return false;
    }

    /// <summary>Whatever new legs the case has got.</summary>
    private static async Task FollowAsync(Office office, List<RoutingId> legs, CaseId id)
    {
        await using var db = await office.DbAsync();
        legs.AddRange((await db.Routings.Where(r => r.CaseId == id).Select(r => r.Id).ToListAsync()).Except(legs));
    }
}
