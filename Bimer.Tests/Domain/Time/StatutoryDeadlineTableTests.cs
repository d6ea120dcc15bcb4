using System.Globalization;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Time;

/// <summary>
/// Expected days come from a separate program over the same holiday rows that lists the days after receipt, strikes those
/// that do not work and takes the fifteenth (or the first from the thirtieth on that is neither weekend nor whole holiday); the rows marked with a star
/// are the examples worked by hand in the specification. "13" ends at 13.00, "24" at midnight.
/// </summary>
public sealed class StatutoryDeadlineTableTests
{
    private const LegalBasis Petition = LegalBasis.PetitionAct;
    private const LegalBasis Information = LegalBasis.InformationAct;
    private const bool HalfDayWorks = true;
    private const bool HalfDayFree = false;

    public static TheoryData<LegalBasis, string, bool, string, int> Rows => new()
    {
        { Information, "2026-05-18", HalfDayWorks, "2026-06-12", 24 },   // Mon to Fri *
        { Information, "2026-05-04", HalfDayWorks, "2026-05-26", 13 },   // Mon to Tue *
        { Information, "2026-04-30", HalfDayWorks, "2026-05-25", 24 },   // Thu to Mon
        { Information, "2026-05-01", HalfDayWorks, "2026-05-25", 24 },   // Fri to Mon
        { Information, "2026-05-02", HalfDayWorks, "2026-05-25", 24 },   // Sat to Mon
        { Information, "2026-05-03", HalfDayWorks, "2026-05-25", 24 },   // Sun to Mon
        { Information, "2026-05-19", HalfDayWorks, "2026-06-12", 24 },   // Tue to Fri
        { Information, "2026-05-22", HalfDayWorks, "2026-06-17", 24 },   // Fri to Wed
        { Information, "2026-05-25", HalfDayWorks, "2026-06-18", 24 },   // Mon to Thu
        { Information, "2026-05-26", HalfDayWorks, "2026-06-19", 24 },   // Tue to Fri
        { Information, "2026-05-27", HalfDayWorks, "2026-06-19", 24 },   // Wed to Fri
        { Information, "2026-05-30", HalfDayWorks, "2026-06-19", 24 },   // Sat to Fri
        { Information, "2026-06-01", HalfDayWorks, "2026-06-22", 24 },   // Mon to Mon
        { Information, "2026-02-26", HalfDayWorks, "2026-03-19", 13 },   // Thu to Thu
        { Information, "2026-02-27", HalfDayWorks, "2026-03-23", 24 },   // Fri to Mon
        { Information, "2026-03-02", HalfDayWorks, "2026-03-24", 24 },   // Mon to Tue
        { Information, "2026-03-13", HalfDayWorks, "2026-04-06", 24 },   // Fri to Mon
        { Information, "2026-03-19", HalfDayWorks, "2026-04-10", 24 },   // Thu to Fri
        { Information, "2026-03-20", HalfDayWorks, "2026-04-10", 24 },   // Fri to Fri
        { Information, "2026-04-01", HalfDayWorks, "2026-04-22", 24 },   // Wed to Wed
        { Information, "2026-04-02", HalfDayWorks, "2026-04-24", 24 },   // Thu to Fri
        { Information, "2026-04-22", HalfDayWorks, "2026-05-15", 24 },   // Wed to Fri
        { Information, "2026-04-23", HalfDayWorks, "2026-05-15", 24 },   // Thu to Fri
        { Information, "2026-07-14", HalfDayWorks, "2026-08-05", 24 },   // Tue to Wed
        { Information, "2026-07-15", HalfDayWorks, "2026-08-05", 24 },   // Wed to Wed
        { Information, "2026-08-28", HalfDayWorks, "2026-09-18", 24 },   // Fri to Fri
        { Information, "2026-10-07", HalfDayWorks, "2026-10-28", 13 },   // Wed to Wed
        { Information, "2026-10-08", HalfDayWorks, "2026-10-30", 24 },   // Thu to Fri
        { Information, "2026-10-28", HalfDayWorks, "2026-11-19", 24 },   // Wed to Thu
        { Information, "2026-10-29", HalfDayWorks, "2026-11-19", 24 },   // Thu to Thu
        { Information, "2026-11-11", HalfDayWorks, "2026-12-02", 24 },   // Wed to Wed
        { Information, "2026-12-10", HalfDayWorks, "2026-12-31", 24 },   // Thu to Thu
        { Information, "2026-12-11", HalfDayWorks, "2027-01-04", 24 },   // Fri to Mon
        { Information, "2026-12-31", HalfDayWorks, "2027-01-22", 24 },   // Thu to Fri
        { Information, "2026-01-01", HalfDayWorks, "2026-01-22", 24 },   // Thu to Thu
        { Information, "2027-02-12", HalfDayWorks, "2027-03-05", 24 },   // Fri to Fri
        { Information, "2027-04-27", HalfDayWorks, "2027-05-21", 24 },   // Tue to Fri
        { Information, "2027-05-14", HalfDayWorks, "2027-06-09", 24 },   // Fri to Wed
        { Information, "2023-03-31", HalfDayWorks, "2023-04-24", 24 },   // Fri to Mon
        { Information, "2023-04-06", HalfDayWorks, "2023-04-28", 24 },   // Thu to Fri
        { Information, "2023-06-06", HalfDayWorks, "2023-06-27", 13 },   // Tue to Tue
        { Information, "2022-04-11", HalfDayWorks, "2022-05-05", 24 },   // Mon to Thu
        { Information, "2022-06-17", HalfDayWorks, "2022-07-08", 13 },   // Fri to Fri
        { Information, "2024-03-26", HalfDayWorks, "2024-04-19", 24 },   // Tue to Fri
        { Information, "2024-06-14", HalfDayWorks, "2024-07-10", 24 },   // Fri to Wed
        { Information, "2033-12-10", HalfDayWorks, "2034-01-02", 24 },   // Sat to Mon
        { Information, "2028-02-29", HalfDayWorks, "2028-03-21", 24 },   // Tue to Tue
        { Information, "2025-05-15", HalfDayWorks, "2025-06-10", 24 },   // Thu to Tue
        { Information, "2026-05-18", HalfDayFree, "2026-06-15", 24 },   // Mon to Mon *
        { Information, "2026-05-04", HalfDayFree, "2026-06-01", 24 },   // Mon to Mon
        { Information, "2026-05-26", HalfDayFree, "2026-06-19", 24 },   // Tue to Fri
        { Information, "2026-03-02", HalfDayFree, "2026-03-25", 24 },   // Mon to Wed
        { Information, "2026-10-07", HalfDayFree, "2026-10-30", 24 },   // Wed to Fri
        { Information, "2026-10-28", HalfDayFree, "2026-11-19", 24 },   // Wed to Thu
        { Information, "2025-05-15", HalfDayFree, "2025-06-11", 24 },   // Thu to Wed
        { Information, "2022-06-17", HalfDayFree, "2022-07-13", 24 },   // Fri to Wed
        { Petition, "2026-11-11", HalfDayWorks, "2026-12-11", 24 },   // Wed to Fri
        { Petition, "2026-04-26", HalfDayWorks, "2026-05-26", 13 },   // Sun to Tue
        { Petition, "2026-04-27", HalfDayWorks, "2026-06-01", 24 },   // Mon to Mon
        { Petition, "2026-04-28", HalfDayWorks, "2026-06-01", 24 },   // Tue to Mon
        { Petition, "2026-04-29", HalfDayWorks, "2026-06-01", 24 },   // Wed to Mon
        { Petition, "2026-04-30", HalfDayWorks, "2026-06-01", 24 },   // Thu to Mon
        { Petition, "2026-02-17", HalfDayWorks, "2026-03-19", 13 },   // Tue to Thu
        { Petition, "2026-02-18", HalfDayWorks, "2026-03-23", 24 },   // Wed to Mon
        { Petition, "2026-02-19", HalfDayWorks, "2026-03-23", 24 },   // Thu to Mon
        { Petition, "2026-09-28", HalfDayWorks, "2026-10-28", 13 },   // Mon to Wed
        { Petition, "2026-09-29", HalfDayWorks, "2026-10-30", 24 },   // Tue to Fri
        { Petition, "2026-12-01", HalfDayWorks, "2026-12-31", 24 },   // Tue to Thu
        { Petition, "2026-12-02", HalfDayWorks, "2027-01-04", 24 },   // Wed to Mon
        { Petition, "2026-12-03", HalfDayWorks, "2027-01-04", 24 },   // Thu to Mon
        { Petition, "2026-03-24", HalfDayWorks, "2026-04-24", 24 },   // Tue to Fri
        { Petition, "2026-04-01", HalfDayWorks, "2026-05-04", 24 },   // Wed to Mon
        { Petition, "2026-06-15", HalfDayWorks, "2026-07-16", 24 },   // Mon to Thu
        { Petition, "2026-07-31", HalfDayWorks, "2026-08-31", 24 },   // Fri to Mon
        { Petition, "2026-01-31", HalfDayWorks, "2026-03-02", 24 },   // Sat to Mon
        { Petition, "2028-01-31", HalfDayWorks, "2028-03-01", 24 },   // Mon to Wed
        { Petition, "2027-04-15", HalfDayWorks, "2027-05-20", 24 },   // Thu to Thu
        { Petition, "2027-04-17", HalfDayWorks, "2027-05-20", 24 },   // Sat to Thu
        { Petition, "2025-12-02", HalfDayWorks, "2026-01-02", 24 },   // Tue to Fri
        { Petition, "2024-05-16", HalfDayWorks, "2024-06-20", 24 },   // Thu to Thu
        { Petition, "2024-05-18", HalfDayWorks, "2024-06-20", 24 },   // Sat to Thu
        { Petition, "2023-03-21", HalfDayWorks, "2023-04-20", 13 },   // Tue to Thu
        { Petition, "2023-05-28", HalfDayWorks, "2023-06-27", 13 },   // Sun to Tue
        { Petition, "2022-04-01", HalfDayWorks, "2022-05-05", 24 },   // Fri to Thu
        { Petition, "2022-06-08", HalfDayWorks, "2022-07-08", 13 },   // Wed to Fri
        { Petition, "2026-04-26", HalfDayFree, "2026-05-26", 13 },   // Sun to Tue: a half day is no full holiday
        { Petition, "2026-09-28", HalfDayFree, "2026-10-28", 13 },   // Mon to Wed
        { Petition, "2026-02-17", HalfDayFree, "2026-03-19", 13 },   // Tue to Thu
        { Petition, "2025-05-06", HalfDayFree, "2025-06-05", 13 },   // Tue to Thu
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_deadline_falls_on_the_day_the_law_gives(LegalBasis basis, string receivedOn, bool halfDayWorks, string dueOn, int endHour)
    {
        var deadline = StatutoryDeadline.Of(basis, Day(receivedOn), ACalendar.With(new CalendarRules(halfDayWorks)));

        deadline.DueOn.Should().Be(Day(dueOn));
        // Istanbul has been at +03.00 all year round since 2016, and no row is older.
        deadline.EndsAt.Should().Be(new DateTimeOffset(Day(dueOn), TimeOnly.MinValue, TimeSpan.FromHours(3)).AddHours(endHour));
        deadline.EndsAt.Offset.Should().Be(TimeSpan.Zero);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
