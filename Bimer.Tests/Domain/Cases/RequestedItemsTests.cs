using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>What an information request asks for, item by item (istenen bilgi ve belgeler, S8, decision 0102).</summary>
public sealed class RequestedItemsTests
{
    private static readonly RequestedItems Two = RequestedItems.Parse(["Bütçe", "Personel sayısı"]).Value!;

    private readonly TestClock _clock = new();

    [Fact]
    public void Items_are_short_lines_blank_ones_are_none_and_they_come_back_as_they_were_kept()
    {
        var items = RequestedItems.Parse(["  2025 yılı\n bütçesi ", "", null, " \u200b", "Personel\u0007  sayısı"]).Value!;

        items.All.Should().Equal("2025 yılı bütçesi", "Personel sayısı");
        RequestedItems.Of(items.Kept).Should().Be(items);
        items.AsText.Should().Be("1. 2025 yılı bütçesi\n2. Personel sayısı");
        items.ToString().Should().NotContain("bütçesi");
        RequestedItems.Parse([]).Value.Should().Be(RequestedItems.None);
    }

    [Fact]
    public void The_last_character_and_the_last_item_still_count_and_the_next_is_refused_with_its_facts()
    {
        const string Family = "👩‍👩‍👧";
        var longest = string.Concat(Enumerable.Repeat("ş", RequestedItems.Longest - 1)) + Family;

        RequestedItems.Parse(["kısa", longest]).Value!.All[1].Should().Be(longest);
        RequestedItems.Parse(["kısa", longest + "a"]).Refusal.Should().Be(new Refusal.RequestedItemTooLong(2, RequestedItems.Longest + 1, RequestedItems.Longest));
        RequestedItems.Parse([string.Concat(Enumerable.Repeat("x", 7_000))]).Refusal.Should().Be(new Refusal.RequestedItemTooLong(1, 7_000, RequestedItems.Longest));
        RequestedItems.Parse(["\ud83d"]).Refusal.Should().BeOfType<Refusal.PetitionTextUnreadable>();
        RequestedItems.Parse(Enumerable.Repeat("madde", RequestedItems.Most)).Value!.Count.Should().Be(RequestedItems.Most);
        RequestedItems.Parse(Enumerable.Repeat("madde", RequestedItems.Most + 1)).Refusal.Should().Be(new Refusal.TooManyRequestedItems(RequestedItems.Most));
        var all = RequestedItems.Parse(Enumerable.Repeat(string.Concat(Enumerable.Repeat("ş", RequestedItems.Longest)), RequestedItems.Most)).Value!;
        PetitionText.Parse(all.AsText).IsAccepted.Should().BeTrue("the longest list is still a petition");
    }

    [Fact]
    public void What_a_text_seems_to_list_is_proposed_without_its_numbers()
    {
        RequestedItems.ProposedBy("Sayın yetkili,\n1. Bütçe\n 2) Personel sayısı\n- Araç listesi\n3.5 km yol\n-5 derece\n2026 yılı").Should().Equal("Bütçe", "Personel sayısı", "Araç listesi");
        RequestedItems.ProposedBy(null).Should().BeEmpty();
    }

    [Fact]
    public void A_request_is_filed_with_its_items_and_another_kind_without()
    {
        var filing = new ACase(_clock).Of(CaseKind.InformationRequest).Filing() with { Items = Two };
        var filed = CaseFile.File(filing, _clock.GetUtcNow()).Value!;
        (filed.Items, filed.Petition!.Items).Should().Be((Two, Two.Kept));

        var complaint = CaseFile.File(filing with { Kind = CaseKind.Complaint }, _clock.GetUtcNow()).Value!;
        (complaint.Items, complaint.ItemList, complaint.Petition!.Items).Should().Be((RequestedItems.None, null, null));
    }

