using System.Globalization;
using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Facts;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Facts;

/// <summary>The demo as the product tells it (seed 2016), and with a seed of the day: a bound that holds for one seed alone is no bound.</summary>
public sealed class DemoStoryTests
{
    private const int Count = 5_000;
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly int RandomSeed = Random.Shared.Next();

    public static TheoryData<int> Seeds => [2016, RandomSeed];

    [Theory, MemberData(nameof(Seeds))]
    public void The_same_seed_tells_the_same_story(int seed)
    {
        var (first, second) = (Story(seed), DemoStory.Petitions(seed, Today, Count).ToList());
        second.Select(Told).Should().Equal(first.Select(Told), "the seed is {0}", seed);
        DemoStory.Petitions(seed + 1, Today, 50).Select(Told).Should().NotEqual(first.Take(50).Select(Told), "the seed is {0}", seed);
    }

    // The last seed once made one petition in eleven a rare one: its streams began alike.
    [Theory, MemberData(nameof(Seeds)), InlineData(1_681_336_231)]
    public void Kinds_come_in_their_shares(int seed)
    {
        Share(seed, p => p.Kind == CaseKind.Request).Should().BeInRange(0.42, 0.48, "the seed is {0}", seed);
        Share(seed, p => p.Kind == CaseKind.Complaint).Should().BeInRange(0.37, 0.43, "the seed is {0}", seed);
        Share(seed, p => p.Kind == CaseKind.InformationRequest).Should().BeInRange(0.063, 0.097, "the seed is {0}", seed);
        Share(seed, p => p.Kind is CaseKind.TipOff or CaseKind.Opinion or CaseKind.Thanks).Should().BeInRange(0.055, 0.085, "the seed is {0}", seed);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void One_or_two_in_a_hundred_hide_and_only_where_hiding_exists(int seed)
    {
        Share(seed, p => p.WantsConcealment).Should().BeInRange(0.009, 0.022, "the seed is {0}", seed);
        Story(seed).Where(p => p.WantsConcealment).Should().OnlyContain(p => p.Kind.AllowsConcealment(), "the seed is {0}", seed);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_five_great_provinces_lead_in_their_order(int seed)
    {
        var plates = Story(seed).GroupBy(p => p.Place.Plate, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => g.Key).ToList();
        plates.Take(3).Should().Equal(["34", "06", "35"], "the seed is {0}", seed);
        plates.Skip(3).Take(2).Should().BeEquivalentTo(["42", "07"], "the seed is {0}", seed);
        plates.Should().HaveCount(81, "the seed is {0}", seed);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Petitions_are_spread_over_the_fourteen_months_before_today_in_order(int seed)
    {
        var story = Story(seed);
        story.Select(p => p.FiledAt).Should().BeInAscendingOrder();
        story.Select(p => p.Number).Should().Equal(Enumerable.Range(1, Count));
        story.Should().OnlyContain(p => Day(p) >= Today.AddMonths(-14) && Day(p) < Today && p.ReceivedOn <= Day(p) && p.ReceivedOn >= Day(p).AddDays(-4));
        story.Select(p => (p.FiledAt.Year, p.FiledAt.Month)).Distinct().Should().HaveCountGreaterThanOrEqualTo(14);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Weekends_and_holidays_are_quiet(int seed)
    {
        var perDay = Story(seed).GroupBy(Day).ToDictionary(g => g.Key, g => g.Count());
        var days = Enumerable.Range(0, Today.DayNumber - Today.AddMonths(-14).DayNumber).Select(n => Today.AddMonths(-14).AddDays(n)).ToList();
        var holidays = FactBook.Shipped.Holidays.Where(h => h.Kind == HolidayKind.FullDay).Select(h => h.Date).ToHashSet();
        double Mean(Func<DateOnly, bool> which) => days.Where(which).Average(d => perDay.GetValueOrDefault(d));
        bool Weekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

        var workday = Mean(d => !Weekend(d) && !holidays.Contains(d));
        Mean(Weekend).Should().BeLessThan(0.6 * workday, "the seed is {0}", seed);
        Mean(d => !Weekend(d) && holidays.Contains(d)).Should().BeLessThan(0.7 * workday, "the seed is {0}", seed);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void People_are_whole_and_write_more_than_once_now_and_then(int seed)
    {
        var people = Story(seed).Select(p => p.Person).DistinctBy(p => p.Number).ToList();
        people.Should().OnlyHaveUniqueItems(p => p.NationalId).And.OnlyHaveUniqueItems(p => p.Mobile);
        people.Where(p => !CitizenNumber.Passes(p.NationalId) || !CitizenNumber.Passes(p.MotherNationalId)).Should().BeEmpty("the seed is {0}", seed);
        people.Should().OnlyContain(p => p.GivenName.Length > 1 && p.Surname.Length > 1 && p.MotherMaidenName.Length > 1 && p.Address.Contains(p.District.Name, StringComparison.Ordinal));
        people.Where(p => p.Email is not null).Should().OnlyContain(p => p.Email!.EndsWith(".invalid", StringComparison.Ordinal) && p.Email.All(char.IsAscii));
        people.Count.Should().BeInRange(3_900, 4_500, "the seed is {0}", seed);
    }

    private static string Told(DemoPetition p) => string.Join(
        '|',
        [
            p.FiledAt.ToString("O", CultureInfo.InvariantCulture), p.Person.ToString(), $"{p.Kind} {p.Channel} {p.Priority} {p.ReceivedOn:O} {p.WantsConcealment} {p.AddressedTo}",
            p.RecordedBy?.FullName, p.Text, p.Subject.Code, .. p.Fate.Steps.Select(s => $"{s.GetType().Name} {s.At:O} {s.By.Id} {s.Unit}"),
        ]);

    private static double Share(int seed, Func<DemoPetition, bool> which) => Story(seed).Count(which) / (double)Count;

    private static DateOnly Day(DemoPetition petition) => DateOnly.FromDateTime(petition.FiledAt.ToOffset(TimeSpan.FromHours(3)).DateTime);

    private static IReadOnlyList<DemoPetition> Story(int seed) => ToldStories.Of(seed, Today, Count);
}
