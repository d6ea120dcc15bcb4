using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Persistence;

/// <summary>What those see who coordinate or manage, of all units below theirs: the part of <see cref="CaseVisibility"/> that looks over many boxes.</summary>
internal static class ReachBelow
{
    // All of them, so that an index that begins with the kind is a few ranges.
    private static readonly CaseKind[] _kinds = Enum.GetValues<CaseKind>();

    extension(BimerDbContext db)
    {
        /// <summary>
        /// The open legs that lie with any unit within the reach of those who coordinate or manage, their own included. Each leg costs one look
        /// into the closure by its key.
        /// </summary>
        public IQueryable<Routing> OpenRoutingsBelow(Actor actor)
        {
            var roles = db.RolesReachingBelow(actor);
            return db.OpenRoutingsNotKeptFrom(actor)
                // A number instead of whether there is any: PostgreSQL would put the whole closure of the country into a table of its own first.
                .Where(r => roles.Any(a => db.UnitClosure.Where(k => k.Superior == a.Unit && k.Below == r.To).Select(k => k.Depth + 1).FirstOrDefault() > 0));
        }

        /// <summary>
        /// The legs of one span and kind told by the unit they lie with: reach depends on the unit alone, so it is asked of each unit once they are counted
        /// instead of each leg.
        /// </summary>
        /// <param name="now">What is late now, and within a week from now.</param>
        public IQueryable<UnitFigures> OpenFiguresBelow(Actor actor, UnitSpan span, CaseKind kind, OpenDays now)
        {
            var roles = db.RolesReachingBelow(actor);
            var ((late, latePlain), (soon, soonPlain)) = (now.Late, now.Soon);
            return db.OpenRoutingsNotKeptFrom(actor).Where(r => r.CaseKind == kind && r.To >= span.First && r.To <= span.Last).GroupBy(r => r.To).Select(unit => new UnitFigures
            {
                Unit = unit.Key,
                Open = unit.Count(),
                Owed = unit.Count(r => r.Purpose == RoutingPurpose.Action),
                Late = unit.Count(r => r.Purpose == RoutingPurpose.Action && (r.Rank <= late || (r.Rank >= 0 && r.Rank <= latePlain))),
                UntilSoon = unit.Count(r => r.Purpose == RoutingPurpose.Action && (r.Rank <= soon || (r.Rank >= 0 && r.Rank <= soonPlain))),
                NearestAhead = unit.Min(r => r.Purpose == RoutingPurpose.Action && r.Rank < 0 ? r.Rank : (long?)null),
                NearestPlain = unit.Min(r => r.Purpose == RoutingPurpose.Action && r.Rank >= 0 ? r.Rank : (long?)null),
                Oldest = unit.Min(r => r.CaseId),
            }).Where(f => roles.Any(a => db.UnitRanges.Any(whole => whole.Superior == a.Unit && whole.First <= span.First && whole.Last >= span.Last))
                || roles.Any(a => db.UnitClosure.Where(k => k.Superior == a.Unit && k.Below == f.Unit).Select(k => k.Depth + 1).FirstOrDefault() > 0));
        }

        /// <summary>
        /// Those of them in one span, to be read or counted through: where the database knows the whole span to lie within a unit of theirs, that is
        /// asked once and no leg is looked up by itself.
        /// </summary>
        public IQueryable<Routing> OpenRoutingsBelow(Actor actor, UnitSpan span)
        {
            var roles = db.RolesReachingBelow(actor);
            return db.OpenRoutingsNotKeptFrom(actor).Where(r => _kinds.Contains(r.CaseKind) && r.To >= span.First && r.To <= span.Last)
                .Where(r => roles.Any(a => db.UnitRanges.Any(whole => whole.Superior == a.Unit && whole.First <= span.First && whole.Last >= span.Last))
                    || roles.Any(a => db.UnitClosure.Where(k => k.Superior == a.Unit && k.Below == r.To).Select(k => k.Depth + 1).FirstOrDefault() > 0));
        }

        /// <summary>Where they lie, each unit once.</summary>
        public IQueryable<UnitId> OpenUnitsBelow(Actor actor, UnitSpan span)
        {
            var roles = db.RolesReachingBelow(actor);
            return db.OpenRoutingsNotKeptFrom(actor).Where(r => _kinds.Contains(r.CaseKind) && r.To >= span.First && r.To <= span.Last).GroupBy(r => r.To).Select(unit => unit.Key)
                .Where(unit => roles.Any(a => db.UnitRanges.Any(whole => whole.Superior == a.Unit && whole.First <= span.First && whole.Last >= span.Last))
                    || roles.Any(a => db.UnitClosure.Where(k => k.Superior == a.Unit && k.Below == unit).Select(k => k.Depth + 1).FirstOrDefault() > 0));
        }

        /// <summary>What was signed for good within the reach, unit by unit; progress and interim letters leave the answer open.</summary>
        /// <param name="from">Included.</param>
        public IQueryable<AnsweredFigures> AnsweredBelow(Actor actor, DateTimeOffset from)
        {
            var (roles, blind) = (db.RolesReachingBelow(actor), db.BlindTo(actor));
            return db.Replies.Where(l => l.Status == ReplyStatus.Approved && l.DecidedAt >= from && !l.IsProgress && l.NoticeCode == null && !blind.Contains(l.CaseId))
                .GroupBy(l => l.AuthorUnit)
                .Select(unit => new AnsweredFigures { Unit = unit.Key, Answered = unit.Count(), NotExamined = unit.Count(l => l.InadmissibilityReason != null) })
                .Where(f => roles.Any(a => db.UnitClosure.Where(k => k.Superior == a.Unit && k.Below == f.Unit).Select(k => k.Depth + 1).FirstOrDefault() > 0));
        }

        private IQueryable<Routing> OpenRoutingsNotKeptFrom(Actor actor)
        {
            var blind = db.BlindTo(actor);
            return db.Routings.Where(r => r.EndedAt == null && !(r.CaseHasExclusions && blind.Contains(r.CaseId)));
        }

        private IQueryable<RoleAssignment> RolesReachingBelow(Actor actor) =>
            db.RolesOf(actor).Where(a => a.Role == OfficerRole.Coordinator || a.Role == OfficerRole.GeneralCoordinator || a.Role == OfficerRole.Executive);
    }
}
