using Bimer.Domain.Cases;

namespace Bimer.Domain.Time;

/// <summary>
/// Every day that made a deadline, from the day of receipt to the last day (Süre Defteri): the deadline explained, and
/// replayable from its own text years later, when the holiday table has long changed.
/// </summary>
public sealed class DeadlineLedger
{
    /// <summary>What makes Saturday and Sunday days that do not work.</summary>
    public const string WeekendArticle = "657 m.99";

    private DeadlineLedger(DeadlineTerms terms, CalendarRules rules, List<LedgerEntry> entries)
    {
        (Terms, Rules, Entries) = (terms, rules, entries);
        var last = entries[^1];
        // Only a receipt or a payment hides what kind of day it was, and neither is ever the last one.
        var endsAt = last.Why == LedgerReason.HalfDay
            ? IstanbulTime.At(last.Day, IstanbulTime.HalfDayEnd)
            : IstanbulTime.EndOf(last.Day);
        Deadline = new StatutoryDeadline(terms, last.Day, endsAt) { Ledger = LedgerText.Write(this, endsAt) };
    }

    public DeadlineTerms Terms { get; }

    /// <summary>The settings that were in force.</summary>
    public CalendarRules Rules { get; }

    /// <summary>In order, without a gap; the last one is the last legal day.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    public StatutoryDeadline Deadline { get; }

    /// <summary>The thirtieth day, where it did not work and the end went on to the next that does (3071 m.7); none where it is the last.</summary>
    public DateOnly? MovedFrom => Terms.Basis == LegalBasis.PetitionAct && Entries[^1].Weight == 0 ? Entries.Last(e => e.Weight == 1).Day : null;

    /// <summary>Walks the days.</summary>
    public static DeadlineLedger Of(DeadlineTerms terms, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(calendar);
        calendar = calendar.AsItStands;   // a table that changes half way would make a ledger of two
        return new(terms, calendar.Rules, new LedgerWalk(terms, calendar).Walk());
    }

    /// <summary>One line, the same for the same days on every machine; see <see cref="LedgerText"/>.</summary>
    public string ToText() => Deadline.Ledger;

    /// <summary>The ledger a text tells of, recounted from its days alone. A text that does not add up is a <see cref="FormatException"/>.</summary>
    public static DeadlineLedger Replay(string text)
    {
        var (terms, rules, entries) = LedgerText.Read(text);
        var ledger = new DeadlineLedger(terms, rules, entries);
        return string.Equals(ledger.ToText(), text, StringComparison.Ordinal)
            ? ledger
            : throw new FormatException("The deadline ledger does not add up: its end.");
    }
}
