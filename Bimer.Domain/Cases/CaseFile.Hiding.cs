using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// How long hiding can be taken back, its end included. The screen offers it for eight seconds; a hand on the notice holds it there
    /// (WCAG 2.2.1), so the rule is more patient than the screen.
    /// </summary>
    public static readonly TimeSpan HidingMayBeUndoneFor = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The holder hides the applicant of a tip-off or complaint (Başvuran Bilgilerini Gizle, S33): from now on they alone open the
    /// identity. Whoever calls takes the case out of the identity indexes in the same transaction. Hiding again changes nothing.
    /// </summary>
    /// <returns>
    /// Refused with <see cref="Refusal.OnlyForTipOffOrComplaint"/>, as every act of somebody who does not hold the part, or with
    /// <see cref="Refusal.IdentityConcealed"/> or <see cref="Refusal.ConcealedByOfficer"/> when it is hidden already.
    /// </returns>
    public Outcome HideIdentity(RoutingId routingId, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);

        if (!Kind.AllowsConcealment()) return new Refusal.OnlyForTipOffOrComplaint(Kind);
        if (WhyNotHolder(routing, actor) is { } notHolder) return notHolder;
        if (Concealment == IdentityConcealment.ByApplicant) return new Refusal.IdentityConcealed();
        if (Concealment == IdentityConcealment.ByOfficer) return ConcealedBy == actor.UserId ? Outcome.Accepted : new Refusal.ConcealedByOfficer();

        (Concealment, ConcealedBy, ConcealedAt, MaskedName) = (IdentityConcealment.ByOfficer, actor.UserId, now, null);
        Version++;
        Record(MovementKind.IdentityHidden, routing, actor.UserId, now);
        Raise(new IdentityHidden(Id, WhereItLay(), actor.UserId, now));
        return Outcome.Accepted;
    }

    /// <summary>The officer takes the hiding back at once (Vazgeç): a slip of the hand, not a change of mind.</summary>
    /// <param name="maskedName">Initial and stars, made anew from the vault.</param>
    /// <returns>Refused with <see cref="Refusal.ConcealedByOfficer"/> to anybody else, with <see cref="Refusal.HidingStands"/> later.</returns>
    public Outcome UndoHiding(string? maskedName, Actor actor, DateTimeOffset now)
    {
        if (Concealment == IdentityConcealment.None) return Outcome.Accepted;
        if (Concealment == IdentityConcealment.ByApplicant) return new Refusal.IdentityConcealed();
        if (ConcealedBy != actor.UserId) return new Refusal.ConcealedByOfficer();
        if (now - ConcealedAt > HidingMayBeUndoneFor) return new Refusal.HidingStands();

        (Concealment, ConcealedBy, ConcealedAt, MaskedName) = (IdentityConcealment.None, null, null, maskedName);
        Version++;
        Record(MovementKind.HidingUndone, routing: null, actor.UserId, now);
        Raise(new HidingUndone(Id, WhereItLay(), actor.UserId, now));
        return Outcome.Accepted;
    }

    private IReadOnlyList<UnitId> WhereItLay() => [.. _routings.Select(r => r.To).Concat(_replies.Select(r => r.ApproverUnit)).Distinct()];
}
