using System.Diagnostics;
using Bimer.Blazor.Facts;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Time;

/// <summary>The table of dated deadlines: against the clock, against a walk that knows nothing of the clock, in every zone and language.</summary>
public sealed class DatedDeadlineTests
{
    private static readonly ILookup<DateOnly, HolidayFact> _facts = FactBook.Shipped.Holidays.ToLookup(h => h.Date);

    public static TheoryData<string, string> Machines
    {
        get
        {
            var machines = new TheoryData<string, string>();
            foreach (var zone in (string[])["UTC", "Europe/Istanbul", "Pacific/Kiritimati", "America/Los_Angeles"])
                foreach (var culture in (string[])["tr-TR", "en-US", ""]) machines.Add(zone, culture);
            return machines;
        }
    }

    [Fact]
    public void The_table_is_long_and_names_a_source_for_every_row()
    {
        DeadlineCase.All.Should().HaveCountGreaterThanOrEqualTo(250).And.OnlyHaveUniqueItems(c => c.ToString());
        DeadlineCase.All.Should().OnlyContain(c => c.Source.Length > 10);
        foreach (var year in Enumerable.Range(2016, 20))
            foreach (var feast in (string[])["Ramazan", "Kurban"])
                DeadlineCase.All.Should().Contain(c => c.Source.Contains($"{feast} Bayramı") && c.Source.Contains($".{year} ("), "{0} {1} is told", feast, year);
    }

    [Fact]
    public void Every_row_falls_on_the_day_the_law_gives()
    {
        foreach (var given in DeadlineCase.All)
        {
            var deadline = StatutoryDeadline.Of(given.Terms(), given.Calendar);

            deadline.DueOn.Should().Be(given.DueOn, "{0}", given);
            (IstanbulTime.ToLocal(deadline.EndsAt).Hour == 13).Should().Be(given.EndsAtOne, "{0}", given);
        }
    }

    [Fact]
    public void Every_row_agrees_with_walking_the_days_by_hand()
    {
        foreach (var given in DeadlineCase.All) Walked(given).Should().Be(given.DueOn, "{0}", given);
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task The_clock_and_its_words_are_the_same_on_every_machine(string zone, string culture)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Bimer.Tests.dll"), "clock", culture]);
        start.Environment["TZ"] = zone;

        var told = await ChildProcess.RunAsync(start);

        told.Split('\n').Should().Equal(ClockTable.Lines());
    }

    /// <summary>Day by day from the receipt with a counter in the hand: no calendar, no ledger.</summary>
    private static DateOnly Walked(DeadlineCase given)
    {
        if (given.Basis == LegalBasis.PetitionAct) return FirstOpenFrom(given.ReceivedOn.AddDays(30));
        var (limit, counted, isPaused) = (given.ExtendedOn is null ? 15 : 30, 0, false);
        if (given is { FeeToldOn: not null, FeePaidOn: null }) limit = 15;
        for (var day = given.ReceivedOn; ; day = day.AddDays(1))
        {
            if (day > given.ReceivedOn && !isPaused && Works(day, given.HalfDayWorks)) counted++;
            if (day == given.FeeToldOn) (isPaused, counted) = (given.FeePaidOn is not null, given.FeePaidOn is null ? 0 : counted);
            else if (day == given.FeePaidOn) (isPaused, counted) = (false, given.FeeClock == FeeClock.Restart ? 0 : Math.Min(counted, limit - 1));
            else if (!isPaused && counted == limit && day > (given.FeePaidOn ?? given.FeeToldOn ?? day.AddDays(-1))) return day;
        }
    }

    private static DateOnly FirstOpenFrom(DateOnly day)
    {
        while (!Works(day, halfDayWorks: true)) day = day.AddDays(1);
        return day;
    }

    private static bool Works(DateOnly day, bool halfDayWorks) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && _facts[day].All(h => halfDayWorks && h.Kind == HolidayKind.HalfDay);
}
