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

    private DeadlineLedger(DeadlineTerms terms, CalendarRules rules, (List<LedgerEntry> Receipt, List<LedgerEntry> Arrival) entries)
    {
        (Terms, Rules, Entries, ArrivalEntries) = (terms, rules, entries.Receipt, entries.Arrival);
        var (last, endsAt) = (Entries[^1].Day, EndOf(Entries));
        var arrival = ArrivalEntries.Count > 0 ? (On: ArrivalEntries[^1].Day, EndsAt: EndOf(ArrivalEntries)) : (On: last, EndsAt: endsAt);
        var legal = terms.ArrivalIsLegal ? arrival : (On: last, EndsAt: endsAt);
        Deadline = new StatutoryDeadline(terms, last, endsAt) { LegalDueOn = legal.On, LegalEndsAt = legal.EndsAt, Ledger = LedgerText.Write(this, endsAt, arrival.EndsAt) };
    }

    // Only a receipt, an arrival or a payment hides what kind of day it was, and none is ever the last one.
    private static DateTimeOffset EndOf(IReadOnlyList<LedgerEntry> entries) =>
        entries[^1].Why == LedgerReason.HalfDay ? IstanbulTime.At(entries[^1].Day, IstanbulTime.HalfDayEnd) : IstanbulTime.EndOf(entries[^1].Day);

    public DeadlineTerms Terms { get; }

    /// <summary>The settings that were in force.</summary>
    public CalendarRules Rules { get; }

    /// <summary>In order, without a gap; the last one is the last legal day.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; }

    /// <summary>
    /// The second clock of a request that was sent on (4982 m.7): the days from its arrival at the other institution. Empty where it never left, and while a fee is awaited, for
    /// then the applicant's own time runs, and there is one of it.
    /// </summary>
    public IReadOnlyList<LedgerEntry> ArrivalEntries { get; }

    public StatutoryDeadline Deadline { get; }

    /// <summary>The thirtieth day, where it did not work and the end went on to the next that does (3071 m.7); none where it is the last.</summary>
    public DateOnly? MovedFrom => Terms.Basis == LegalBasis.PetitionAct && Entries[^1].Weight == 0 ? Entries.Last(e => e.Weight == 1).Day : null;

    /// <summary>Walks the days.</summary>
    public static DeadlineLedger Of(DeadlineTerms terms, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(calendar);
        calendar = calendar.AsItStands;   // a table that changes half way would make a ledger of two
        var arrival = terms is { ArrivedOn: not null, AwaitsFee: false } ? LedgerWalk.FromArrival(terms, calendar).Walk() : [];
        return new(terms, calendar.Rules, (LedgerWalk.FromReceipt(terms, calendar).Walk(), arrival));
    }

    /// <summary>One line, the same for the same days on every machine; see <see cref="LedgerText"/>.</summary>
    public string ToText() => Deadline.Ledger;

    /// <summary>So begins the text of a ledger that holds two clocks.</summary>
    public const string OfTwoClocks = LedgerText.WithArrival + "|";

    /// <summary>Whether a kept text tells of a second clock (4982 m.7), without reading it.</summary>
    public static bool TellsArrival(string? text) => text?.StartsWith(OfTwoClocks, StringComparison.Ordinal) == true;

    /// <summary>The legal end a kept text tells of; where it knows of no second clock, that of the receipt.</summary>
    /// <param name="receipt">The last day and the first instant that is too late, as the case has them.</param>
    public static (DateOnly On, DateTimeOffset EndsAt) LegalEndOf(string? kept, (DateOnly On, DateTimeOffset EndsAt) receipt) =>
        TellsArrival(kept) && Replay(kept!).Deadline is var told ? (told.LegalDueOn, told.LegalEndsAt) : receipt;

    /// <summary>The ledger a text tells of, recounted from its days alone. A text that does not add up is a <see cref="FormatException"/>.</summary>
    public static DeadlineLedger Replay(string text)
    {
        var (terms, rules, receipt, arrival) = LedgerText.Read(text);
        var ledger = new DeadlineLedger(terms, rules, (receipt, arrival));
        return string.Equals(ledger.ToText(), text, StringComparison.Ordinal)
            ? ledger
            : throw new FormatException("The deadline ledger does not add up: its end.");
    }
}
