using System.Runtime.CompilerServices;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Persistence;

/// <summary>
/// Who may see which case, decided in one place and in the database: every list, count, search, page, file and report starts here.
/// A case that may not be seen is answered exactly like one that does not exist.
/// </summary>
internal static class CaseVisibility
{
    /// <summary>
    /// Skips nothing, and says to PostgreSQL: asked of each case by its key. Left to itself it reads everything within the person's reach
    /// into memory first, to ask it of twenty cases; of a manager that is half the country.
    /// </summary>
    private const int EachByItself = 0;

    extension(BimerDbContext db)
    {
        /// <summary>
        /// Cases that came to or left a unit the person reaches (officers their own, coordinators and managers the subtree), or
        /// whose letter lies in the person's approval box or was decided by them; never one that excludes any unit of theirs. What was
        /// taken back before anybody read it gives no sight.
        /// </summary>
        public IQueryable<CaseFile> CasesVisibleTo(Actor actor)
        {
            var (roles, blind) = (db.RolesOf(actor), db.BlindTo(actor));
            return db.Cases.Where(c => !(c.HasExclusions && blind.Contains(c.Id))
                && (db.Routings.Where(r => r.CaseId == c.Id && db.UnitClosure.Any(k => ((k.Below == r.To && r.State != RoutingState.Recalled) || k.Below == r.From)
                        && roles.Any(a => a.Unit == k.Superior && ((k.Depth == 0 && a.Role == OfficerRole.CaseOfficer)
                            || a.Role == OfficerRole.Coordinator || a.Role == OfficerRole.GeneralCoordinator || a.Role == OfficerRole.Executive)))).Skip(EachByItself).Any()
                    || db.Replies.Where(reply => reply.CaseId == c.Id
                        && (reply.DecidedBy == actor.UserId || (reply.Status == ReplyStatus.AwaitingApproval
                            && roles.Any(a => a.Unit == reply.ApproverUnit && a.Role == OfficerRole.Approver)))).Skip(EachByItself).Any()));
        }

        /// <summary>
        /// Of what the person sees, what lies open before them, as <c>CaseStanding</c> tells it of one case: what they hold, sign or decided,
        /// and what somebody within their reach has opened or looked into unless it also waits unopened in a box of theirs. The rest is an envelope: who reads
        /// inside without opening leaves no trace, and its sender could still take it back.
        /// </summary>
        public IQueryable<CaseFile> CasesOpenTo(Actor actor)
        {
            var (roles, awaiting) = (db.RolesOf(actor), db.RepliesAwaiting(actor));
            return db.CasesVisibleTo(actor).Where(c =>
                db.Routings.Where(r => r.CaseId == c.Id && r.EndedAt == null && r.Custodian == actor.UserId
                    && roles.Any(a => a.Unit == r.To && a.Role == OfficerRole.CaseOfficer)).Skip(EachByItself).Any()
                || awaiting.Where(reply => reply.CaseId == c.Id).Skip(EachByItself).Any()
                || (!db.Routings.Where(r => r.CaseId == c.Id && r.State == RoutingState.Waiting
                        && roles.Any(a => a.Unit == r.To && a.Role == OfficerRole.CaseOfficer)).Skip(EachByItself).Any()
                    && (db.Replies.Where(reply => reply.CaseId == c.Id && reply.DecidedBy == actor.UserId).Skip(EachByItself).Any()
                        || db.Routings.Where(r => r.CaseId == c.Id && (r.Custodian != null || r.LookedAt != null) && db.UnitClosure.Any(k => k.Below == r.To
                            && roles.Any(a => a.Unit == k.Superior && ((k.Depth == 0 && a.Role == OfficerRole.CaseOfficer)
                                || a.Role == OfficerRole.Coordinator || a.Role == OfficerRole.GeneralCoordinator || a.Role == OfficerRole.Executive)))).Skip(EachByItself).Any())));
        }

        /// <summary>The legs that lie with one unit, for those who reach it: officers of it, and who coordinates or manages it or a unit above.</summary>
        public IQueryable<Routing> RoutingsAt(UnitId unit, Actor actor) => db.RoutingsAt(new StrongBox<UnitId>(unit), actor);

        /// <summary>The same for a query that is kept and asks for another unit each time.</summary>
        public IQueryable<Routing> RoutingsAt(StrongBox<UnitId> unit, Actor actor)
        {
            var (roles, blind) = (db.RolesOf(actor), db.BlindTo(actor));
            return db.Routings.Where(r => r.To == unit.Value && !(r.CaseHasExclusions && blind.Contains(r.CaseId))
                && db.UnitClosure.Any(k => k.Below == unit.Value && roles.Any(a => a.Unit == k.Superior
                    && ((k.Depth == 0 && a.Role == OfficerRole.CaseOfficer)
                        || a.Role == OfficerRole.Coordinator || a.Role == OfficerRole.GeneralCoordinator || a.Role == OfficerRole.Executive))));
        }

        /// <summary>The legs that lie with any unit the person is an officer of.</summary>
        public IQueryable<Routing> RoutingsAtUnitsOf(Actor actor)
        {
            var blind = db.BlindTo(actor);
            var units = db.RolesOf(actor).Where(a => a.Role == OfficerRole.CaseOfficer).Select(a => a.Unit);
            return db.Routings.Where(r => units.Contains(r.To) && !(r.CaseHasExclusions && blind.Contains(r.CaseId)));
        }

