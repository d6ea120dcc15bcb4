using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>Narrows parts by where they lie, how far they have come, in whose hands they are and since when.</summary>
internal static class WhoseParts
{
    extension(BimerDbContext db)
    {
        public IQueryable<Routing> LyingAt(IQueryable<Routing> parts, BoxFilter filter)
        {
            if (filter.At is not { Array: var units }) return parts;
            if (!filter.WithBelow) return parts.Among(filter.At, r => r.To);
            if (units.Length > 1) return parts.Where(r => db.UnitClosure.Where(k => units.Contains(k.Superior) && k.Below == r.To).Select(k => k.Depth + 1).FirstOrDefault() > 0);
            var at = units[0];
            // A number instead of whether there is any, see OpenRoutingsBelow.
            return parts.Where(r => db.UnitClosure.Where(k => k.Superior == at && k.Below == r.To).Select(k => k.Depth + 1).FirstOrDefault() > 0);
        }

        /// <summary>The same of cases: an open part of them lies there.</summary>
        public IQueryable<CaseFile> LyingAt(IQueryable<CaseFile> cases, BoxFilter filter)
        {
            if (filter.At is null) return cases;
            var there = db.LyingAt(db.Routings.Where(r => r.EndedAt == null), filter);
            return cases.Where(c => there.Any(r => r.CaseId == c.Id));
        }
    }

    extension(IQueryable<Routing> parts)
    {
        /// <summary>Sent by any of these; no unit stands for the citizen.</summary>
        public IQueryable<Routing> SentBy(BoxFilter filter)
        {
            if (filter.Sender is not { Array: var senders }) return parts;
            if (senders is [var only]) return parts.Where(r => r.From == only.Unit);
            UnitId[] units = [.. senders.Select(sender => sender.Unit).OfType<UnitId>()];
            return Array.Exists(senders, sender => sender.Unit is null)
                ? parts.Where(r => r.From == null || units.Contains(r.From.Value))
                : parts.Where(r => r.From != null && units.Contains(r.From.Value));
        }

        public IQueryable<Routing> InHands(BoxFilter filter, DateTimeOffset now)
        {
            parts = parts.Among(filter.State, r => r.State);
            if (filter.Custody == CustodyFilter.Somebody) parts = parts.Where(r => r.Custodian != null);
            if (filter.Custody is CustodyFilter.Nobody or CustodyFilter.Unread) parts = parts.Where(r => r.Custodian == null);
            if (filter.Custody == CustodyFilter.Unread) parts = parts.Where(r => r.LookedAt == null);
            if (filter.Holder is { } holder) parts = parts.Where(r => r.Custodian == holder);
            if (filter.RestingDays is { } days && IstanbulTime.EndOf(IstanbulTime.LegalDay(now).AddDays(-days)) is var end) parts = parts.Where(r => (r.OpenedAt ?? r.SentAt) < end);
            return parts;
        }

        /// <summary>Open parts whose legal time is over, or ends within a week: their rank is the day, so nothing is asked of their cases. What came for information is late for others.</summary>
        public IQueryable<Routing> DueByRank(DueFilter due, DateTimeOffset now)
        {
            var ((late, latePlain), (soon, soonPlain)) = (Routing.RanksOf(now), Routing.RanksOf(now.AddDays(NearUntil.WeekDays)));
            var owed = parts.Where(r => r.Purpose == RoutingPurpose.Action);
            return due == DueFilter.Late
                ? owed.Where(r => r.Rank <= late || (r.Rank >= 0 && r.Rank <= latePlain))
                : owed.Where(r => (r.Rank > late && r.Rank <= soon) || (r.Rank > latePlain && r.Rank <= soonPlain));
        }
    }
}
