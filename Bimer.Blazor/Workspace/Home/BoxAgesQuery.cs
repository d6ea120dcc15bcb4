using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Home;

/// <summary>Reads for each box of the desk that is not empty its oldest petition and its nearest day.</summary>
public sealed class BoxAgesQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor)
{
    private static readonly Dictionary<string, RoutingState> _held = new(StringComparer.Ordinal)
    {
        ["MyInbox"] = RoutingState.Held, ["Returned"] = RoutingState.CameBack, ["SentBack"] = RoutingState.InRevision, ["OnHold"] = RoutingState.OnHold,
        ["Submitted"] = RoutingState.AwaitingApproval, ["Replied"] = RoutingState.Answered, ["Forwarded"] = RoutingState.Forwarded,
    };

    /// <returns>By the key of the box.</returns>
    public async Task<IReadOnlyDictionary<string, BoxAge>> ReadAsync(CancellationToken ct)
    {
        var ages = new Dictionary<string, BoxAge>(StringComparer.Ordinal);
        if (await currentActor.GetAsync(ct) is not { } actor) return ages;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        foreach (var (key, age) in AgesOf(db, actor, ct))
        {
            if (await age() is { } known) ages[key] = known;
        }

        return ages;
    }

    private static IEnumerable<(string Key, Func<Task<BoxAge?>> Age)> AgesOf(BimerDbContext db, Actor actor, CancellationToken ct)
    {
        if (actor.UnitsAs(OfficerRole.CaseOfficer).Any())
        {
            yield return ("UnitInbox", () => db.AgeOfOpenAsync(BoxKey.Of(db.RoutingsAtUnitsOf(actor).Where(r => r.State == RoutingState.Waiting)), ct));
            foreach (var (key, state) in _held)
            {
                var box = BoxKey.Of(db.RoutingsHeldBy(actor).Where(r => r.State == state));
                yield return (key, () => state >= RoutingState.Answered ? db.AgeOfSettledAsync(box, ct) : db.AgeOfOpenAsync(box, ct));
            }
        }

        if (actor.UnitsAs(OfficerRole.Approver).Any()) yield return ("Approvals", () => db.AgeOfOpenAsync(BoxKey.Of(db.RepliesAwaiting(actor)), ct));
        yield return ("Followed", () => db.CasesFollowedBy(actor).AgeAsync(ct));
    }
}
