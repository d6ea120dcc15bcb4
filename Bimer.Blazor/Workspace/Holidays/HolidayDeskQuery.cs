using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Holidays;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Holidays;

/// <summary>Reads the table and what was decided of it, and tells beforehand what a decision does to the open cases. Changes nothing.</summary>
public sealed class HolidayDeskQuery(IDbContextFactory<BimerDbContext> dbFactory, HolidayRights rights, WorkingCalendar calendar, OfficerDirectory officers, TimeProvider clock)
{
    /// <summary>The most cases a preview names, and decisions the page tells.</summary>
    public const int Most = 50;

    private DateOnly Today => IstanbulTime.LegalDay(clock.GetUtcNow());

    /// <returns>None for whoever is signed out.</returns>
    public async Task<HolidayDesk?> ReadAsync(int year, CancellationToken ct)
    {
        if (await rights.ActorAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var rulings = await db.RuledHolidays.AsNoTracking().OrderByDescending(h => h.Sequence).Take(Most).ToListAsync(ct);
        await officers.LoadAsync([.. rulings.Select(h => h.By).Distinct()], ct);
        var (table, today) = (calendar.Holidays, Today);
        return new HolidayDesk(
            rights.MayRule(actor), today, table.LastYear, table.RunsOut(today), [.. table.All.Where(h => h.Day.Year == year)],
            [.. rulings.Select(h => new RulingLine(h.Sequence, h.Day, h.Kind, h.Name, h.Article, h.Was, officers.NameOf(h.By), h.At, h.Total, h.Seen, h.Moved, h.FinishedAt))]);
    }

    /// <summary>"N open cases move": counted over all, named as far as the reader may see them.</summary>
    public async Task<Outcome<HolidayPreview>> PreviewAsync(HolidayForm form, CancellationToken ct)
    {
        if (await rights.ActorAsync(ct) is not { } actor) return new Refusal.SignedOut();
        if (!rights.MayRule(actor)) return new Refusal.NotYoursToRuleHolidays();
        var asked = HolidayRuling.Of(form.Day ?? default, form.Kind, form.Name, form.Article, calendar.Holidays, Today);
        if (asked.Value is not { } ruling) return asked.Refusal!;

        var after = new WorkingCalendar(calendar.Holidays.With([ruling]), calendar.Rules);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var spans = await db.SpansOverAsync(ruling.Day, ct);
        var moving = spans.Where(s => new SpanMove(s.Span, s.Span.Recount(after)).Told is not null).ToList();
        var cases = await NamedAsync(db, actor, ruling.Day, after, [.. moving.Select(s => s.Span)], ct);
        return new HolidayPreview(ruling, HolidayRuledHandler.NamesOf(calendar.Holidays, ruling.Day), spans.Sum(s => s.Cases), moving.Sum(s => s.Cases), cases);
    }

    private static async Task<IReadOnlyList<MovingCase>> NamedAsync(BimerDbContext db, Domain.Organisation.Actor actor, DateOnly day, WorkingCalendar after, HashSet<DueSpan> moving, CancellationToken ct)
    {
        if (moving.Count == 0) return [];
        var open = await db.CasesVisibleTo(actor).AsNoTracking().Where(DueSpans.RunsOver(day))
            .OrderBy(c => c.DueEndsAt).ThenBy(c => c.Id).Take(4 * Most)
            .Select(c => new { c.Id, c.Kind, Span = new DueSpan(c.Ledger ?? "", c.Basis, c.ReceivedOn, c.DueOn, c.DueEndsAt) }).ToListAsync(ct);
        return [.. open.Where(c => moving.Contains(c.Span)).Take(Most).Select(c => MovingOf(c.Id, c.Kind, new SpanMove(c.Span, c.Span.Recount(after))))];
    }

    private static MovingCase MovingOf(Domain.Kernel.CaseId id, Domain.Cases.CaseKind kind, SpanMove move)
    {
        var (before, after) = move.Told!.Value;
        var endsAt = after == move.Deadline.DueOn ? move.Deadline.EndsAt : move.Deadline.LegalEndsAt;
        return new MovingCase(id, kind, before, after, endsAt < IstanbulTime.EndOf(after));
    }
}