        /// <summary>
        /// The legs in the person's own custody, while they are still an officer of the unit each lies with. That a leg without custodian
        /// would do is never true of these. A bare IN PostgreSQL takes for a join, expects two rows of it and sorts the whole box; beside an
        /// OR it is asked of each row, and the walk along the index ends with the page.
        /// </summary>
        public IQueryable<Routing> RoutingsHeldBy(Actor actor)
        {
            var blind = db.BlindTo(actor);
            var units = db.RolesOf(actor).Where(a => a.Role == OfficerRole.CaseOfficer).Select(a => a.Unit);
            return db.Routings.Where(r => r.Custodian == actor.UserId && (units.Contains(r.To) || r.Custodian == null)
                && !(r.CaseHasExclusions && blind.Contains(r.CaseId)));
        }

        /// <summary>The letters that wait for the person's signature.</summary>
        public IQueryable<Reply> RepliesAwaiting(Actor actor)
        {
            var blind = db.BlindTo(actor);
            var units = db.RolesOf(actor).Where(a => a.Role == OfficerRole.Approver).Select(a => a.Unit);
            return db.Replies.Where(r => units.Contains(r.ApproverUnit) && r.Status == ReplyStatus.AwaitingApproval
                && r.Author != actor.UserId && !blind.Contains(r.CaseId));
        }

        /// <summary>Those of them that lie before the approvers of one unit: a range of one index, in its order.</summary>
        public IQueryable<Reply> RepliesAwaitingAt(StrongBox<UnitId> unit, Actor actor)
        {
            var (roles, blind) = (db.RolesOf(actor), db.BlindTo(actor));
            return db.Replies.Where(r => r.ApproverUnit == unit.Value && r.Status == ReplyStatus.AwaitingApproval && r.Author != actor.UserId
                && !blind.Contains(r.CaseId) && roles.Any(a => a.Unit == unit.Value && a.Role == OfficerRole.Approver));
        }

        /// <summary>
        /// Letters that lay in the person's box and were decided, perhaps by somebody else: enough to say by whom and when, not to
        /// open the case.
        /// </summary>
        public IQueryable<Reply> RepliesDecidedBeside(Actor actor)
        {
            var blind = db.BlindTo(actor);
            var units = db.RolesOf(actor).Where(a => a.Role == OfficerRole.Approver).Select(a => a.Unit);
            return db.Replies.Where(r => units.Contains(r.ApproverUnit) && r.DecidedBy != null && r.Author != actor.UserId && !blind.Contains(r.CaseId));
        }

        /// <summary>
        /// Every case that keeps none of the person's units away, seen by them or not: for evveliyat alone, which tells the outside of a
        /// case and not the case (S27).
        /// </summary>
        public IQueryable<CaseFile> CasesNotKeptFrom(Actor actor)
        {
            var blind = db.BlindTo(actor);
            return db.Cases.Where(c => !(c.HasExclusions && blind.Contains(c.Id)));
        }

        /// <summary>
        /// What the person follows, for themselves or because a unit of theirs does, of what they may see at this moment: a right that
        /// ended has ended the sight of it too.
        /// </summary>
        public IQueryable<CaseFile> CasesFollowedBy(Actor actor)
        {
            var units = db.RolesOf(actor).Where(a => a.Role != OfficerRole.Approver).Select(a => a.Unit);
            var followed = db.Followers.Where(f => f.Person == actor.UserId).Select(f => f.CaseId)
                .Union(db.FollowingUnits.Where(f => units.Contains(f.Unit)).Select(f => f.CaseId));
            return from id in followed join c in db.CasesVisibleTo(actor) on id equals c.Id select c;
        }

        /// <summary>
        /// The printouts a person may know of: of cases they see, those they took and those taken in a unit they coordinate or manage,
        /// or below one.
        /// </summary>
        public IQueryable<PrintTrace> PrintsVisibleTo(Actor actor)
        {
            var roles = db.RolesOf(actor);
            var visible = db.CasesVisibleTo(actor);
            return db.PrintTraces.Where(p => visible.Any(c => c.Id == p.CaseId)
                && (p.Officer == actor.UserId || db.UnitClosure.Any(k => k.Below == p.Unit && roles.Any(a => a.Unit == k.Superior
                    && (a.Role == OfficerRole.Coordinator || a.Role == OfficerRole.GeneralCoordinator || a.Role == OfficerRole.Executive)))));
        }

        /// <summary>The person's roles that are valid on the actor's day, read anew with the query that asks.</summary>
        internal IQueryable<RoleAssignment> RolesOf(Actor actor) =>
            db.RoleAssignments.Where(a => a.Officer == actor.UserId && a.ValidFrom <= actor.On && (a.ValidUntil == null || a.ValidUntil >= actor.On));

        /// <summary>Cases that exclude a unit the person belongs to through any role, or a unit above one.</summary>
        internal IQueryable<CaseId> BlindTo(Actor actor) =>
            from x in db.Exclusions
            join k in db.UnitClosure on x.Unit equals k.Superior
            join role in db.RolesOf(actor) on k.Below equals role.Unit
            select x.CaseId;
    }
}
