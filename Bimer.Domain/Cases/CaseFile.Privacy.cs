using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// May this person open the masked identity now (göz simgesi, S26)? The holder of a part, and the approver whose box holds a
    /// letter of it. What an officer hid that officer alone opens, also after passing the case on; what the applicant hid, nobody. The
    /// reveal itself is recorded before the value leaves.
    /// </summary>
    public Outcome MayReveal(Actor actor)
    {
        if (Concealment == IdentityConcealment.ByApplicant) return new Refusal.IdentityConcealed();
        if (Concealment == IdentityConcealment.ByOfficer) return ConcealedBy == actor.UserId ? Outcome.Accepted : new Refusal.ConcealedByOfficer();
        var holds = _routings.Exists(r => r.IsOpen && r.Custodian == actor.UserId && actor.Is(OfficerRole.CaseOfficer, r.To));
        var approves = _replies.Exists(r => r.WaitsFor(actor));
        if (holds || approves) return Outcome.Accepted;
        var held = _routings.Find(r => r is { IsOpen: true, Custodian: not null });
        return held is { Custodian: { } custodian, OpenedAt: { } openedAt }
            ? new Refusal.AlreadyOpened(custodian, openedAt)
            : new Refusal.NotOpened(_routings[^1].To);
    }
}
