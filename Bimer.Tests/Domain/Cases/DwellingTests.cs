using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>Where a case was for how long: along every branch the stays follow one another and add up to its age (S59).</summary>
public sealed class DwellingTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly TestClock _clock = new();

    [Fact]
    public void A_petition_nobody_opened_has_waited_since_it_came()
    {
        var caseFile = new ACase(_clock).Build();
        _clock.Pass(3 * Hour);

        Branches(caseFile).Should().ContainSingle().Which.Stays.Should().Equal(
            new Stay(People.Governorship, null, StayKind.Waiting, caseFile.FiledAt, _clock.GetUtcNow()));
    }

    [Fact]
    public void Waiting_and_custody_are_told_apart_and_each_branch_adds_up()
    {
        var story = new ACase(_clock);
        var caseFile = story.Build();
        _clock.Pass((2 * Hour) + TimeSpan.FromMilliseconds(700));
        caseFile.TakeCustody(caseFile.Routings[0].Id, People.Ayse, _clock.GetUtcNow());
        _clock.Pass((5 * Hour) + TimeSpan.FromMilliseconds(650));
        caseFile.Forward(caseFile.Routings[0].Id, [ACase.Action(People.Health), ACase.Action(People.District)], ACase.Calendar, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        _clock.Pass(30 * Hour);

        var branches = Branches(caseFile);

        branches.Should().HaveCount(2);
        branches[0].Stays.Select(s => (s.Unit, s.Person, s.Kind)).Should().Equal(
            (People.Governorship, null, StayKind.Waiting), (People.Governorship, People.Ayse.UserId, StayKind.Held), (People.Health, null, StayKind.Waiting));
        branches.Should().OnlyContain(branch => branch.Stays.Sum(s => s.Seconds) == branch.Age);
        branches.Should().OnlyContain(branch => branch.Age == (37 * 3_600) + 1);
    }

    [Fact]
    public void What_is_closed_grows_no_older()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).AnsweredBy(People.Ayse, People.Nuray).Build();
        _clock.Pass(Hour);
        var approval = new Approval(ACase.Letter.ContentHash, ACase.Letter.CatalogueService, ReplyVerdict.Favourable, null);
        caseFile.ApproveReply(caseFile.Routings[0].Id, approval, ACase.Signs(People.Nuray, People.Governorship), People.Nuray, People.Monday, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        var age = Branches(caseFile)[0].Age;
        _clock.Pass(50 * Hour);

        Branches(caseFile)[0].Age.Should().Be(age).And.Be(3_600);
        Branches(caseFile)[0].Stays.Select(s => s.Kind).Should().Contain(StayKind.AtApproval);
    }

    private IReadOnlyList<CaseBranch> Branches(CaseFile caseFile) => Dwelling.Of([.. caseFile.Routings], [.. caseFile.Movements], caseFile.ClosedAt, _clock.GetUtcNow());
}
