using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Facts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Facts;

/// <summary>What becomes of petitions must be something officers could do: the domain will be asked to live it.</summary>
public sealed class DemoFateTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly int RandomSeed = Random.Shared.Next();

    public static TheoryData<int> Seeds => [2016, RandomSeed];

    [Theory, MemberData(nameof(Seeds))]
    public void Every_state_is_reached_and_most_are_answered(int seed)
    {
        var states = Story(seed).CountBy(p => p.Fate.State).ToDictionary();
        states.Keys.Should().BeEquivalentTo(Enum.GetValues<DemoState>(), "the seed is {0}", seed);
        states[DemoState.Answered].Should().BeInRange(4_200, 4_850, "the seed is {0}", seed);
        Story(seed).Select(p => p.Fate.Verdict).OfType<DemoVerdict>().Distinct().Should().BeEquivalentTo(Enum.GetValues<DemoVerdict>(), "the seed is {0}", seed);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Some_are_overdue_but_few(int seed) =>
        Story(seed).Count(p => p.Fate.State != DemoState.Answered && p.ReceivedOn.AddDays(33) < Today).Should().BeInRange(60, 400, "the seed is {0}", seed);

    [Fact]
    public void Who_tries_the_product_in_a_governorship_finds_work_in_the_boxes()
    {
        var ankara = DemoOfficers.Shipped.All.Single(o => string.Equals(o.FullName, "Burak Işıklar", StringComparison.Ordinal)).Unit;
        var there = Story(2016).Where(p => WhereaboutsOf(p) == ankara).CountBy(p => p.Fate.State).ToDictionary();

        (there.GetValueOrDefault(DemoState.Untouched) + there.GetValueOrDefault(DemoState.Forwarded)).Should().BeGreaterThanOrEqualTo(5, "they wait in the unit's box");
        (there.GetValueOrDefault(DemoState.Held) + there.GetValueOrDefault(DemoState.AwaitingApproval)).Should().BeGreaterThanOrEqualTo(9, "three officers work there");
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_unit_that_was_told_of_a_petition_is_not_told_again(int seed) =>
        Story(seed).Should().OnlyContain(p => p.Fate.Steps.OfType<DemoStep.Forward>().Count(f => f.ForInformation != null) <= 1, "the seed is {0}", seed);

    [Theory, MemberData(nameof(Seeds))]
    public void Verdicts_fit_the_law(int seed) => Story(seed).Where(p => p.Fate.Verdict is not null).Should().OnlyContain(
        p => p.Fate.Verdict >= DemoVerdict.Granted == (p.Kind.Basis() == LegalBasis.InformationAct), "the seed is {0}", seed);

    [Theory, MemberData(nameof(Seeds))]
    public void Steps_follow_each_other_before_today_and_within_opening_hours(int seed)
    {
        foreach (var petition in Story(seed))
        {
            var times = petition.Fate.Steps.Select(s => s.At).Prepend(petition.FiledAt).ToList();
            times.Zip(times.Skip(1)).Where(t => t.First >= t.Second).Should().BeEmpty("the seed is {0}, the petition {1}", seed, petition.Number);
            petition.Fate.Steps.Where(s => !IsWorkingTime(s.At)).Should().BeEmpty("the seed is {0}, the petition {1}", seed, petition.Number);
        }

        Story(seed).SelectMany(p => p.Fate.Steps).Max(s => s.At).Should().BeBefore(new DateTimeOffset(Today.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(3)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Only_the_holder_acts_and_nobody_signs_what_they_wrote(int seed)
    {
        foreach (var petition in Story(seed))
        {
            (UnitId Unit, UserId? Holder, UserId? Approver) at = (petition.AddressedTo, petition.RecordedBy?.Id, null);
            foreach (var step in petition.Fate.Steps) at = Lived(at, step, $"seed {seed}, petition {petition.Number}");
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Cases_go_down_the_tree_and_every_staffed_unit_has_work(int seed)
    {
        var story = Story(seed);
        var touched = story.SelectMany(p => p.Fate.Steps).Where(s => s is not DemoStep.Recall).Select(s => s.Unit).ToHashSet();   // nobody there has read what was recalled
        var staffed = DemoOfficers.Shipped.All.Where(o => o.Roles.Contains(OfficerRole.CaseOfficer)).Select(o => o.Unit).ToHashSet();
        touched.Should().BeEquivalentTo(staffed, "the seed is {0}", seed);
        story.SelectMany(p => p.Fate.Steps).OfType<DemoStep.Approve>().Should().OnlyContain(s => s.By.Roles.Contains(OfficerRole.Approver));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Letters_lie_with_the_officer_who_recorded_them_at_opening_hours(int seed) => Story(seed).Should().OnlyContain(
        p => p.Channel == IntakeChannel.Internet == (p.RecordedBy == null) && (p.RecordedBy == null || (p.RecordedBy.Unit == p.AddressedTo && IsWorkingTime(p.FiledAt))),
        "the seed is {0}", seed);

    private static (UnitId, UserId?, UserId?) Lived((UnitId Unit, UserId? Holder, UserId? Approver) at, DemoStep step, string where)
    {
        step.Unit.Should().Be(at.Unit, where);
        if (step is DemoStep.Recall)
        {
            at.Holder.Should().BeNull(where);
            return at;
        }

        var expected = step is DemoStep.TakeCustody ? null : step is DemoStep.Approve or DemoStep.ReturnReply ? at.Approver : at.Holder;
        (step is DemoStep.TakeCustody ? at.Holder : step.By.Id).Should().Be(expected, where);
        if (step is DemoStep.SubmitReply { Approver: var approver }) approver.Id.Should().NotBe(step.By.Id, where);
        return step switch
        {
            DemoStep.TakeCustody => (at.Unit, step.By.Id, null),
            DemoStep.Forward forward => (forward.To, null, null),
            DemoStep.SubmitReply reply => (at.Unit, at.Holder, reply.Approver.Id),
            _ => at,
        };
    }

    private static UnitId WhereaboutsOf(DemoPetition petition) => petition.Fate.Steps is [.., var last]
        ? last is DemoStep.Forward forward ? forward.To : last.Unit
        : petition.AddressedTo;

    private static bool IsWorkingTime(DateTimeOffset instant)
    {
        var local = instant.ToOffset(TimeSpan.FromHours(3));
        var holidays = FactBook.Shipped.Holidays.Where(h => h.Date == DateOnly.FromDateTime(local.DateTime)).Select(h => h.Kind).ToList();
        var closes = holidays.Contains(HolidayKind.FullDay) || local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : holidays.Count > 0 ? 13 : 17.5;
        return local.TimeOfDay.TotalHours >= 8.5 && local.TimeOfDay.TotalHours < closes;
    }

    private static IReadOnlyList<DemoPetition> Story(int seed) => ToldStories.Of(seed, Today, 5_000);
}
