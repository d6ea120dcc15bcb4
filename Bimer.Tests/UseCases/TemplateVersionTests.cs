using Bimer.Blazor.Workspace.Templates;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>The wordings of a template one after the other: what is in use, what waits, what came back (S46, decision 0087).</summary>
public sealed class TemplateVersionTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Until_a_new_wording_is_approved_the_one_before_stays_and_a_declined_one_says_why(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, unit) = (answers.Office, answers.Unit);
        var id = (await office.WriteAsync(answers.Writer, new TemplateHome(TemplateScope.Unit, unit))).Value;
        await office.DecideTemplateAsync(answers.Approver, id, TemplateStories.Text);

        (await office.WriteAsync(answers.Writer, default, "<p>İkinci metin</p>", anew: id)).Value.Should().Be(id);
        (await office.OfferedTextsAsync(answers.Writer, unit)).Should().Equal(TemplateStories.Text);
        (await office.DecideTemplateAsync(answers.Approver, id, "<p>İkinci metin</p>", " ")).Refusal.Should().Be(new Refusal.TemplateNoteMissing());
        (await office.DecideTemplateAsync(answers.Approver, id, "<p>İkinci metin</p>", "Kısa olmuş.")).IsAccepted.Should().BeTrue();
        (await office.WriteAsync(answers.Writer, default, "<p>Üçüncü metin</p>", anew: id)).IsAccepted.Should().BeTrue();
        (await office.DecideTemplateAsync(answers.Approver, id, "<p>Üçüncü metin</p>")).IsAccepted.Should().BeTrue();

        var sheet = (await office.Templates(answers.Writer).OpenAsync(id, default)).Value!;
        sheet.Wordings.Select(w => (w.Version, w.State, w.Note)).Should().Equal(
            (3, WordingState.InUse, null), (2, WordingState.Declined, "Kısa olmuş."), (1, WordingState.Replaced, null));
        (await office.OfferedAsync(answers.Writer, unit))[0].Use.Version.Should().Be(3);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_declined_comes_back_with_its_note_and_its_words_and_what_is_unchanged_can_be_put_forward_again(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, unit) = (answers.Office, answers.Unit);
        var id = (await office.WriteAsync(answers.Writer, new TemplateHome(TemplateScope.Unit, unit), "<p>Kısa metin.</p>")).Value;
        (await office.DecideTemplateAsync(answers.Approver, id, "<p>Kısa metin.</p>", "Uzatın.")).IsAccepted.Should().BeTrue();

        var sheet = (await office.Templates(answers.Writer).OpenAsync(id, default)).Value!;
        (sheet.Declined!.Note, sheet.Declined.Html, sheet.Line.IsDeclined).Should().Be(("Uzatın.", "<p>Kısa metin.</p>", true));
        (await office.TemplateDrafts(answers.Writer).TextAsync(id, default)).Value!.Html.Should().Be("<p>Kısa metin.</p>", "nothing is typed twice");

        (await office.SendTemplateAsync(answers.Writer, id, version: 0)).Value.Should().Be(id);
        (await office.Templates(answers.Writer).OpenAsync(id, default)).Value!.Proposed.Should().BeEquivalentTo(new { Version = 2, Html = "<p>Kısa metin.</p>" });
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_name_counts_once_its_wording_is_approved_and_nobody_approves_their_own_words_from_anothers_hand(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, unit) = (answers.Office, answers.Unit);
        var signer = await office.HireAsync(22, new Bimer.Domain.Organisation.RoleOn(Bimer.Domain.Organisation.OfficerRole.Approver, unit), new Bimer.Domain.Organisation.RoleOn(Bimer.Domain.Organisation.OfficerRole.CaseOfficer, unit));
        var id = (await office.WriteAsync(answers.Writer, new TemplateHome(TemplateScope.Unit, unit), name: "Ret", shortcut: "ret")).Value;
        await office.DecideTemplateAsync(answers.Approver, id, TemplateStories.Text);

        (await office.WriteAsync(signer, default, "<p>Talebiniz uygun görülmüştür.</p>", name: "Kabul", shortcut: "kabul", anew: id)).IsAccepted.Should().BeTrue();
        var offered = (await office.OfferedAsync(answers.Writer, unit)).Should().ContainSingle().Subject;
        (offered.Name, offered.Shortcut).Should().Be(("Ret", "ret"), "nobody approved the other name");
        (await office.OfferedTextsAsync(answers.Writer, unit)).Should().Equal(TemplateStories.Text);

        (await office.SendTemplateAsync(answers.Writer, id, version: 0)).IsAccepted.Should().BeTrue("a colleague puts the same words forward");
        (await office.DecideTemplateAsync(signer, id, "<p>Talebiniz uygun görülmüştür.</p>")).Refusal.Should().Be(new Refusal.AuthorIsApprover());
        (await office.DecideTemplateAsync(answers.Approver, id, "<p>Talebiniz uygun görülmüştür.</p>")).IsAccepted.Should().BeTrue();
        (await office.OfferedAsync(answers.Writer, unit))[0].Name.Should().Be("Kabul");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task An_approver_is_shown_no_wording_as_the_template_that_nobody_approved(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, unit) = (answers.Office, answers.Unit);
        var id = (await office.WriteAsync(answers.Writer, new TemplateHome(TemplateScope.Unit, unit), "<p>Uydurma metin.</p>")).Value;
        var part = await answers.FiledAsync(AnAnsweringOffice.Citizen());
        await office.OpenAsync(answers.Writer, part);

        var draft = (await office.DraftFromAsync(answers.Writer, part, new TemplateUse(id, 1), "<p>Uydurma metin.</p>")).Value!;
        (await office.SubmitAsync(answers.Writer, part, draft.Version, new Bimer.Blazor.Persistence.Signatory(answers.Approver.UserId, unit))).Should().Be(Outcome.Accepted);

        (await office.ApprovalDesk(answers.Approver).OpenAsync(part.CaseId, default)).Value!.Template.Should().BeNull();
    }
}
