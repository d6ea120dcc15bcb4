using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Workspace.CaseDetail.Clocking;

/// <summary>Turns the ledger of a deadline into words, days and calendar leaves (Süre Defteri).</summary>
public sealed class LedgerReader(WorkingCalendar calendar, IStringLocalizer<LedgerWords> words)
{
    /// <param name="today">Marked where it lies within.</param>
    public LedgerSheet Read(DeadlineLedger ledger, DateOnly today)
    {
        IReadOnlyList<LedgerDay> days = [.. ledger.Entries.Select(entry => DayOf(ledger, entry) with { IsToday = entry.Day == today, IsLast = entry.Day == ledger.Deadline.DueOn })];
        var (second, last) = (ledger.ArrivalEntries, ledger.ArrivalEntries.Count > 0 ? ledger.ArrivalEntries[^1].Day : default);
        return new LedgerSheet([.. Sentences(ledger), .. OfArrival(ledger)], days, [.. MonthsOf(days)])
        {
            Second = [.. second.Select(entry => DayOf(ledger, entry) with { IsToday = entry.Day == today, IsLast = entry.Day == last })],
        };
    }

    /// <summary>A request that was sent on has a second clock; which of both is the law's is said in words.</summary>
    private IEnumerable<string> OfArrival(DeadlineLedger ledger)
    {
        if (ledger.Terms.ArrivedOn is not { } arrived) yield break;
        yield return words["Arrived", Moments.LongDay(arrived)];
        if (ledger.ArrivalEntries.Count == 0) yield return words["ArrivedFee"];
        else yield return words[ledger.Terms.ArrivalIsLegal ? "ArrivalIsLegal" : "ReceiptIsLegal", Moments.LongDay(ledger.ArrivalEntries[^1].Day), Moments.LongDay(ledger.Deadline.DueOn)];
    }

    private LedgerDay DayOf(DeadlineLedger ledger, LedgerEntry entry)
    {
        var isMoved = entry.Day > ledger.MovedFrom;
        return new(entry.Day, isMoved ? "moved" : CssOf(entry), entry.Weight == 1 ? entry.Count : null, string.Join(", ", Told(ledger, entry, isMoved)), entry.Article);
    }

    private IEnumerable<string> Told(DeadlineLedger ledger, LedgerEntry entry, bool isMoved)
    {
        if (entry.Weight == 1) yield return words[ledger.Terms.Basis == LegalBasis.PetitionAct ? "CountedDay" : "CountedWorkingDay", entry.Count];
        if (entry.Why != LedgerReason.Working) yield return words["Why." + entry.Why];
        if (IsNamed(entry.Why) && calendar.HolidayOn(entry.Day) is { } holiday) yield return holiday.Name;
        if (entry is { Weight: 0, Why: not (LedgerReason.Receipt or LedgerReason.AwaitingFee or LedgerReason.Arrival) } && !isMoved) yield return words["NotCounted"];
        if (entry == ledger.Entries[^1] || (ledger.ArrivalEntries.Count > 0 && entry == ledger.ArrivalEntries[^1])) yield return words[isMoved ? "LastDayMovedHere" : "LastDay"];
    }

    private IEnumerable<string> Sentences(DeadlineLedger ledger)
    {
        var terms = ledger.Terms;
        yield return words["Received", Moments.LongDay(terms.ReceivedOn)];
        yield return words[terms.Basis == LegalBasis.PetitionAct ? "RunPetition" : terms.ExtendedOn is null ? "RunInformation" : "RunExtended", terms.ExtendedOn is { } on ? Moments.Day(on) : ""];
        if (terms.ProgressOn is { } told) yield return words["ProgressTold", Moments.LongDay(told), DeadlineTerms.AfterProgressDays];
        foreach (var sentence in OfFee(terms)) yield return sentence;
        foreach (var sentence in OfSkipped(ledger)) yield return sentence;
        if (ledger.MovedFrom is { } moved) yield return words["Moved", Moments.LongDay(moved), string.Join(", ", Named(ledger.Entries.Single(e => e.Day == moved)))];
        var endsAtOne = ledger.Deadline.EndsAt < IstanbulTime.EndOf(ledger.Deadline.DueOn);
        yield return words[endsAtOne ? "EndsAtOne" : "EndsAtMidnight", Moments.LongDay(ledger.Deadline.DueOn)];
        yield return words["HoldStopsNothing"];
    }

