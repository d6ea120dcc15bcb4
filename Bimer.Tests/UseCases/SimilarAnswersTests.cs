using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Replying;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Searching;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>What a petition like this one was answered is read and used by whoever may see it, without what says whose it was (S44–S46, decision 0086).</summary>
public sealed class SimilarAnswersTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Fact]
    public void The_more_telling_words_two_texts_share_the_more_they_are_alike()
    {
        string[] pool = ["Sokak lambaları yanmıyor, mahalle karanlık.", "Mahalle okuluna servis istiyoruz.", "Lambaların direkleri sokakta devrildi.", "Vergi borcu"];

        var found = SimilarTexts.Rank("Sokağımızda lambalar yanmıyor; sokak karanlıkta kaldı.", pool, 5);

        found.Select(f => f.Index).Should().Equal([0, 2], "one word in common is chance");
        found[0].Because.Should().Contain("yanmıyor").And.HaveCountLessThanOrEqualTo(SimilarTexts.MostReasons);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_like_petition_of_the_own_unit_is_found_with_its_letter_and_its_service(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var answered = await answers.AnsweredAsync();
        var part = await HeldAsync(answers);

        var similar = (await Query(answers).ReadAsync(part, default)).Value!;

        var answer = similar.Answers.Should().ContainSingle().Subject;
        (answer.Letter, answer.Html, answer.Verdict, answer.CatalogueService).Should().Be((answered, ReplyStories.Html, ReplyVerdict.Favourable, ReplyStories.Service));
        answer.Because.Should().NotBeEmpty();
        similar.Services.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = ReplyStories.Service, Count = 1 });
        (await Query(answers).TextAsync(part, answered, default)).Value.Should().Be(ReplyStories.Html);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_of_a_hidden_applicant_of_another_unit_or_kept_away_is_told_or_taken(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var hidden = await answers.AnsweredAsync(hidden: true);
        var waiting = await answers.FiledAsync(AnAnsweringOffice.Citizen());
        await answers.SubmittedAsync(waiting);
        var kept = await answers.AnsweredAsync();
        await using (var db = await answers.Office.DbAsync())
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO case_exclusions (case_id, unit, marked_by, marked_from, marked_at) VALUES ({kept.CaseId.Value}, {answers.Unit.Value}, 99, {answers.Unit.Value}, 0)");
            await db.Cases.Where(c => c.Id == kept.CaseId).ExecuteUpdateAsync(c => c.SetProperty(x => x.HasExclusions, true));
            await db.Routings.Where(r => r.CaseId == kept.CaseId).ExecuteUpdateAsync(r => r.SetProperty(x => x.CaseHasExclusions, true));
        }

        var part = await HeldAsync(answers);
        (await Query(answers).ReadAsync(part, default)).Value!.Answers.Should().BeEmpty();
        foreach (var letter in (RoutingId[])[hidden, waiting, kept])
            (await Query(answers).TextAsync(part, letter, default)).Refusal.Should().Be(new Refusal.NotFound());
        var stranger = await answers.Office.HireAsync(9, OfficerRole.CaseOfficer, answers.Office.Unit("İzmir Valiliği"));
        (await Query(answers, stranger).ReadAsync(part, default)).Refusal.Should().Be(new Refusal.NotFound());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Whose_answer_it_was_does_not_come_with_its_words(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var letter = await answers.FiledAsync(AnAnsweringOffice.Citizen());
        (await answers.Office.OpenAsync(answers.Writer, letter)).Should().Be(Outcome.Accepted);
        var number = new CaseNumber(letter.CaseId).ToString();
        var html = $"<p>Sokağınızdaki <strong>lambalar</strong> yenilendi.</p><p>Sayın Şükrüye Çığıroğlu’na teşekkür ederiz.</p><p>{number} sayılı işiniz bitti.</p>";
        var version = (await answers.Office.SaveAsync(answers.Writer, letter, 0, html)).Value!.Version;
        (await answers.Office.SubmitAsync(answers.Writer, letter, version, new Bimer.Blazor.Persistence.Signatory(answers.Approver.UserId, answers.Unit))).Should().Be(Outcome.Accepted);
        await answers.SignedAsync(letter);
        var part = await HeldAsync(answers);

        var text = (await Query(answers).TextAsync(part, letter, default)).Value!;

        text.Should().Be("<p>Sokağınızdaki lambalar yenilendi.</p><p>{…}</p><p>{…}</p>");
        LetterChecks.Of(new LetterUnderCheck([text], 0, "", IsNotExamined: false)).Should().Contain(f => f.Check == LetterCheck.UnfilledPlace, "what was taken out has to be filled");
    }

    [Fact]
    public async Task A_service_is_found_by_the_beginnings_of_its_words_with_or_without_Turkish_letters()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var catalogue = ActivatorUtilities.CreateInstance<ServiceCatalogue>(office.Services);
        var unit = office.Unit("Ankara Valiliği");
        var service = catalogue.Of(unit)[0];
        var typed = string.Join(' ', TurkishFold.Of(service.Name).Split(' ').Where(w => w.Length > 3).Take(2).Reverse().Select(w => w[..3].ToUpperInvariant()));

        catalogue.Find(unit, typed).Should().Contain(service);
        catalogue.OwnerOf(unit, service.Code).Should().Be(unit);
        (catalogue.Find(unit, " - "), catalogue.Find(unit, "qqq"), catalogue.OwnerOf(unit, "YOK")).Should().BeEquivalentTo((Array.Empty<ServiceChoice>(), Array.Empty<ServiceChoice>(), (UnitId?)null));
    }

    private static async Task<RoutingId> HeldAsync(AnAnsweringOffice answers)
    {
        var part = await answers.FiledAsync(AnAnsweringOffice.Citizen());
        (await answers.Office.OpenAsync(answers.Writer, part)).Should().Be(Outcome.Accepted);
        return part;
    }

    private static SimilarAnswersQuery Query(AnAnsweringOffice answers, Actor? actor = null) =>
        ActivatorUtilities.CreateInstance<SimilarAnswersQuery>(answers.Office.Services, answers.Office.Drafts(actor ?? answers.Writer));
}
