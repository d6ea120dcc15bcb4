using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace;

/// <summary>What a case is to the person who asks for it.</summary>
public enum CaseStand
{
    /// <summary>In their custody: everything, and every act.</summary>
    Mine,

    /// <summary>A letter of it lies in their approval box: everything, and the way to the approval desk.</summary>
    Approving,

    /// <summary>Waits in their unit's box: the envelope, and "Aç ve zimmetime al". A GET opens nothing.</summary>
    Envelope,

    /// <summary>Waits in a box they cannot open from, and nobody within their reach has read it: the envelope alone.</summary>
    Sealed,

    /// <summary>Opened within their reach or looked into, held by somebody else or settled: everything to read, nothing to do.</summary>
    Reading,
}

/// <summary>Finds the part of a case that concerns a person, and how it stands to them.</summary>
internal static class CaseStanding
{
    public static (CaseStand Stand, Routing Part) Of(CaseFile caseFile, Actor actor, Func<UnitId, UnitLineage> lineageOf)
    {
        var parts = caseFile.Routings.OrderBy(p => p.Id).ToList();
        if (HeldBy(caseFile, actor) is [var held, ..]) return (CaseStand.Mine, held);
        if (caseFile.Replies.FirstOrDefault(r => r.Author != actor.UserId && r.WaitsFor(actor)) is { } letter) return (CaseStand.Approving, caseFile.RoutingOf(letter.Id));
        if (parts.Find(p => p.State == RoutingState.Waiting && actor.Is(OfficerRole.CaseOfficer, p.To)) is { } waiting) return (CaseStand.Envelope, waiting);

        var read = parts.FindAll(p => p.IsRead && (actor.Reaches(lineageOf(p.To)) || Decided(caseFile, p, actor)));
        if (read.Count > 0) return (CaseStand.Reading, read.FindLast(p => p.IsOpen) ?? read[^1]);
        return (CaseStand.Sealed, parts.Find(p => p.IsOpen && actor.Reaches(lineageOf(p.To))) ?? parts[^1]);
    }

    /// <summary>The open parts in the person's hands; what came for action first: the other waits for nobody.</summary>
    public static IReadOnlyList<Routing> HeldBy(CaseFile caseFile, Actor actor) =>
        [.. caseFile.Routings.Where(p => p.IsOpen && p.Custodian == actor.UserId && actor.Is(OfficerRole.CaseOfficer, p.To)).OrderBy(p => p.Purpose).ThenBy(p => p.Id)];

    private static bool Decided(CaseFile caseFile, Routing part, Actor actor) =>
        caseFile.Replies.Any(r => r.Id == part.Id && r.DecidedBy == actor.UserId);

    /// <summary>Officers reach their own unit, those who coordinate or manage everything below theirs.</summary>
    private static bool Reaches(this Actor actor, UnitLineage unit) =>
        actor.Is(OfficerRole.CaseOfficer, unit.Unit) || actor.Roles.Any(on => on.Role.ReachesBelow() && unit.IsWithin(on.Unit));
}
