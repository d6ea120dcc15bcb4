using Bimer.Blazor.Live;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>Priority (öncelik, S28) is a part's; the case, where it stands without a part, is as urgent as its most urgent open one.</summary>
public sealed class PriorityTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void Priority_is_the_parts_and_the_case_is_as_urgent_as_its_most_urgent_open_part()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health, People.District).Build();
        caseFile.TakeCustody(caseFile.Routings[1].Id, People.Zeynep, _clock.GetUtcNow());

        Urge(caseFile, Priority.Normal, Priority.VeryUrgent, People.Zeynep, part: 1).Should().Be(Outcome.Accepted);

        caseFile.Routings.Select(r => r.Priority).Should().Equal(Priority.Normal, Priority.VeryUrgent, Priority.Normal);
        caseFile.Priority.Should().Be(Priority.VeryUrgent);
        caseFile.Movements[^1].Should().BeEquivalentTo(new { Kind = MovementKind.PriorityChanged, Change = "1>3" });
        Urge(caseFile, Priority.VeryUrgent, Priority.Normal, People.Zeynep, part: 1);
        caseFile.Priority.Should().Be(Priority.Normal);
    }

    [Fact]
    public void The_case_is_as_urgent_as_what_is_left_open_whatever_ends_or_comes_back()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        caseFile.Forward(caseFile.Routings[0].Id, [ACase.Action(People.Health), ACase.Information(People.District) with { Priority = Priority.VeryUrgent }], ACase.Calendar, People.Ayse, _clock.GetUtcNow());
        caseFile.Priority.Should().Be(Priority.VeryUrgent);
        var kaya = new Actor(new UserId(120), [new RoleOn(OfficerRole.CaseOfficer, People.District)], People.Monday);
        caseFile.TakeCustody(caseFile.Routings[2].Id, kaya, _clock.GetUtcNow());

        caseFile.Acknowledge(caseFile.Routings[2].Id, kaya, _clock.GetUtcNow());
        caseFile.Priority.Should().Be(Priority.Normal);
        caseFile.UndoAcknowledging(caseFile.Routings[2].Id, kaya, _clock.GetUtcNow());
        caseFile.Priority.Should().Be(Priority.VeryUrgent);
        caseFile.Acknowledge(caseFile.Routings[2].Id, kaya, _clock.GetUtcNow());
        caseFile.TakeCustody(caseFile.Routings[1].Id, People.Zeynep, _clock.GetUtcNow());
        Urge(caseFile, Priority.Normal, Priority.Urgent, People.Zeynep, part: 1);
        caseFile.SubmitReply(caseFile.Routings[1].Id, ACase.Letter, ACase.Signs(People.Kemal, People.Health), People.Zeynep, People.Monday, _clock.GetUtcNow());
        var approval = new Approval(ACase.Letter.ContentHash, ACase.Letter.CatalogueService, ReplyVerdict.Favourable, null);
        caseFile.ApproveReply(caseFile.Routings[1].Id, approval, ACase.Signs(People.Kemal, People.Health), People.Kemal, People.Monday, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        (caseFile.ClosedAt is null, caseFile.Priority).Should().Be((false, Priority.Urgent), "where nothing is open it stays what it was last");
    }

    [Fact]
    public void Where_a_letter_waits_for_its_signature_its_line_is_drawn_anew_when_another_part_becomes_urgent()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health, People.District).Build();
        var kaya = new Actor(new UserId(120), [new RoleOn(OfficerRole.CaseOfficer, People.District)], People.Monday);
        caseFile.TakeCustody(caseFile.Routings[1].Id, People.Zeynep, _clock.GetUtcNow());
        caseFile.TakeCustody(caseFile.Routings[2].Id, kaya, _clock.GetUtcNow());
        caseFile.SubmitReply(caseFile.Routings[1].Id, ACase.Letter, ACase.Signs(People.Kemal, People.Health), People.Zeynep, People.Monday, _clock.GetUtcNow());

        Urge(caseFile, Priority.Normal, Priority.VeryUrgent, kaya, part: 2).Should().Be(Outcome.Accepted);

        LiveTopics.TouchedBy(caseFile.Events[^1]).Should().Equal(LiveTopic.MyBoxes(kaya.UserId), LiveTopic.ApprovalBox(People.Health), LiveTopic.Case(caseFile.Id));
    }

    private Outcome Urge(CaseFile caseFile, Priority from, Priority to, Actor by, int part) =>
        caseFile.ChangePriority(caseFile.Routings[part].Id, new(from, to), by, _clock.GetUtcNow());
}
