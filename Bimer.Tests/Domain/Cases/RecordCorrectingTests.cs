using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Cases;

/// <summary>A clerk's slip at the desk is put right by who holds the case where it was recorded (Kayıt Düzelt); the clock follows the day of receipt (D4).</summary>
public sealed class RecordCorrectingTests
{
    private readonly TestClock _clock = new();

    private DateOnly Today => IstanbulTime.LegalDay(_clock.GetUtcNow());

    [Theory]
    [InlineData(CaseKind.Complaint)]
    [InlineData(CaseKind.InformationRequest)]
    public void The_legal_time_is_counted_anew_from_the_corrected_day(CaseKind kind)
    {
        var letter = Recorded(kind);
        var (before, to) = (letter.Recorded, letter.Recorded with { ReceivedOn = Today.AddDays(-9), Channel = IntakeChannel.Fax, Place = new Place(6, "Çankaya") });
        var (dueBefore, due) = (letter.DueOn, StatutoryDeadline.Of(kind.Basis(), to.ReceivedOn, ACase.Calendar));

        Correct(letter, to).Should().Be(Outcome.Accepted);

        (letter.Recorded, letter.DueOn, letter.DueEndsAt, letter.Ledger).Should().Be((to, due.DueOn, due.EndsAt, due.Ledger));
        letter.Routings[0].Rank.Should().Be(kind == CaseKind.InformationRequest ? Routing.RanksOf(due.EndsAt).Ahead : Routing.RanksOf(due.EndsAt).Plain);
        letter.Movements[^1].Should().BeEquivalentTo(new { Kind = MovementKind.RecordCorrected, By = People.Ayse.UserId, Note = "Damga 2’ydi." });
        RecordChange.Parse(letter.Movements[^1].Change).Should().Be(new RecordChange(before, to, dueBefore, due.DueOn));
        letter.Events[^1].Should().BeOfType<CaseRecordCorrected>().Which.Ledger.Should().Be(due.Ledger);
    }

    [Fact]
    public void Another_place_alone_moves_no_day_and_is_read_back_as_it_was_written()
    {
        var letter = Recorded();
        var (due, rank) = (letter.DueOn, letter.Routings[0].Rank);

        Correct(letter, letter.Recorded with { Place = new Place(34, null) }).Should().Be(Outcome.Accepted);
        Correct(letter, letter.Recorded with { Place = new Place(34, "Küçük Yer Adı") }).Should().Be(Outcome.Accepted);

        (letter.DueOn, letter.Routings[0].Rank, letter.Plate, letter.District).Should().Be((due, rank, 34, "Küçük Yer Adı"));
        var change = RecordChange.Parse(letter.Movements[^1].Change)!;
        (change.From.Place, change.To.Place).Should().Be((new Place(34, null), new Place(34, "Küçük Yer Adı")));
    }

    [Fact]
    public void The_day_lies_neither_after_the_recording_nor_before_there_was_a_desk()
    {
        var letter = Recorded();
        var recorded = Today;
        _clock.Pass(TimeSpan.FromDays(3));

        Correct(letter, letter.Recorded with { ReceivedOn = recorded.AddDays(1) }).Refusal.Should().Be(new Refusal.ReceivedAfterRecording(recorded), "that day is past, but it was recorded by then");
        Correct(letter, letter.Recorded with { ReceivedOn = DeskChannels.FirstDay.AddDays(-1) }).Refusal.Should().Be(new Refusal.ReceivedTooEarly(DeskChannels.FirstDay));
        Correct(letter, letter.Recorded with { ReceivedOn = recorded }).Should().Be(Outcome.Accepted, "the day of the recording itself");
    }

