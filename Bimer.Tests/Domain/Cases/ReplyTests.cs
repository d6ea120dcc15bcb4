using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

public sealed class ReplyTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void A_submitted_letter_waits_for_the_approver_and_the_citizen_has_nothing()
    {
        var caseFile = Submitted();

        caseFile.Routings[0].State.Should().Be(RoutingState.AwaitingApproval);
        caseFile.Replies[0].Status.Should().Be(ReplyStatus.AwaitingApproval);
        caseFile.ClosedAt.Should().BeNull();
    }

    [Fact]
    public void Approval_signs_ends_the_part_and_closes_the_case()
    {
        var caseFile = Submitted();

        Approve(caseFile, People.Kemal).Should().BeNull();

        caseFile.Replies[0].Status.Should().Be(ReplyStatus.Approved);
        caseFile.Routings[0].State.Should().Be(RoutingState.Answered);
        caseFile.ClosedAt.Should().Be(_clock.GetUtcNow());
        caseFile.Events.Select(e => e.GetType()).Should().Equal(typeof(ReplyApproved), typeof(CaseClosed));
    }

    [Fact]
    public void A_case_stays_open_while_another_part_is_to_be_answered_but_not_for_information()
    {
        var caseFile = new ACase(_clock).To(People.Centre).OpenedBy(People.Selin).Build();
        caseFile.Forward(caseFile.Routings[0].Id, [ACase.Action(People.Governorship), ACase.Information(People.Ministry), ACase.Action(People.Health)], ACase.Calendar, People.Selin, _clock.GetUtcNow());
        Answer(caseFile, caseFile.Routings[3], People.Zeynep, People.Kemal);
        caseFile.ClosedAt.Should().BeNull();

        Answer(caseFile, caseFile.Routings[1], People.Ayse, People.Nuray);
        caseFile.ClosedAt.Should().NotBeNull();
    }

    [Fact]
    public void The_writer_never_approves_their_own_text()
    {
        var caseFile = new ACase(_clock).To(People.Health).OpenedBy(People.Deniz).Build();
        caseFile.SubmitReply(caseFile.Routings[0].Id, ACase.Letter, ACase.Signs(People.Deniz, People.Health), People.Deniz, People.Monday, _clock.GetUtcNow())
            .Refusal.Should().BeOfType<Refusal.AuthorIsApprover>();

        var other = new ACase(_clock).To(People.Health).OpenedBy(People.Deniz).AnsweredBy(People.Deniz, People.Kemal).Build();
        Approve(other, People.Deniz).Should().BeOfType<Refusal.AuthorIsApprover>();
    }

    [Fact]
    public void Only_an_approver_of_the_unit_the_letter_lies_with_decides()
    {
        Approve(Submitted(), People.Nuray).Should().Be(new Refusal.NotTheApprover(People.Health));
        Approve(Submitted(), People.Ayse).Should().Be(new Refusal.NotTheApprover(People.Health));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_signing_authority_must_stand_on_the_day_of_approval_its_last_day_included(int daysAfterItsEnd, bool accepted)
    {
        var caseFile = Submitted();
        var iyem = People.Iyem(People.Kemal, People.Health, until: People.Monday);
        var signatory = new ApproverChoice(People.Kemal.UserId, People.Lineage(People.Health), [iyem]);

        var outcome = caseFile.ApproveReply(caseFile.Routings[0].Id, Favourable(caseFile), signatory, People.Kemal, People.Monday.AddDays(daysAfterItsEnd), _clock.GetUtcNow());

        outcome.IsAccepted.Should().Be(accepted);
    }

    [Fact]
    public void Approval_binds_to_the_exact_version_that_was_read()
    {
        var caseFile = Submitted();
        var read = Favourable(caseFile);
        caseFile.ReturnForRevision(caseFile.Routings[0].Id, read.ContentHash, new Correcting("Tarih eksik."), People.Kemal, _clock.GetUtcNow()).IsAccepted.Should().BeTrue();
        caseFile.SubmitReply(caseFile.Routings[0].Id, ACase.Letter with { Html = "<p>15 Mart’ta değiştirildi.</p>" }, ACase.Signs(People.Kemal, People.Health), People.Zeynep, People.Monday, _clock.GetUtcNow()).IsAccepted.Should().BeTrue();

        caseFile.ApproveReply(caseFile.Routings[0].Id, read, ACase.Signs(People.Kemal, People.Health), People.Kemal, People.Monday, _clock.GetUtcNow())
            .Refusal.Should().BeOfType<Refusal.ReplyChanged>().Which.Version.Should().Be(2);
    }

    [Fact]
    public void A_second_approval_is_told_who_decided_and_when()
    {
        var caseFile = Submitted();
        Approve(caseFile, People.Kemal).Should().BeNull();

        Approve(caseFile, People.Kemal).Should().Be(new Refusal.NotAwaitingApproval(People.Kemal.UserId, _clock.GetUtcNow()));
    }

    [Fact]
    public void Each_law_has_its_own_classification_and_neither_goes_without()
    {
        var petition = Submitted();
        Decide(petition, Favourable(petition) with { Verdict = null }).Should().BeOfType<Refusal.ClassificationMissing>();
        Decide(petition, Favourable(petition) with { Verdict = null, Disclosure = DisclosureDecision.Granted }).Should().BeOfType<Refusal.ClassificationMissing>();
        Decide(petition, Favourable(petition) with { CatalogueService = "" }).Should().BeOfType<Refusal.CatalogueServiceMissing>();

        var foi = Submitted(CaseKind.InformationRequest);
        Decide(foi, Favourable(foi)).Should().BeOfType<Refusal.ClassificationMissing>();
        Decide(foi, Favourable(foi) with { Verdict = null, Disclosure = DisclosureDecision.PartlyGranted }).Should().BeNull();
    }

    [Fact]
    public void Sent_back_with_a_note_the_letter_returns_to_its_writer_who_may_forward_instead()
    {
        var caseFile = Submitted();
        var hash = caseFile.Replies[0].ContentHash;
        caseFile.ReturnForRevision(caseFile.Routings[0].Id, hash, new Correcting(" "), People.Kemal, _clock.GetUtcNow()).Refusal.Should().BeOfType<Refusal.RevisionNoteMissing>();
        caseFile.Forward(caseFile.Routings[0].Id, [ACase.Action(People.Ministry)], ACase.Calendar, People.Zeynep, _clock.GetUtcNow()).Refusal.Should().BeOfType<Refusal.WithApprover>();

        caseFile.ReturnForRevision(caseFile.Routings[0].Id, hash, new Correcting("Ekteki rapora değinilmemiş."), People.Kemal, _clock.GetUtcNow()).IsAccepted.Should().BeTrue();

        caseFile.Routings[0].State.Should().Be(RoutingState.InRevision);
        caseFile.Replies[0].RevisionNote.Should().Be("Ekteki rapora değinilmemiş.");
        caseFile.Forward(caseFile.Routings[0].Id, [ACase.Action(People.Ministry)], ACase.Calendar, People.Zeynep, _clock.GetUtcNow()).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public void The_identity_is_opened_by_the_holder_or_the_approver_and_never_when_the_applicant_hid_it()
    {
        var waiting = Submitted();
        waiting.MayReveal(People.Zeynep).IsAccepted.Should().BeTrue();
        waiting.MayReveal(People.Kemal).IsAccepted.Should().BeTrue();
        waiting.MayReveal(People.Ayse).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();

        var hidden = new ACase(_clock).Of(CaseKind.TipOff).Hidden().OpenedBy(People.Ayse).Build();
        hidden.MayReveal(People.Ayse).Refusal.Should().BeOfType<Refusal.IdentityConcealed>();
        hidden.MaskedName.Should().BeNull("nothing derived from a hidden identity stands in the case");
    }

    [Fact]
    public void Hiding_is_offered_for_tip_offs_and_complaints_only()
    {
        CaseFile.File(new ACase(_clock).Of(CaseKind.Request).Hidden().Filing(), _clock.GetUtcNow())
            .Refusal.Should().Be(new Refusal.OnlyForTipOffOrComplaint(CaseKind.Request));
    }

    private CaseFile Submitted(CaseKind kind = CaseKind.Complaint) =>
        new ACase(_clock).Of(kind).To(People.Health).OpenedBy(People.Zeynep).AnsweredBy(People.Zeynep, People.Kemal).Build();

    private static Approval Favourable(CaseFile caseFile) => new(caseFile.Replies[0].ContentHash, "AYD-01", ReplyVerdict.Favourable, null);

    private Refusal? Approve(CaseFile caseFile, Actor approver) => Decide(caseFile, Favourable(caseFile), approver);

    private Refusal? Decide(CaseFile caseFile, Approval approval, Actor? approver = null)
    {
        var who = approver ?? People.Kemal;
        return caseFile.ApproveReply(caseFile.Routings[0].Id, approval, ACase.Signs(who, People.Health), who, People.Monday, _clock.GetUtcNow()).Refusal;
    }

    private void Answer(CaseFile caseFile, Routing routing, Actor officer, Actor approver)
    {
        caseFile.TakeCustody(routing.Id, officer, _clock.GetUtcNow()).IsAccepted.Should().BeTrue();
        caseFile.SubmitReply(routing.Id, ACase.Letter, ACase.Signs(approver, routing.To), officer, People.Monday, _clock.GetUtcNow()).IsAccepted.Should().BeTrue();
        var hash = caseFile.Replies.Single(r => r.Id == routing.Id).ContentHash;
        caseFile.ApproveReply(routing.Id, new Approval(hash, "AYD-01", ReplyVerdict.Favourable, null), ACase.Signs(approver, routing.To), approver, People.Monday, _clock.GetUtcNow())
            .IsAccepted.Should().BeTrue();
    }
}
