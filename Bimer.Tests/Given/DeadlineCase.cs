using System.Globalization;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;

namespace Bimer.Tests.Given;

/// <summary>One row of <c>Domain/Time/deadline-cases.csv</c>: what happened, the day the law gives for it, and where that stands.</summary>
public sealed record DeadlineCase(LegalBasis Basis, DateOnly ReceivedOn, bool HalfDayWorks)
{
    public DateOnly? ExtendedOn { get; private init; }

    public DateOnly? FeeToldOn { get; private init; }

    public DateOnly? FeePaidOn { get; private init; }

    public FeeClock FeeClock { get; private init; }

    public DateOnly DueOn { get; private init; }

    public bool EndsAtOne { get; private init; }

    public string Source { get; private init; } = "";

    public static IReadOnlyList<DeadlineCase> All { get; } =
        [.. File.ReadLines(Repository.At("Bimer.Tests/Domain/Time/deadline-cases.csv")).Skip(2).Select(Read)];

    public WorkingCalendar Calendar => ACalendar.With(new CalendarRules(HalfDayWorks));

    /// <summary>Lived through the domain's own verbs.</summary>
    public DeadlineTerms Terms()
    {
        var (terms, calendar) = (DeadlineTerms.Received(Basis, ReceivedOn), Calendar);
        if (ExtendedOn is { } extended) terms = terms.Extend(extended, calendar).Value!;
        if (FeeToldOn is { } told) terms = terms.NotifyFee(told, FeeClock, calendar).Value!;
        return FeePaidOn is { } paid ? terms.PayFee(paid).Value! : terms;
    }

    private static DeadlineCase Read(string line)
    {
        var fields = line.Split(',', 10);   // a source may hold a comma
        return new(fields[0] is "3071" ? LegalBasis.PetitionAct : LegalBasis.InformationAct, Day(fields[1])!.Value, fields[2] is "1")
        {
            ExtendedOn = Day(fields[3]), FeeToldOn = Day(fields[4]), FeePaidOn = Day(fields[5]),
            FeeClock = fields[6] is "resume" ? FeeClock.Resume : FeeClock.Restart,
            DueOn = Day(fields[7])!.Value, EndsAtOne = fields[8] is "13:00", Source = fields[9],
        };
    }

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
