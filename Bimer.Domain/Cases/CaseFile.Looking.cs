using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// Who coordinates or manages the unit of a part, or one above it, looks into the case without taking custody (Bak). Whoever looks has
    /// read it: every part within their reach that nobody has read yet counts as read from now on and cannot be taken back. Looking into
    /// what was read before changes nothing and is accepted.
    /// </summary>
    /// <param name="openParts">The units where parts of this case are open.</param>
    /// <returns>Refused with <see cref="Refusal.NotYoursToLookInto"/> or <see cref="Refusal.AlreadyClosed"/>.</returns>
    public Outcome LookInto(RoutingId routingId, IReadOnlyList<UnitLineage> openParts, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(openParts);
        ArgumentNullException.ThrowIfNull(actor);
        var routing = RoutingOf(routingId);

        if (routing.EndedAt is { } endedAt) return new Refusal.AlreadyClosed(routing.State, endedAt);
        if (!IsReached(routing)) return new Refusal.NotYoursToLookInto(routing.To);

        foreach (var part in _routings.FindAll(part => part is { IsOpen: true, IsRead: false } && IsReached(part)))
        {
            part.NoteLook(actor.UserId, now);
            Raise(new CaseLookedInto(Id, part.Id, part.To, actor.UserId, now));
        }

        return Outcome.Accepted;

        bool IsReached(Routing part) => openParts.Any(unit => unit.Unit == part.To && MayLookInto(unit, actor));
    }

    /// <summary>Whether this person may look into what lies with a unit: they coordinate or manage it or one above it.</summary>
    /// <param name="unit">The unit it lies with, with all above it.</param>
    public static bool MayLookInto(UnitLineage unit, Actor actor) => Coordinates(unit, actor);
}
