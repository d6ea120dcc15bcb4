using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>F7: what a page chooses from a list comes back over the circuit as any number somebody likes. The verbs take what is on the list.</summary>
public sealed class OffTheListTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void A_forward_for_nothing_or_of_no_urgency_is_sent_nowhere()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        foreach (var line in (ForwardTo[])[ACase.Action(People.Health) with { Purpose = (RoutingPurpose)7 }, ACase.Action(People.Health) with { Priority = (Priority)99 }])
            Refused(caseFile, c => c.Forward(c.Routings[0].Id, [ACase.Action(People.Ministry), line], ACase.Calendar, People.Ayse, _clock.GetUtcNow()));
    }

    [Fact]
    public void A_case_becomes_of_no_kind_and_of_no_urgency_that_is_on_no_list()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).Build();
        Refused(caseFile, c => c.ChangeKind(c.Routings[0].Id, new Correction<CaseKind>(CaseKind.Complaint, (CaseKind)42), ACase.Calendar, People.Ayse, _clock.GetUtcNow()));
        Refused(caseFile, c => c.ChangePriority(c.Routings[0].Id, new Correction<Priority>(Priority.Normal, (Priority)(-1)), People.Ayse, _clock.GetUtcNow()));
    }

    [Fact]
    public void Nothing_is_given_back_for_a_reason_or_to_a_place_that_is_on_no_list()
    {
        var caseFile = new ACase(_clock).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health).OpenedBy(People.Zeynep).Build();
        foreach (var (target, reason) in ((ReturnTarget, ReturnReason)[])[(ReturnTarget.Sender, (ReturnReason)99), ((ReturnTarget)99, ReturnReason.NotOurDuty)])
            Refused(caseFile, c => c.Return(c.Routings[^1].Id, new ReturnTerms(target, People.Lineage(People.Governorship), true, reason, "Görev alanımızda değil."), ACase.Calendar, People.Zeynep, _clock.GetUtcNow()));
    }

    [Fact]
    public void No_answer_is_signed_as_what_no_law_knows()
    {
        var caseFile = new ACase(_clock).To(People.Health).OpenedBy(People.Zeynep).AnsweredBy(People.Zeynep, People.Kemal).Build();
        var letter = caseFile.Replies[0];
        foreach (var approval in (Approval[])[new(letter.ContentHash, letter.CatalogueService, (ReplyVerdict)42, null), new(letter.ContentHash, letter.CatalogueService, ReplyVerdict.Favourable, (DisclosureDecision)9)])
            Refused(caseFile, c => c.ApproveReply(letter.Id, approval, ACase.Signs(People.Kemal, People.Health), People.Kemal, People.Monday, _clock.GetUtcNow()));
    }

    private static void Refused(CaseFile caseFile, Func<CaseFile, Outcome> act)
    {
        var (movements, parts) = (caseFile.Movements.Count, caseFile.Routings.Count);

        act(caseFile).Refusal.Should().BeOfType<Refusal.NotOnTheList>();

        (caseFile.Movements.Count, caseFile.Routings.Count, caseFile.Events.Count).Should().Be((movements, parts, 0));
    }
}
