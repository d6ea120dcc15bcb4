using System.Linq.Expressions;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Holidays;

/// <summary>Open cases that were counted over the same days: they have one last day and one ledger.</summary>
/// <param name="Ledger">Empty where none was kept.</param>
/// <param name="DueEndsAt">As it stands.</param>
public readonly record struct DueSpan(string Ledger, LegalBasis Basis, DateOnly ReceivedOn, DateOnly DueOn, DateTimeOffset DueEndsAt)
{
    /// <summary>The end by law, where it is another than the one counted from the receipt (4982 m.7).</summary>
    public (DateOnly On, DateTimeOffset EndsAt) LegalEnd => DeadlineLedger.LegalEndOf(Ledger, (DueOn, DueEndsAt));

    /// <summary>The same events under another calendar.</summary>
    public StatutoryDeadline Recount(WorkingCalendar calendar) =>
        StatutoryDeadline.Of(Ledger.Length == 0 ? DeadlineTerms.Received(Basis, ReceivedOn) : DeadlineLedger.Replay(Ledger).Terms, calendar);
}

/// <summary>How many of them lie among the cases of one step, and between which.</summary>
internal sealed record SpanStretch(DueSpan Span, int Cases, CaseId First, CaseId Last);

/// <summary>Which open cases a day can concern.</summary>
internal static class DueSpans
{
    /// <summary>A run of these goes over the day: no other case depends on it. Where the second clock is no legal date its end stands in the ledger alone, so all of these are looked at.</summary>
    public static Expression<Func<CaseFile, bool>> RunsOver(DateOnly day) => c => c.ClosedAt == null && c.ReceivedOn < day
        && (c.DueOn >= day || c.LegalDueOn >= day || (c.LegalDueOn == null && c.Ledger!.StartsWith(DeadlineLedger.OfTwoClocks)));

    extension(BimerDbContext db)
    {
        /// <inheritdoc cref="RunsOver"/>
        public IQueryable<CaseFile> OpenOver(DateOnly day) => db.Cases.Where(RunsOver(day));

        /// <summary>The same told by the days they were counted over: a million cases are some hundreds of these.</summary>
        public async Task<IReadOnlyList<(DueSpan Span, int Cases)>> SpansOverAsync(DateOnly day, CancellationToken ct)
        {
            var spans = await db.OpenOver(day).GroupBy(c => new { Ledger = c.Ledger ?? "", c.Basis, c.ReceivedOn, c.DueOn, c.DueEndsAt })
                .Select(g => new { g.Key, Cases = g.Count() }).ToListAsync(ct);
            return [.. spans.Select(s => (new DueSpan(s.Key.Ledger, s.Key.Basis, s.Key.ReceivedOn, s.Key.DueOn, s.Key.DueEndsAt), s.Cases))];
        }

        /// <summary>The same of the next so many cases behind one of them.</summary>
        public async Task<IReadOnlyList<SpanStretch>> NextSpansAsync(DateOnly day, CaseId behind, int most, CancellationToken ct)
        {
            var spans = await db.OpenOver(day).Where(c => c.Id > behind).OrderBy(c => c.Id).Take(most)
                .GroupBy(c => new { Ledger = c.Ledger ?? "", c.Basis, c.ReceivedOn, c.DueOn, c.DueEndsAt })
                .Select(g => new { g.Key, Cases = g.Count(), First = g.Min(c => c.Id), Last = g.Max(c => c.Id) }).ToListAsync(ct);
            return [.. spans.Select(s => new SpanStretch(new DueSpan(s.Key.Ledger, s.Key.Basis, s.Key.ReceivedOn, s.Key.DueOn, s.Key.DueEndsAt), s.Cases, s.First, s.Last))];
        }
    }
}