    private IEnumerable<string> OfFee(DeadlineTerms terms)
    {
        if (terms.FeeNoticeOn is not { } told) yield break;
        yield return words["FeeTold", Moments.Day(told)];
        if (terms.FeePaidOn is { } paid) yield return words[terms.FeeClock == FeeClock.Restart ? "FeePaidRestart" : "FeePaidResume", Moments.Day(paid)];
        else yield return words["FeeAwaited", DeadlineTerms.FeeDays];
    }

    private IEnumerable<string> OfSkipped(DeadlineLedger ledger)
    {
        if (ledger.Terms.Basis == LegalBasis.PetitionAct) yield break;
        var skipped = ledger.Entries.Where(e => e is { Weight: 0, Why: not (LedgerReason.Receipt or LedgerReason.AwaitingFee) }).ToList();
        var holidays = skipped.Where(e => e.Why != LedgerReason.Weekend).ToList();
        yield return words.Counted("SkippedWeekends", skipped.Count - holidays.Count);
        if (holidays.Count > 0) yield return words.Counted("SkippedHolidays", holidays.Count, string.Join(", ", holidays.SelectMany(Named).Distinct(StringComparer.Ordinal)));
        var halves = ledger.Entries.Where(e => e is { Why: LedgerReason.HalfDay, Weight: 1 }).ToList();
        if (halves.Count > 0) yield return words["HalfDaysCount", string.Join(", ", halves.SelectMany(Named))];
    }

    /// <summary>"Kurban Bayramı 1. gün (2429 m.2/B-2)".</summary>
    private IEnumerable<string> Named(LedgerEntry entry) =>
        [string.Create(CultureInfo.InvariantCulture, $"{(IsNamed(entry.Why) ? calendar.HolidayOn(entry.Day)?.Name : null) ?? words["Why." + entry.Why].Value} ({WhyFree(entry)})")];

    // A weekend day that counted carries the article of the count; that it did not work stands elsewhere.
    private static string WhyFree(LedgerEntry entry) => entry.Why == LedgerReason.Weekend ? DeadlineLedger.WeekendArticle : entry.Article;

    private static IEnumerable<LedgerMonth> MonthsOf(IReadOnlyList<LedgerDay> days)
    {
        var byDay = days.ToDictionary(day => day.Day);
        var (first, last) = (days[0].Day, days[^1].Day);
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
            yield return new(month.ToString("MMMM yyyy", CultureInfo.CurrentCulture), [.. WeeksOf(month, byDay)]);
    }

    private static IEnumerable<LedgerWeek> WeeksOf(DateOnly month, Dictionary<DateOnly, LedgerDay> days)
    {
        var monday = month.AddDays(-(((int)month.DayOfWeek + 6) % 7));
        for (; monday < month.AddMonths(1); monday = monday.AddDays(7))
            yield return new([.. Enumerable.Range(0, 7).Select(i => CellOf(monday.AddDays(i), month, days))]);
    }

    private static LedgerCell CellOf(DateOnly day, DateOnly month, Dictionary<DateOnly, LedgerDay> days) =>
        day.Month == month.Month ? new(day.Day, days.GetValueOrDefault(day)) : new(null, null);

    private static bool IsNamed(LedgerReason why) => why is LedgerReason.Holiday or LedgerReason.HalfDay or LedgerReason.AdministrativeLeave;

    private static string CssOf(LedgerEntry entry) => entry.Why switch
    {
        LedgerReason.Receipt or LedgerReason.Arrival => "receipt",
        LedgerReason.Working => "counted",
        LedgerReason.HalfDay => "half",
        LedgerReason.AdministrativeLeave => "leave",
        LedgerReason.Weekend => "weekend",
        LedgerReason.Holiday => "holiday",
        _ => "fee",
    };
}
