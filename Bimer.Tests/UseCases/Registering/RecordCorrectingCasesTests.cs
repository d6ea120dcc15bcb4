using Bimer.Blazor.Workspace.Describing;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>Kayıt Düzelt end to end: what a desk wrote down by a slip is put right with its reason, and boxes and clock follow.</summary>
public sealed class RecordCorrectingCasesTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_slip_at_the_desk_is_put_right_with_clock_box_history_and_audit_and_taken_back_at_once(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        var (part, before) = await RecordedAsync(desk);
        var to = before with { ReceivedOn = before.ReceivedOn.AddDays(-11), Channel = IntakeChannel.Fax, Place = new Place(6, "Çankaya") };
        var due = StatutoryDeadline.Of(LegalBasis.PetitionAct, to.ReceivedOn, office.Services.GetRequiredService<WorkingCalendar>());

        (await CorrectAsync(desk, part, new(before, to, "Zarftaki damga."))).Should().Be(Outcome.Accepted);

        await using (var db = await office.DbAsync())
        {
            var now = await db.Cases.Include(c => c.Routings).Include(c => c.Answers).SingleAsync();
            (now.Recorded, now.DueOn, now.DueEndsAt, now.Ledger, now.Routings[0].Rank).Should().Be((to, due.DueOn, due.EndsAt, due.Ledger, due.EndsAt.UtcTicks));
            now.Answers.Where(a => a.Field is IntakeField.Place or IntakeField.District).Should().OnlyContain(a => a.Presence == FieldPresence.Filled).And.NotBeEmpty();
            (await db.Movements.OrderBy(m => m.Sequence).LastAsync()).Should().BeEquivalentTo(new { Kind = MovementKind.RecordCorrected, Note = "Zarftaki damga." });
            (await db.AuditEntries.OrderBy(a => a.Sequence).LastAsync()).Should().Match<Bimer.Blazor.Persistence.Audit.AuditEntry>(a => a.Action == "case.record-corrected" && a.Detail!.Contains(due.Ledger));
        }

        (await CorrectAsync(desk, part, new(to, before, "Vazgeçildi."))).Should().Be(Outcome.Accepted);
        await using var after = await office.DbAsync();
        (await after.Cases.SingleAsync()).Recorded.Should().Be(before);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_place_on_no_list_and_anothers_hand_are_refused_and_change_nothing(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        var (part, before) = await RecordedAsync(desk);
        var colleague = await office.HireAsync(2, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği"));
        var wanted = new RecordCorrection(before, before with { ReceivedOn = before.ReceivedOn.AddDays(-1) }, "Damga.");

        (await CorrectAsync(desk, part, wanted with { To = before with { Place = new Place(6, "Kadıköy") } })).Refusal.Should().Be(new Refusal.NotOnTheList());
        (await office.Handler<CorrectRecordHandler>(colleague).HandleAsync(new CorrectRecord(OfficeStories.NewCommand(), part, wanted), CancellationToken.None)).IsAccepted.Should().BeFalse();
        (await office.Handler<CorrectRecordHandler>(desk.Officer).TryAsync(new CorrectRecord(default, part, wanted), CancellationToken.None)).Value.Should().BeTrue();

        await using var db = await office.DbAsync();
        (await db.Cases.SingleAsync()).Recorded.Should().Be(before);
    }

    private static async Task<(RoutingId Part, RecordStand Stand)> RecordedAsync(ADesk desk)
    {
        (await desk.RecordAsync(ADesk.SilentLetter)).Should().BeOfType<RegisterAnswer.Recorded>();
        await using var db = await desk.Office.DbAsync();
        var recorded = await db.Cases.Include(c => c.Routings).SingleAsync();
        return (recorded.Routings[0].Id, recorded.Recorded);
    }

    private static Task<Outcome> CorrectAsync(ADesk desk, RoutingId part, RecordCorrection wanted) =>
        desk.Office.Handler<CorrectRecordHandler>(desk.Officer).HandleAsync(new CorrectRecord(OfficeStories.NewCommand(), part, wanted), CancellationToken.None);
}
