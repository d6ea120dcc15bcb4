using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Persistence;

/// <summary>What those see who coordinate or manage, of all units below theirs: the part of <see cref="CaseVisibility"/> that looks over many boxes.</summary>
internal static class ReachBelow
{
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
        /// The same legs told by the unit they lie with: reach depends on the unit alone, so it is asked of each unit once they are counted instead of
        /// each leg.
        /// </summary>
        /// <param name="legs">Which of them are counted, whosever: nobody within the person's reach is added by it.</param>
        /// <param name="now">What is late now, and within a week from now.</param>
        public IQueryable<UnitFigures> OpenFiguresBelow(Actor actor, Func<IQueryable<Routing>, IQueryable<Routing>> legs, OpenDays now)
        {
            var roles = db.RolesReachingBelow(actor);
            var ((late, latePlain), (soon, soonPlain)) = (now.Late, now.Soon);
            return legs(db.OpenRoutingsNotKeptFrom(actor)).GroupBy(r => r.To).Select(unit => new UnitFigures
            {
                Unit = unit.Key,
                Open = unit.Count(),
                Owed = unit.Count(r => r.Purpose == RoutingPurpose.Action),
                Late = unit.Count(r => r.Purpose == RoutingPurpose.Action && (r.Rank <= late || (r.Rank >= 0 && r.Rank <= latePlain))),
                UntilSoon = unit.Count(r => r.Purpose == RoutingPurpose.Action && (r.Rank <= soon || (r.Rank >= 0 && r.Rank <= soonPlain))),
                NearestAhead = unit.Min(r => r.Purpose == RoutingPurpose.Action && r.Rank < 0 ? r.Rank : (long?)null),
                NearestPlain = unit.Min(r => r.Purpose == RoutingPurpose.Action && r.Rank >= 0 ? r.Rank : (long?)null),
                Oldest = unit.Min(r => r.CaseId),
            }).Where(f => roles.Any(a => db.UnitClosure.Where(k => k.Superior == a.Unit && k.Below == f.Unit).Select(k => k.Depth + 1).FirstOrDefault() > 0));
        }

        /// <summary>The same told by kind: the reach is asked of each unit, and the units are summed in the database.</summary>
        public IQueryable<KindFigures> OpenKindsBelow(Actor actor, Func<IQueryable<Routing>, IQueryable<Routing>> legs)
        {
            var roles = db.RolesReachingBelow(actor);
            return legs(db.OpenRoutingsNotKeptFrom(actor)).GroupBy(r => new { r.CaseKind, r.To }).Select(unit => new
            {
                unit.Key.CaseKind, unit.Key.To, Open = unit.Count(), Oldest = unit.Min(r => r.CaseId),
                Ahead = unit.Min(r => r.Purpose == RoutingPurpose.Action && r.Rank < 0 ? r.Rank : (long?)null),
                Plain = unit.Min(r => r.Purpose == RoutingPurpose.Action && r.Rank >= 0 ? r.Rank : (long?)null),
            }).Where(f => roles.Any(a => db.UnitClosure.Where(k => k.Superior == a.Unit && k.Below == f.To).Select(k => k.Depth + 1).FirstOrDefault() > 0))
                .GroupBy(f => f.CaseKind).Select(kind => new KindFigures
                {
                    Kind = kind.Key, Open = kind.Sum(f => f.Open), Oldest = kind.Min(f => f.Oldest), NearestAhead = kind.Min(f => f.Ahead), NearestPlain = kind.Min(f => f.Plain),
                });
        }

        /// <summary>Where they lie, each unit once.</summary>
        public IQueryable<UnitId> OpenUnitsBelow(Actor actor, Func<IQueryable<Routing>, IQueryable<Routing>> legs)
        {
            var roles = db.RolesReachingBelow(actor);
            return legs(db.OpenRoutingsNotKeptFrom(actor)).GroupBy(r => r.To).Select(unit => unit.Key)
                .Where(unit => roles.Any(a => db.UnitClosure.Where(k => k.Superior == a.Unit && k.Below == unit).Select(k => k.Depth + 1).FirstOrDefault() > 0));
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