    [Fact]
    public void The_holder_splits_what_the_citizen_wrote_which_stays_as_it_was_and_that_is_a_movement()
    {
        var caseFile = Request();
        var text = caseFile.Petition!.Text;

        caseFile.ChangeItems(caseFile.Routings[0].Id, RequestedItems.None, Two, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        (caseFile.Items, caseFile.Petition.Text, caseFile.Petition.Items).Should().Be((Two, text, null));
        caseFile.Movements[^1].Should().BeEquivalentTo(new { Kind = MovementKind.ItemsChanged, By = People.Ayse.UserId, Change = "0>2", Note = (string?)null });
        caseFile.Events.Should().ContainSingle().Which.Should().BeOfType<CaseItemsChanged>();
        caseFile.ClearEvents();
        caseFile.ChangeItems(caseFile.Routings[0].Id, RequestedItems.None, Two, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted, "the second of two clicks");
        caseFile.Events.Should().BeEmpty();
        caseFile.ChangeItems(caseFile.Routings[0].Id, RequestedItems.None, RequestedItems.Parse(["Başka"]).Value!, People.Ayse, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.ItemsChangedMeanwhile());
    }

    [Fact]
    public void Nobody_else_writes_them_and_of_a_petition_there_are_none()
    {
        var caseFile = Request();
        caseFile.ChangeItems(caseFile.Routings[0].Id, RequestedItems.None, Two, People.Mehmet, _clock.GetUtcNow()).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();

        var complaint = new ACase(_clock).OpenedBy(People.Ayse).Build();
        complaint.ChangeItems(complaint.Routings[0].Id, RequestedItems.None, Two, People.Ayse, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.ItemsOnlyOfInformationRequests());
    }

    [Fact]
    public void The_letter_decides_about_each_item_and_counts_them_from_then_on()
    {
        var caseFile = new ACase(_clock).Of(CaseKind.InformationRequest).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health, People.District).Build();
        var (health, district) = (caseFile.Routings[1], caseFile.Routings[2]);
        caseFile.TakeCustody(health.Id, People.Zeynep, _clock.GetUtcNow());
        caseFile.ChangeItems(health.Id, RequestedItems.None, Two, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        Submit(caseFile, health, ItemDecisions.None).Should().BeOfType<Refusal.ItemsChangedMeanwhile>();
        Submit(caseFile, health, ItemDecisions.None.Over(Two)).Should().Be(new Refusal.ItemUndecided(1));
        Submit(caseFile, health, Decided(ItemOutcome.Elsewhere, ItemOutcome.Elsewhere)).Should().Be(new Refusal.NoItemDecidedHere());
        Submit(caseFile, health, Decided(ItemOutcome.Granted, ItemOutcome.Elsewhere)).Should().BeNull("another unit answers too");
        caseFile.Replies[0].Items.Proposed.Should().Be(DisclosureDecision.Granted);
        var officer = new Actor(new UserId(120), [new RoleOn(OfficerRole.CaseOfficer, People.District)], People.Monday);
        caseFile.TakeCustody(district.Id, officer, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.ChangeItems(district.Id, Two, RequestedItems.None, officer, _clock.GetUtcNow())
            .Refusal.Should().Be(new Refusal.ItemsBoundByLetter(People.Health));
    }

    [Fact]
    public void Alone_a_unit_leaves_no_item_to_others_and_a_letter_that_turns_all_away_decides_about_none()
    {
        var caseFile = Request();
        caseFile.ChangeItems(caseFile.Routings[0].Id, RequestedItems.None, Two, People.Ayse, _clock.GetUtcNow());
        var letter = ACase.Letter with { Inadmissibility = new Inadmissibility(new InadmissibilityReason("AYRI_CALISMA", "4982", "m.7", "Ayrı çalışma"), "Çalışma gerekir.") };

        Submit(caseFile, caseFile.Routings[0], Decided(ItemOutcome.Granted, ItemOutcome.Elsewhere), People.Ayse, People.Nuray).Should().Be(new Refusal.NobodyElseAnswersItem(2));
        caseFile.SubmitReply(caseFile.Routings[0].Id, letter, ACase.Signs(People.Nuray, People.Governorship), People.Ayse, People.Monday, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.Replies[0].BindsItems.Should().BeFalse();
    }

    [Fact]
    public void An_item_two_units_leave_to_each_other_stops_the_last_signature_and_what_another_letter_decided_may_be_left_to_it()
    {
        var (caseFile, health, district) = SentToTwo();
        caseFile.ChangeItems(health.Id, RequestedItems.None, Two, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        Submit(caseFile, health, Decided(ItemOutcome.Granted, ItemOutcome.Elsewhere)).Should().BeNull();
        Submit(caseFile, district, Decided(ItemOutcome.Granted, ItemOutcome.Elsewhere), DistrictWriter, DistrictApprover).Should().BeNull("the other answer is still to come");

        Sign(caseFile, health, People.Kemal).Should().BeNull("the other answer is still to come");
        Sign(caseFile, district, DistrictApprover).Should().Be(new Refusal.ItemLeftToNobody(2, People.District));

        (caseFile.ClosedAt, district.State).Should().Be((null, RoutingState.AwaitingApproval));
        var waiting = caseFile.Replies.Single(r => r.Id == district.Id);
        caseFile.ReturnForRevision(district.Id, waiting.ContentHash, new Correcting("Personel sayısını siz verin."), DistrictApprover, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        Submit(caseFile, district, Decided(ItemOutcome.Granted, ItemOutcome.Elsewhere), DistrictWriter, DistrictApprover).Should().Be(new Refusal.NobodyElseAnswersItem(2));
        Submit(caseFile, district, Decided(ItemOutcome.Elsewhere, ItemOutcome.Granted), DistrictWriter, DistrictApprover).Should().BeNull("the signed letter decided the first");
        Sign(caseFile, district, DistrictApprover).Should().BeNull();
        caseFile.ClosedAt.Should().NotBeNull();
    }

    [Fact]
    public void An_answer_from_before_anything_was_listed_binds_the_empty_list_and_a_notice_binds_nothing()
    {
        var (caseFile, health, district) = SentToTwo();
        Submit(caseFile, health, ItemDecisions.None).Should().BeNull();
        caseFile.ChangeItems(district.Id, RequestedItems.None, Two, DistrictWriter, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.ItemsBoundByLetter(People.Health));
        Sign(caseFile, health, People.Kemal).Should().BeNull();
        caseFile.ChangeItems(district.Id, RequestedItems.None, Two, DistrictWriter, _clock.GetUtcNow()).Refusal.Should().Be(new Refusal.ItemsBoundByLetter(People.Health));

        (caseFile, health, district) = SentToTwo();
        var extension = ACase.Letter with { Notice = new ExtensionNotice(ExtensionGround.SeveralUnits, "İki birimden bilgi toplanıyor.") };
        caseFile.SubmitReply(health.Id, extension, ACase.Signs(People.Kemal, People.Health), People.Zeynep, People.Monday, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.ChangeItems(district.Id, RequestedItems.None, Two, DistrictWriter, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
    }

    private static readonly Actor DistrictWriter = new(new UserId(120), [new RoleOn(OfficerRole.CaseOfficer, People.District)], People.Monday);
    private static readonly Actor DistrictApprover = new(new UserId(121), [new RoleOn(OfficerRole.Approver, People.District)], People.Monday);

    private (CaseFile Case, Routing Health, Routing District) SentToTwo()
    {
        var caseFile = new ACase(_clock).Of(CaseKind.InformationRequest).OpenedBy(People.Ayse).ForwardedBy(People.Ayse, People.Health, People.District).Build();
        caseFile.TakeCustody(caseFile.Routings[1].Id, People.Zeynep, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        caseFile.TakeCustody(caseFile.Routings[2].Id, DistrictWriter, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        return (caseFile, caseFile.Routings[1], caseFile.Routings[2]);
    }

    private Refusal? Sign(CaseFile caseFile, Routing routing, Actor approver)
    {
        var approval = new Approval(caseFile.Replies.Single(r => r.Id == routing.Id).ContentHash, "AYD-01", null, DisclosureDecision.Granted);
        return caseFile.ApproveReply(routing.Id, approval, ACase.Signs(approver, routing.To), approver, People.Monday, _clock.GetUtcNow()).Refusal;
    }

    private CaseFile Request() => new ACase(_clock).Of(CaseKind.InformationRequest).OpenedBy(People.Ayse).Build();

    private static ItemDecisions Decided(params ItemOutcome[] outcomes) => ItemDecisions.Of(Two.All.Zip(outcomes, (item, outcome) => new ItemDecision(item, outcome)));

    private Refusal? Submit(CaseFile caseFile, Routing routing, ItemDecisions items, Actor? writer = null, Actor? approver = null) =>
        caseFile.SubmitReply(routing.Id, ACase.Letter with { Items = items }, ACase.Signs(approver ?? People.Kemal, routing.To), writer ?? People.Zeynep, People.Monday, _clock.GetUtcNow()).Refusal;
}
