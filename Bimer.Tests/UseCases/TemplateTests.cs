using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Templates;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Answer templates: who reads, writes and approves them, and what becomes of the letters that begin with them (S46, decision 0087).</summary>
public sealed class TemplateTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_units_wording_is_offered_once_another_person_has_approved_what_they_read(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, unit) = (answers.Office, answers.Unit);
        var home = new TemplateHome(TemplateScope.Unit, unit);
        var signer = await office.HireAsync(21, new RoleOn(OfficerRole.Approver, unit), new RoleOn(OfficerRole.CaseOfficer, unit));
        var id = (await office.WriteAsync(signer, home)).Value;

        (await office.OfferedAsync(answers.Writer, unit)).Should().BeEmpty("nobody approved it yet");
        (await office.DecideTemplateAsync(signer, id, TemplateStories.Text)).Refusal.Should().Be(new Refusal.AuthorIsApprover());
        (await office.DecideTemplateAsync(answers.Writer, id, TemplateStories.Text)).Refusal.Should().Be(new Refusal.NotYoursToApproveTemplate());
        (await office.DecideTemplateAsync(answers.Approver, id, "<p>Başka</p>")).Refusal.Should().Be(new Refusal.TemplateChanged(), "that is not what waits");
        (await office.DecideTemplateAsync(answers.Approver, id, TemplateStories.Text, "\0\u0007")).Refusal.Should().Be(new Refusal.TemplateNoteMissing(), "what nobody sees is no word");
        (await office.DecideTemplateAsync(answers.Approver, id, TemplateStories.Text)).Value.Should().Be(id);

        var offered = (await office.OfferedAsync(answers.Writer, unit)).Should().ContainSingle().Subject;
        (offered.Use, offered.Scope).Should().Be((new TemplateUse(id, 1), TemplateScope.Unit));
        (await office.OfferedTextsAsync(answers.Writer, unit)).Should().Equal(TemplateStories.Text);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Each_scope_is_read_and_written_where_it_belongs_and_nowhere_else(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var office = answers.Office;
        var (below, elsewhere, centre) = (office.Unit("Ankara İl Sağlık Müdürlüğü"), office.Unit("Adana Valiliği"), office.Centre());
        var (clerk, stranger) = (await office.HireAsync(31, OfficerRole.CaseOfficer, below), await office.HireAsync(32, OfficerRole.CaseOfficer, elsewhere));
        var (central, centralSigner) = (await office.HireAsync(33, OfficerRole.CaseOfficer, centre), await office.HireAsync(34, OfficerRole.Approver, centre));
        var own = (await office.WriteAsync(clerk, TemplateHome.Own, name: "Benim")).Value;
        var institution = (await office.WriteAsync(clerk, new TemplateHome(TemplateScope.Institution, answers.Unit), name: "Kurumun")).Value;
        var general = (await office.WriteAsync(central, new TemplateHome(TemplateScope.General, centre), name: "Herkesin")).Value;
        await office.DecideTemplateAsync(answers.Approver, institution, TemplateStories.Text);
        await office.DecideTemplateAsync(centralSigner, general, TemplateStories.Text);

        (await office.OfferedAsync(clerk, below)).Select(c => c.Name).Should().Equal("Benim", "Kurumun", "Herkesin");
        (await office.OfferedAsync(answers.Writer, answers.Unit)).Select(c => c.Name).Should().Equal("Kurumun", "Herkesin");
        (await office.OfferedAsync(stranger, elsewhere)).Select(c => c.Name).Should().Equal("Herkesin");
        (await office.Templates(stranger).ReadAsync(default))!.Lines.Select(l => l.Name).Should().Equal("Herkesin");
        await NothingOfAsync(office, stranger, own, institution, new ReplyTemplateId(Guid.NewGuid()));
        (await office.WriteAsync(stranger, new TemplateHome(TemplateScope.General, centre))).Refusal.Should().Be(new Refusal.NotYourTemplate());
        (await office.WriteAsync(stranger, new TemplateHome(TemplateScope.Unit, below))).Refusal.Should().Be(new Refusal.NotYourTemplate());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_approver_above_finds_what_waits_below_and_nothing_else_of_it(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var office = answers.Office;
        var below = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var clerk = await office.HireAsync(41, OfficerRole.CaseOfficer, below);
        var id = (await office.WriteAsync(clerk, new TemplateHome(TemplateScope.Unit, below))).Value;

        (await office.Templates(answers.Approver).ReadAsync(default))!.Lines.Should().ContainSingle().Which.MayDecide.Should().BeTrue();
        (await office.DecideTemplateAsync(answers.Approver, id, TemplateStories.Text)).IsAccepted.Should().BeTrue();
        (await office.Templates(answers.Approver).ReadAsync(default))!.Lines.Should().BeEmpty("it is the unit's own affair again");
        (await office.Templates(clerk).ReadAsync(default))!.Lines.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Version = 1, Waits = false, MayDecide = false });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_unsound_is_refused_with_its_reason_and_the_draft_stays(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, writer) = (answers.Office, answers.Writer);

        (await office.WriteAsync(writer, TemplateHome.Own, "<p>Sayın {ad}</p>")).Refusal.Should().Be(new Refusal.UnknownMergeField("{ad}"));
        (await office.WriteAsync(writer, TemplateHome.Own, "<p>{{#each kisiler}} {birim}</p>")).Refusal.Should().BeOfType<Refusal.UnknownMergeField>();
        (await office.WriteAsync(writer, TemplateHome.Own, "<p>{başvuru-<strong>no</strong>} sayılı</p>")).Refusal.Should().BeOfType<Refusal.UnknownMergeField>("half bold it would not be filled");
        (await office.WriteAsync(writer, TemplateHome.Own, "<p>{birim}</p>")).Refusal.Should().Be(new Refusal.TemplateTextMissing());
        (await office.WriteAsync(writer, TemplateHome.Own, name: " ")).Refusal.Should().Be(new Refusal.TemplateNameMissing(ReplyTemplate.LongestName));
        (await office.WriteAsync(writer, TemplateHome.Own, shortcut: "su kesintisi")).Refusal.Should().Be(new Refusal.TemplateShortcutUnfit(ReplyTemplate.LongestShortcut));
        (await office.TemplateDrafts(writer).OpenAsync(TemplateDrafts.NewOne, default)).Value!.Fields.Shortcut.Should().Be("su kesintisi", "nothing typed is lost");

        (await office.WriteAsync(writer, TemplateHome.Own, shortcut: "su")).IsAccepted.Should().BeTrue();
        (await office.WriteAsync(writer, TemplateHome.Own, shortcut: "su")).Refusal.Should().Be(new Refusal.TemplateShortcutTaken("su", "Aydınlatma arızası"));
        (await office.WriteAsync(writer, TemplateHome.Own, "<script>alert(1)</script><p onclick=\"x()\">Temiz</p>", shortcut: "temiz")).IsAccepted.Should().BeTrue();
        (await office.OfferedTextsAsync(writer, answers.Unit)).Should().Contain("<p>Temiz</p>");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_windows_the_second_is_told_and_two_clicks_are_one_template(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, writer, click) = (answers.Office, answers.Writer, OfficeStories.NewCommand());
        var fields = new TemplateFields("Ad", "", TemplateScope.Person, null);
        var first = (await office.TemplateDrafts(writer).SaveAsync(TemplateDrafts.NewOne, 0, TemplateStories.Text, fields, default)).Value!;
        (await office.TemplateDrafts(writer).SaveAsync(TemplateDrafts.NewOne, 0, "<p>Öteki</p>", fields, default)).Refusal.Should().BeOfType<Refusal.DraftChanged>();

        var once = await office.SendTemplateAsync(writer, TemplateDrafts.NewOne, first.Version, click);
        (await office.SendTemplateAsync(writer, TemplateDrafts.NewOne, first.Version, click)).Value.Should().Be(once.Value);
        (await office.OfferedAsync(writer, answers.Unit)).Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_remembers_its_template_and_the_template_how_often_it_came_back(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var office = answers.Office;
        var id = (await office.WriteAsync(answers.Writer, TemplateHome.Own)).Value;
        var use = (await office.OfferedAsync(answers.Writer, answers.Unit)).Should().ContainSingle().Subject.Use;
        var part = await answers.FiledAsync(AnAnsweringOffice.Citizen());
        await office.OpenAsync(answers.Writer, part);
        var draft = (await office.DraftFromAsync(answers.Writer, part, use, TemplateStories.Text + "<p>Ek söz.</p>")).Value!;
        (await office.SubmitAsync(answers.Writer, part, draft.Version, new Signatory(answers.Approver.UserId, answers.Unit))).Should().Be(Outcome.Accepted);

        (await office.ApprovalDesk(answers.Approver).OpenAsync(part.CaseId, default)).Value!.Template.Should().Be(("Aydınlatma arızası", TemplateStories.Text));
        (await office.SendBackAsync(answers.Approver, part, await office.HashAsync(part), "Kısaltın.")).Should().Be(Outcome.Accepted);
        (await office.SubmitAsync(answers.Writer, part, 0, new Signatory(answers.Approver.UserId, answers.Unit))).Should().Be(Outcome.Accepted);
        await answers.SignedAsync(part);

        var line = (await office.Templates(answers.Writer).OpenAsync(id, default)).Value!.Line;
        line.Use.Should().Be(new TemplateFigures(Letters: 1, Rounds: 2, Returned: 1));
        line.Use.ReturnRate.Should().Be(50);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_template_that_names_a_changed_law_is_marked_until_somebody_reads_it_again(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, centre) = (answers.Office, answers.Office.Centre());
        var boss = await office.HireAsync(51, OfficerRole.Executive, centre);
        const string Html = "<p>4982 sayılı Kanunun 11 inci maddesi uyarınca incelenmiştir.</p>";
        var id = (await office.WriteAsync(answers.Writer, TemplateHome.Own, Html)).Value;
        office.Clock.Pass(TimeSpan.FromDays(3));
        var today = DateOnly.FromDateTime(office.Clock.GetUtcNow().UtcDateTime.AddHours(3));

        (await office.NoteLawAsync(answers.Writer, "4982", today)).Refusal.Should().Be(new Refusal.NotYoursToNoteLaws());
        (await office.NoteLawAsync(boss, "4982", today.AddDays(1))).Refusal.Should().Be(new Refusal.LawChangeUnfit());
        (await office.NoteLawAsync(boss, "3071", today)).Should().Be(Outcome.Accepted);
        (await office.OfferedAsync(answers.Writer, answers.Unit))[0].Aged.Should().BeNull("it names another law");
        (await office.NoteLawAsync(boss, "4982", today)).Should().Be(Outcome.Accepted);
        (await office.OfferedAsync(answers.Writer, answers.Unit))[0].Aged.Should().Be(new LawChange(4982, today));

        (await office.WriteAsync(answers.Writer, TemplateHome.Own, Html, anew: id)).IsAccepted.Should().BeTrue();
        (await office.OfferedAsync(answers.Writer, answers.Unit))[0].Aged.Should().BeNull("it was read again that day");
        await office.RetireTemplateAsync(answers.Writer, id);
        (await office.OfferedAsync(answers.Writer, answers.Unit)).Should().BeEmpty();
        (await office.WriteAsync(answers.Writer, TemplateHome.Own, Html, anew: id)).Refusal.Should().Be(new Refusal.TemplateRetired());
        await using var db = await office.DbAsync();
        (await db.AuditEntries.Where(a => a.Action.StartsWith("template.")).Select(a => a.Action).ToListAsync())
            .Should().BeEquivalentTo("template.written", "template.law-noted", "template.law-noted", "template.written", "template.retired");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_note_is_kept_without_what_a_database_refuses_or_cuts_a_text_at(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var boss = await office.HireAsync(51, OfficerRole.Executive, office.Centre());

        (await office.NoteLawAsync(boss, "4982", new DateOnly(2026, 3, 2), " Süre\0\u001b\ndeğişti\u0085")).Should().Be(Outcome.Accepted);

        await using var db = await office.DbAsync();
        (await db.LawChanges.Select(c => c.Note).SingleAsync()).Should().Be("Süre değişti");
    }

    /// <summary>What lies closed to somebody is answered like what there is not.</summary>
    private static async Task NothingOfAsync(Office office, Actor stranger, params ReplyTemplateId[] templates)
    {
        foreach (var closed in templates)
        {
            (await office.Templates(stranger).OpenAsync(closed, default)).Refusal.Should().Be(new Refusal.NotYourTemplate());
            (await office.WriteAsync(stranger, default, anew: closed)).Refusal.Should().Be(new Refusal.NotYourTemplate());
            (await office.RetireTemplateAsync(stranger, closed)).Refusal.Should().Be(new Refusal.NotYourTemplate());
        }
    }
}