    [Theory]
    [InlineData(IntakeChannel.Letter, IntakeChannel.Email, true)]
    [InlineData(IntakeChannel.Letter, IntakeChannel.InPerson, false)]
    [InlineData(IntakeChannel.Phone150, IntakeChannel.Letter, false)]
    [InlineData(IntakeChannel.Letter, IntakeChannel.Internet, false)]
    [InlineData(IntakeChannel.Letter, (IntakeChannel)77, false)]
    public void Only_the_written_channels_are_taken_for_one_another(IntakeChannel from, IntakeChannel to, bool allowed)
    {
        var recorded = Recorded(channel: from);

        Correct(recorded, recorded.Recorded with { Channel = to }).Refusal.Should().Be(allowed ? null : new Refusal.ChannelsNotWritten());
    }

    [Fact]
    public void Who_does_not_hold_it_where_it_was_recorded_corrects_nothing_and_nobody_does_without_a_reason()
    {
        var (letter, petition) = (Recorded(), new ACase(_clock).OpenedBy(People.Ayse).Build());
        var to = letter.Recorded with { ReceivedOn = Today.AddDays(-2) };

        Correct(letter, to, reason: "  ").Refusal.Should().Be(new Refusal.TextMissing());
        Correct(petition, petition.Recorded with { ReceivedOn = Today.AddDays(-2) }).Refusal.Should().Be(new Refusal.NotFromADesk());
        Correct(letter, to, People.Zeynep).IsAccepted.Should().BeFalse();
        letter.Forward(letter.Routings[0].Id, [ACase.Action(People.Health)], ACase.Calendar, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        letter.TakeCustody(letter.Routings[1].Id, People.Zeynep, _clock.GetUtcNow());
        Correct(letter, to, People.Zeynep, part: 1).Refusal.Should().Be(new Refusal.RecordedElsewhere(People.Governorship));
        letter.ReceivedOn.Should().Be(Today);
    }

    [Fact]
    public void Of_two_who_correct_what_they_saw_the_second_is_told_and_the_way_back_is_the_same_verb()
    {
        var letter = Recorded();
        var (before, due) = (letter.Recorded, letter.DueOn);
        Correct(letter, before with { ReceivedOn = Today.AddDays(-2) });

        letter.CorrectRecord(letter.Routings[0].Id, new(before, before with { Channel = IntakeChannel.Fax }, "Faks."), ACase.Calendar, People.Ayse, _clock.GetUtcNow())
            .Refusal.Should().Be(new Refusal.RecordChangedMeanwhile());
        Correct(letter, before).Should().Be(Outcome.Accepted);

        (letter.Recorded, letter.DueOn).Should().Be((before, due));
    }

    [Fact]
    public void Once_an_answer_was_signed_the_record_stays()
    {
        var letter = Recorded();
        letter.Forward(letter.Routings[0].Id, [ACase.Action(People.Health), ACase.Action(People.District)], ACase.Calendar, People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        var (health, district) = (letter.Routings[1].Id, letter.Routings[2].Id);
        var kaya = new Actor(new UserId(120), [new RoleOn(OfficerRole.CaseOfficer, People.District)], People.Monday);
        letter.TakeCustody(district, kaya, _clock.GetUtcNow());
        letter.Return(district, new ReturnTerms(ReturnTarget.Sender, People.Lineage(People.Governorship), PersonIsThere: true, ReturnReason.NotOurDuty, "Görev alanımıza girmiyor."), ACase.Calendar, kaya, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        letter.TakeCustody(health, People.Zeynep, _clock.GetUtcNow());
        letter.SubmitReply(health, ACase.Letter, ACase.Signs(People.Kemal, People.Health), People.Zeynep, People.Monday, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        var back = letter.Routings.Count - 1;
        letter.TakeCustody(letter.Routings[back].Id, People.Ayse, _clock.GetUtcNow());

        Correct(letter, letter.Recorded with { ReceivedOn = Today.AddDays(-2) }, part: back).Should().Be(Outcome.Accepted, "a letter that waits is signed on what is right");
        letter.Replies[0].Rank.Should().Be(letter.Routings[1].Rank);
        var approval = new Approval(ACase.Letter.ContentHash, ACase.Letter.CatalogueService, ReplyVerdict.Favourable, null);
        letter.ApproveReply(health, approval, ACase.Signs(People.Kemal, People.Health), People.Kemal, People.Monday, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        Correct(letter, letter.Recorded with { ReceivedOn = Today.AddDays(-1) }, part: back).Refusal.Should().Be(new Refusal.RecordBoundByAnswer(People.Health, _clock.GetUtcNow()));
    }

    [Fact]
    public void What_was_told_in_the_meantime_binds_the_day_and_nothing_else()
    {
        var letter = Recorded();
        var (first, told) = (letter.Routings[0].Id, ACase.Letter with { IsProgress = true });
        letter.SubmitReply(first, told, ACase.Signs(People.Nuray, People.Governorship), People.Ayse, People.Monday, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        letter.ApproveReply(first, new Approval(told.ContentHash, told.CatalogueService, null, null), ACase.Signs(People.Nuray, People.Governorship), People.Nuray, People.Monday, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        letter.MeetByProgress(ACase.Calendar, _clock.GetUtcNow());

        Correct(letter, letter.Recorded with { ReceivedOn = Today.AddDays(-1) }, part: 1).Refusal.Should().Be(new Refusal.RecordBoundByClock());
        Correct(letter, letter.Recorded with { Channel = IntakeChannel.Fax }, part: 1).Should().Be(Outcome.Accepted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_the_legal_date_at_an_arrival_that_stands_stays_so_when_the_day_is_corrected(bool arrivalWasLegal)
    {
        var letter = Recorded(CaseKind.InformationRequest);
        WorkingCalendar Calendar(bool isLegal) => new(new HolidayTable([]), new CalendarRules(ArrivalIsLegal: isLegal));
        ForwardTo[] to = [ACase.Action(People.Ministry) with { Away = new AwayFromHome(IsSenderToo: false, []) }, ACase.Action(People.District)];
        letter.Forward(letter.Routings[0].Id, to, Calendar(arrivalWasLegal), People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        var kaya = new Actor(new UserId(120), [new RoleOn(OfficerRole.CaseOfficer, People.District)], People.Monday);
        letter.TakeCustody(letter.Routings[2].Id, kaya, _clock.GetUtcNow());
        letter.Return(letter.Routings[2].Id, new ReturnTerms(ReturnTarget.Sender, People.Lineage(People.Governorship), PersonIsThere: true, ReturnReason.NotOurDuty, "Görev alanımıza girmiyor."), Calendar(arrivalWasLegal), kaya, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);
        letter.TakeCustody(letter.Routings[3].Id, People.Ayse, _clock.GetUtcNow());

        var wanted = new RecordCorrection(letter.Recorded, letter.Recorded with { ReceivedOn = Today.AddDays(-9) }, "Damga 2’ydi.");
        letter.CorrectRecord(letter.Routings[3].Id, wanted, Calendar(!arrivalWasLegal), People.Ayse, _clock.GetUtcNow()).Should().Be(Outcome.Accepted);

        DeadlineLedger.Replay(letter.Ledger!).Terms.Should().BeEquivalentTo(new { ReceivedOn = Today.AddDays(-9), ArrivedOn = (DateOnly?)Today, ArrivalIsLegal = arrivalWasLegal });
    }

    private CaseFile Recorded(CaseKind kind = CaseKind.Complaint, IntakeChannel channel = IntakeChannel.Letter) =>
        CaseFile.Register(new ACase(_clock).Of(kind).Filing() with { Channel = channel, ReceivedOn = Today }, People.Ayse, _clock.GetUtcNow()).Value!;

    private Outcome Correct(CaseFile caseFile, RecordStand to, Actor? actor = null, int part = 0, string reason = "Damga 2’ydi. ") =>
        caseFile.CorrectRecord(caseFile.Routings[part].Id, new RecordCorrection(caseFile.Recorded, to, reason), ACase.Calendar, actor ?? People.Ayse, _clock.GetUtcNow());
}
