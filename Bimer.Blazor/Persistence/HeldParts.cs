using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>Which part of a case a person works on when they come by the case's number.</summary>
internal static class HeldParts
{
    /// <summary>The part they hold; otherwise why there is none: somebody else holds it, nobody opened it, or it has ended.</summary>
    public static Outcome<Routing> ToActOn(IReadOnlyList<Routing> parts, Actor actor)
    {
        var open = parts.Where(p => p.IsOpen).ToList();
        // What came for action first: a copy for information in the same hands must not stand before it.
        if (open.OrderBy(p => p.Purpose).FirstOrDefault(p => p.Custodian == actor.UserId && actor.Is(OfficerRole.CaseOfficer, p.To)) is { } own) return own;
        var near = open.Find(p => actor.BelongsTo(p.To)) ?? open.FirstOrDefault();
        return near switch
        {
            { Custodian: { } custodian, OpenedAt: { } openedAt } => new Refusal.AlreadyOpened(custodian, openedAt),
            { } waiting => new Refusal.NotOpened(waiting.To),
            null when parts is [.., { EndedAt: { } endedAt } last] => new Refusal.AlreadyClosed(last.State, endedAt),
            _ => new Refusal.NotFound(),
        };
    }

    /// <summary>The same, for a desk that needs the part in the person's own hands. Ask only for a case that was found visible.</summary>
    public static async Task<Outcome<Routing>> HeldPartAsync(this BimerDbContext db, CaseId id, Actor actor, CancellationToken ct)
    {
        var own = ToActOn(await db.Routings.AsNoTracking().Where(r => r.CaseId == id).OrderBy(r => r.Id).ToListAsync(ct), actor);
        return own.Value is { State: RoutingState.AwaitingApproval } waiting ? new Refusal.WithApprover(waiting.To) : own;
    }
}
