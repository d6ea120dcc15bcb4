using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>What a case is about is said anew by who holds it; what came and went stands in its history (S37).</summary>
public sealed class TopicChangeTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void What_the_holder_did_not_touch_stays_in_its_place()
    {
        var caseFile = Held("11", "12", "13");

        Change(caseFile, new(["21", "12"], ["11", "99"])).Should().Be(Outcome.Accepted);

        Codes(caseFile).Should().Equal("12", "13", "21");
        caseFile.Movements[^1].Should().BeEquivalentTo(new { Kind = MovementKind.TopicsChanged, By = People.Ayse.UserId, Topics = "+21 -11", Note = (string?)null });
        TopicChange.Parse(caseFile.Movements[^1].Topics).Should().BeEquivalentTo(new TopicChange(["21"], ["11"]));
        caseFile.Events[^1].Should().BeOfType<CaseTopicsChanged>();
    }

    [Fact]
    public void A_change_that_changes_nothing_leaves_no_movement()
    {
        var caseFile = Held("11");
        var movements = caseFile.Movements.Count;

        foreach (var change in (TopicChange[])[TopicChange.None, new(["11"], []), new([], ["99"])]) Change(caseFile, change).Should().Be(Outcome.Accepted);

        (caseFile.Movements.Count, caseFile.MovementCount).Should().Be((movements, movements));
    }

    [Fact]
    public void A_case_keeps_one_topic_and_has_ten_at_most()
    {
        var caseFile = Held("11");

        Change(caseFile, new([], ["11"])).Refusal.Should().Be(new Refusal.TopicsMissing());
        Change(caseFile, new([.. Enumerable.Range(20, CaseFile.MostTopics).Select(code => $"{code}")], [])).Refusal.Should().Be(new Refusal.TooManyTopics(CaseFile.MostTopics));
        Change(caseFile, new([.. Enumerable.Range(20, CaseFile.MostTopics).Select(code => $"{code}")], ["11"])).Should().Be(Outcome.Accepted);
        Codes(caseFile).Should().HaveCount(CaseFile.MostTopics);
    }

    [Fact]
    public void Only_its_holder_says_what_it_is_about()
    {
        var caseFile = Held();

        caseFile.ChangeTopics(caseFile.Routings[0].Id, new(["11"], []), People.Mehmet, _clock.GetUtcNow()).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();

        Codes(caseFile).Should().BeEmpty();
    }

    private CaseFile Held(params string[] topics)
    {
        var caseFile = CaseFile.File(new ACase(_clock).Filing() with { Topics = topics }, _clock.GetUtcNow()).Value!;
        caseFile.TakeCustody(caseFile.Routings[0].Id, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        return caseFile;
    }

    private Outcome Change(CaseFile caseFile, TopicChange change) => caseFile.ChangeTopics(caseFile.Routings[0].Id, change, People.Ayse, _clock.GetUtcNow());

    private static IEnumerable<string> Codes(CaseFile caseFile) => caseFile.Topics.OrderBy(t => t.Ordinal).Select(t => t.Code);
}
