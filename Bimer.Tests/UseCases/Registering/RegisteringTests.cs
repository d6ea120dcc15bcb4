using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>What came on paper becomes a case: little is demanded, everything is asked (S12–S14).</summary>
public sealed class RegisteringTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_that_says_little_is_recorded_with_what_it_does_not_say(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;

        var answer = await desk.RecordAsync(ADesk.SilentLetter);

        answer.Should().BeOfType<RegisterAnswer.Recorded>();
        await using var db = await office.DbAsync();
        var filed = await db.Cases.Include(c => c.Routings).Include(c => c.Topics).Include(c => c.Answers).SingleAsync();
        filed.Should().BeEquivalentTo(new { Channel = IntakeChannel.Letter, Priority = Priority.Normal, IdentityCheck = IdentityCheck.Stated, MaskedName = MaskedIdentity.Nameless, LegalNoticeVersion = (string?)null });
        filed.Routings.Should().ContainSingle().Which.Custodian.Should().Be(desk.Officer.UserId);
        filed.Topics.Select(t => t.Code).Should().Equal("01.02");
        filed.Answers.Should().HaveCount(9).And.OnlyContain(a => a.Presence == FieldPresence.NotThere);
        (await db.IdentityLookups.CountAsync(), await db.DeskIntakes.CountAsync(), await db.RegisterTraces.CountAsync()).Should().Be((0, 0, 0), "nobody is all nameless letters, nothing is left on the desk, and nobody was asked");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_clock_runs_from_the_day_of_receipt(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Fax);
        await using var office = desk.Office;
        var received = IstanbulTime.LegalDay(office.Clock.GetUtcNow()).AddDays(-12);

        (await desk.RecordAsync(ADesk.SilentLetter with { ReceivedOn = received.ToString("yyyy-MM-dd", null) })).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var db = await office.DbAsync();
        var filed = await db.Cases.SingleAsync();
        (filed.ReceivedOn, filed.FiledAt).Should().Be((received, office.Clock.GetUtcNow()));
        filed.DueOn.Should().Be(StatutoryDeadline.Of(LegalBasis.PetitionAct, received, office.Services.GetRequiredService<WorkingCalendar>()).DueOn);
    }

    [Fact]
    public async Task What_is_missing_is_named_at_its_field_and_nothing_is_recorded()
    {
        var desk = await ADesk.OpenAsync(Kind.Sqlite, IntakeChannel.Letter);
        await using var office = desk.Office;
        var full = ADesk.SilentLetter;
        (string Field, DeskForm Form)[] gaps =
        [
            ("tur", full with { Kind = "" }), ("tur", full with { Kind = "3" }), ("metin", full with { Text = " \n " }), ("konu", full with { Topics = ["99.99"] }),
            ("alindigi-gun", full with { ReceivedOn = "2026-03-03" }), ("alindigi-gun", full with { ReceivedOn = "dün" }), ("kaydeden", full with { Unit = "2" }),
            ("telefon", full with { Phone = "yok" }), ("tc-no", full with { NationalId = "10000000145" }), ("eposta", full with { Email = "ayse" }),
            ("ilce", full with { Plate = "6", District = "Bornova" }), ("aciliyet", full with { Priority = "9" }),
            ("ilce", full with { Plate = "6", Presence = Answering(full, IntakeField.District, "") }),
            ("ad", full with { Presence = Answering(full, IntakeField.GivenName, "") }), ("egitim", full with { Presence = Answering(full, IntakeField.Education, "Filled") }),
            ("unvan", full with { Applicant = "LegalEntity" }),
        ];

        foreach (var (field, form) in gaps)
        {
            var answer = await desk.RecordAsync(form);
            answer.Should().BeOfType<RegisterAnswer.Incomplete>().Which.Faults.Should().Contain(f => f.Field == field, "{0} is in question", field);
        }

        await using var db = await office.DbAsync();
        (await db.Cases.AnyAsync()).Should().BeFalse();
        (await desk.SitDownAsync()).Value!.Form.Applicant.Should().Be("LegalEntity", "what was typed last is still on the desk");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_of_a_legal_entity_has_fields_of_its_own(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Email);
        await using var office = desk.Office;
        var form = ADesk.SilentLetter with
        {
            Applicant = "LegalEntity", EntityTitle = "Örnek Tarım A.Ş.", EntityTaxId = "1234567890", EntityAddress = "Sanayi Cad. 1", EntityEmail = "bilgi@ornek.invalid",
            NationalId = "10000000146", Phone = "0312 422 10 00",
        };

        (await desk.RecordAsync(form)).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var db = await office.DbAsync();
        var filed = await db.Cases.Include(c => c.Answers).SingleAsync();
        (filed.ApplicantKind, filed.MaskedName).Should().Be((ApplicantKind.LegalEntity, "Ö***** T***** A*****"));
        filed.Answers.Where(a => a.Presence == FieldPresence.Filled).Select(a => a.Field)
            .Should().BeEquivalentTo([IntakeField.EntityTitle, IntakeField.EntityTaxId, IntakeField.EntityAddress, IntakeField.EntityEmail, IntakeField.Phone]);
        var identity = office.Services.GetRequiredService<IdentityVault>().Open(await db.SealedIdentities.SingleAsync());
        identity.Should().BeEquivalentTo(new { NationalId = "", Mobile = "", Telephone = "03124221000", Entity = new { Title = "Örnek Tarım A.Ş.", Email = "bilgi@ornek.invalid" } });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_asks_to_stay_hidden_leaves_no_trace_outside_the_vault(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        var form = Told() with { HideIdentity = "on" };
        await desk.TypeAsync(form);
        (await desk.AttachAsync($"{Canaries.Citizen.Surname} dilekçe.pdf", Documents.Pdf)).Refusal.Should().BeNull();
        Canaries.In(await DumpAsync(office)).Should().BeEmpty("a draft is sealed, and so is what its files are called");

        (await desk.SaveAsync()).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var db = await office.DbAsync();
        var filed = await db.Cases.SingleAsync();
        (filed.Concealment, filed.MaskedName).Should().Be((IdentityConcealment.ByApplicant, null));
        (await db.Attachments.SingleAsync()).Name.Should().Be("Ek-1.pdf");
        (await db.IdentityLookups.AnyAsync()).Should().BeFalse();
        Canaries.In(await DumpAsync(office)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Saved_and_forwarded_at_once_it_lies_with_the_recipients(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Phone150);
        await using var office = desk.Office;
        var (health, police) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("Ankara İl Emniyet Müdürlüğü"));

        var none = await desk.RecordAsync(ADesk.SilentLetter, forward: true);
        var own = await desk.RecordAsync(ADesk.SilentLetter with { Recipients = [new(office.Unit("Ankara Valiliği").Value, false) { IsMeant = true }] }, forward: true);
        var sent = await desk.RecordAsync(ADesk.SilentLetter with { Priority = "VeryUrgent", Recipients = [new(health.Value, false, "İvedilikle bakınız") { IsMeant = true }, new(police.Value, true) { IsMeant = true }] }, forward: true);

        none.Should().BeOfType<RegisterAnswer.Incomplete>().Which.Faults.Should().ContainSingle(f => f.Field == "unit");
        own.Should().BeOfType<RegisterAnswer.Refused>().Which.Why.Should().BeOfType<Refusal.RecipientIsSender>();
        sent.Should().BeOfType<RegisterAnswer.Recorded>();
        await using var db = await office.DbAsync();
        (await db.Cases.CountAsync()).Should().Be(1, "what was refused was not recorded either");
        (await db.Routings.Where(r => r.EndedAt == null).Select(r => new { r.To, r.Purpose, r.Priority }).ToListAsync()).Should().BeEquivalentTo(
            [new { To = health, Purpose = RoutingPurpose.Action, Priority = Priority.VeryUrgent }, new { To = police, Purpose = RoutingPurpose.Information, Priority = Priority.VeryUrgent }]);
        (await db.Movements.Where(m => m.Kind == MovementKind.Forwarded).OrderBy(m => m.Sequence).Select(m => m.Note).ToListAsync()).Should().Equal("İvedilikle bakınız", null);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Six_clicks_at_once_and_one_later_give_one_number(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        await desk.TypeAsync(ADesk.SilentLetter);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => desk.SaveAsync()));
        var late = await desk.SaveAsync();

        answers.Append(late).Distinct().Should().ContainSingle().Which.Should().BeOfType<RegisterAnswer.Recorded>();
        await using var db = await office.DbAsync();
        (await db.Cases.CountAsync(), await db.SealedIdentities.CountAsync(), await db.RememberedCommands.CountAsync()).Should().Be((1, 1, 1));
    }

    [Fact]
    public async Task An_approver_finds_no_desk_and_an_officer_of_two_units_says_which()
    {
        var desk = await ADesk.OpenAsync(Kind.Sqlite, IntakeChannel.Letter);
        await using var office = desk.Office;
        var approver = await office.HireAsync(2, OfficerRole.Approver, office.Unit("Ankara Valiliği"));
        var (here, there) = (office.Unit("Ankara Valiliği"), office.Unit("İzmir Valiliği"));
        await office.AlsoAsync(desk.Officer, OfficerRole.CaseOfficer, there);
        var both = new ADesk(office, desk.Officer with { Roles = [new(OfficerRole.CaseOfficer, here), new(OfficerRole.CaseOfficer, there)] }, IntakeChannel.Letter);

        (await new ADesk(office, approver, IntakeChannel.Letter).SitDownAsync()).Refusal.Should().Be(new Refusal.NotFound());
        (await both.RecordAsync(ADesk.SilentLetter)).Should().BeOfType<RegisterAnswer.Incomplete>().Which.Faults.Should().ContainSingle(f => f.Field == "kaydeden");
        (await both.RecordAsync(ADesk.SilentLetter with { Unit = there.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) })).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var db = await office.DbAsync();
        (await db.Routings.SingleAsync()).To.Should().Be(there);
    }

    private static Dictionary<string, string> Answering(DeskForm form, IntakeField asked, string answer) =>
        new(form.Presence, StringComparer.Ordinal) { [asked.ToString()] = answer };

    /// <summary>A letter in which the citizen of the canaries says everything.</summary>
    private static DeskForm Told() => ADesk.SilentLetter with
    {
        NationalId = Canaries.Citizen.NationalId, GivenName = Canaries.Citizen.GivenName, Surname = Canaries.Citizen.Surname, Phone = Canaries.Citizen.Mobile,
        Email = Canaries.Email, Address = Canaries.ContactAddress,
    };

    private static async Task<string> DumpAsync(Office office)
    {
        await using var db = await office.DbAsync();
        object[] everything =
        [
            await db.Cases.ToListAsync(), await db.Petitions.ToListAsync(), await db.Movements.ToListAsync(), await db.Routings.ToListAsync(), await db.AuditEntries.ToListAsync(),
            await db.OutboxMessages.ToListAsync(), await db.DeskIntakes.ToListAsync(), await db.DraftFiles.ToListAsync(), await db.Attachments.ToListAsync(),
            await db.RememberedCommands.ToListAsync(), await db.IntakeAnswers.ToListAsync(), await db.SealedIdentities.ToListAsync(),
        ];
        return string.Join('\n', everything.Select(rows => System.Text.Json.JsonSerializer.Serialize(rows)));
    }
}
