using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>A letter is looked over beside the editor and again on the server; whoever is hidden stands nowhere in it (S44, G13, decision 0085).</summary>
public sealed class LetterInspectionTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    public static TheoryData<string, bool> Sentences => new()
    {
        { "Sayın Şükrüye Çığıroğlu, işiniz bitmiştir.", true },
        { "ŞÜKRÜYE ÇIĞIROĞLU’nun başvurusu", true },
        { "Çığıroğlu Şükrüye", true },
        { "sukruye cigiroglu", true },
        { "Sayın Çığıroğlu", true },
        { "T.C. 100 0000 0146 numaralı kişi", true },
        { "0 (532) 123 45 67 numaralı telefonunuz", true },
        { "Sukru@Vatandas.Example adresine", true },
        { "Çığıroğlu Sokağındaki çukur kapatıldı.", false },
        { "Sayın Başvuran, 2026-0000001-1 sayılı işiniz", false },
        { "Sayın Valimiz 1000000014 lira ayırmıştır.", false },
        { "", false },
    };

    [Theory, MemberData(nameof(Sentences))]
    public void Every_spelling_of_a_hidden_person_is_known_and_a_street_is_a_street(string sentence, bool named) =>
        ApplicantTraces.Names(AnAnsweringOffice.Citizen(), sentence).Should().Be(named);

    [Theory, MemberData(nameof(Both))]
    public async Task A_letter_that_names_a_hidden_applicant_is_not_sent_the_place_is_told_and_the_record_stays(Kind kind)
    {
        await using var story = await WrittenAsync(kind, hidden: true, "<p>İnceleme yapıldı.</p><p>Sayın Şükrüye <b>Çığıroğlu</b> haklıdır.</p>");

        (await story.LookAsync()).Should().BeEmpty("while it is typed nothing is compared");
        (await story.InspectAsync()).Should().ContainSingle().Which.Should().Be(new LetterFinding(LetterCheck.NamesApplicant, "Sayın Şükrüye Çığıroğlu haklıdır."));
        (await story.SubmitAsync()).Refusal.Should().Be(new Refusal.LetterNamesApplicant());

        await using var db = await story.Office.DbAsync();
        (await db.AuditEntries.Where(a => a.Action == "letter.named-hidden").Select(a => new { a.Actor, a.CaseId, a.Detail }).ToListAsync())
            .Should().HaveCount(2).And.OnlyContain(a => a.Actor == story.Writer.UserId && a.CaseId == story.Part.CaseId && a.Detail == null);
        (await db.Replies.AnyAsync()).Should().BeFalse();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_gave_their_name_may_be_called_by_it(Kind kind)
    {
        await using var story = await WrittenAsync(kind, hidden: false, "<p>Şükrüye Çığıroğlu haklıdır.</p>");

        (await story.InspectAsync()).Should().BeEmpty();
        (await story.SubmitAsync()).Should().Be(Outcome.Accepted);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_ground_and_the_name_of_a_file_are_looked_over_too(Kind kind)
    {
        await using var story = await WrittenAsync(kind, hidden: true, "<p>Tutanak ektedir.</p>");
        (await story.Office.TurnAwayAsync(story.Writer, story.Part, story.Version, "ANLASILMAZ", "Çığıroğlu Şükrüye’nin isteği\nanlaşılamadı.")).Refusal.Should().BeNull();
        (await story.InspectAsync()).Select(f => f.Place).Should().Equal("Çığıroğlu Şükrüye’nin isteği");

        (await story.Office.TurnAwayAsync(story.Writer, story.Part, story.Version + 1, "ANLASILMAZ", "Anlaşılamadı.")).Refusal.Should().BeNull();
        (await story.Office.AttachAsync(story.Writer, story.Part, "Sukruye_Cigiroglu.pdf", Documents.Pdf)).Refusal.Should().BeNull();
        (await story.InspectAsync()).Where(f => f.Stops).Select(f => f.Check).Should().Equal(LetterCheck.NamesApplicant);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_was_hidden_after_the_letter_was_written_is_not_named_by_a_signature(Kind kind)
    {
        await using var story = await WrittenAsync(kind, hidden: false, "<p>Şükrüye Çığıroğlu haklıdır.</p>");
        (await story.SubmitAsync()).Should().Be(Outcome.Accepted);
        await using (var db = await story.Office.DbAsync()) await db.Cases.ExecuteUpdateAsync(c => c.SetProperty(x => x.Concealment, IdentityConcealment.ByOfficer));

        (await story.Office.ApproveAsync(story.Approver, story.Part, await story.Office.HashAsync(story.Part))).Refusal.Should().Be(new Refusal.LetterNamesApplicant());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_is_missing_stops_the_letter_on_the_server_and_what_is_only_told_does_not(Kind kind)
    {
        await using var story = await WrittenAsync(kind, hidden: false, "<p>Sayın yetkili,</p><p>Rapor Ek-1 olarak sunulmuştur.</p>");

        (await story.LookAsync()).Select(f => f.Check).Should().BeEquivalentTo([LetterCheck.MissingAttachment, LetterCheck.GreetsTwice]);
        (await story.SubmitAsync()).Refusal.Should().Be(new Refusal.LetterNamesMissingFile("1"));
        (await story.Office.AttachAsync(story.Writer, story.Part, "rapor.pdf", Documents.Pdf)).Refusal.Should().BeNull();
        (await story.SubmitAsync()).Should().Be(Outcome.Accepted, "a second salutation is told, and the writer decides");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_refusal_of_information_is_not_signed_without_its_article(Kind kind)
    {
        await using var story = await WrittenAsync(kind, hidden: false, "<p>Talebiniz reddedilmiştir.</p>", CaseKind.InformationRequest);
        (await story.SubmitAsync()).Should().Be(Outcome.Accepted);
        var decision = new Approval(await story.Office.HashAsync(story.Part), ReplyStories.Service, null, DisclosureDecision.Refused);

        (await story.Office.DecideAsync(story.Approver, story.Part, decision)).Refusal.Should().Be(new Refusal.RefusalNamesNoArticle());
        (await story.Office.DecideAsync(story.Approver, story.Part, decision with { Disclosure = DisclosureDecision.Granted })).Should().Be(Outcome.Accepted);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whoever_does_not_hold_the_part_learns_nothing_and_leaves_no_record(Kind kind)
    {
        await using var story = await WrittenAsync(kind, hidden: true, "<p>Şükrüye Çığıroğlu</p>");

        var colleague = await story.Office.HireAsync(7, OfficerRole.CaseOfficer, story.Unit);
        (await story.Office.Inspection(colleague).InspectAsync(story.Part, default)).Refusal.Should().BeOfType<Refusal.AlreadyOpened>();

        await using var db = await story.Office.DbAsync();
        (await db.AuditEntries.AnyAsync(a => a.Action == "letter.named-hidden")).Should().BeFalse();
    }

    private static async Task<AWrittenLetter> WrittenAsync(Kind kind, bool hidden, string html, CaseKind caseKind = CaseKind.Complaint)
    {
        var answers = await AnAnsweringOffice.OpenAsync(kind);
        var part = await answers.FiledAsync(AnAnsweringOffice.Citizen(), hidden, caseKind);
        (await answers.Office.OpenAsync(answers.Writer, part)).Should().Be(Outcome.Accepted);
        var version = (await answers.Office.SaveAsync(answers.Writer, part, 0, html)).Value!.Version;
        return new AWrittenLetter(answers, part, version);
    }

    private sealed record AWrittenLetter(AnAnsweringOffice Answers, RoutingId Part, int Version) : IAsyncDisposable
    {
        public Office Office => Answers.Office;

        public UnitId Unit => Answers.Unit;

        public Actor Writer => Answers.Writer;

        public Actor Approver => Answers.Approver;

        public async Task<IReadOnlyList<LetterFinding>> LookAsync() => (await Office.Inspection(Writer).LookAsync(Part, default)).Value!;

        public async Task<IReadOnlyList<LetterFinding>> InspectAsync() => (await Office.Inspection(Writer).InspectAsync(Part, default)).Value!;

        public Task<Outcome> SubmitAsync() => Office.SubmitAsync(Writer, Part, Version, new Signatory(Approver.UserId, Unit));

        public ValueTask DisposeAsync() => Answers.DisposeAsync();
    }
}
