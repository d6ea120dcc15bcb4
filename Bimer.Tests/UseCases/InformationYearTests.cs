using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Reports;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Bilgi Edinme Yıllık Raporu: what 4982 m.30 asks of an institution, counted for those who answer for it.</summary>
public sealed class InformationYearTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task The_year_counts_each_request_once_and_the_refusals_by_article_for_those_who_manage(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var manager = await answers.Office.HireAsync(7, OfficerRole.Executive, answers.Unit);
        await AnswerAsync(answers, DisclosureDecision.Granted, new ItemDecision(ItemStories.Budget, ItemOutcome.Granted));
        await AnswerAsync(answers, DisclosureDecision.Refused, new ItemDecision(ItemStories.Budget, ItemOutcome.Refused, "TICARI_SIR"));
        await AnswerAsync(answers, DisclosureDecision.PartlyGranted,
            new ItemDecision(ItemStories.Budget, ItemOutcome.PartlyGranted, "TICARI_SIR", "Fiyatlar"), new ItemDecision(ItemStories.Staff, ItemOutcome.Refused, "OZEL_HAYAT"));
        await answers.AskedAsync(ItemStories.Cars);
        await answers.FiledAsync(AnAnsweringOffice.Citizen());   // a complaint is none

        var report = (await answers.Office.For<InformationYearQuery>(manager).ReadAsync(unit: null, year: null, default))!;

        (report.Year, report.Unit.Id).Should().Be((2026, answers.Unit));
        report.Figures.Should().BeEquivalentTo(new { Received = 4, Granted = 1, PartlyGranted = 1, Refused = 1, Separated = 1, Undecided = 1 });
        report.Figures.Articles.Select(a => (a.Reason.Article, a.Requests)).Should().Equal(("m.21", 1), ("m.23", 2));
        (await answers.Office.For<InformationYearQuery>(manager).ReadAsync(answers.Unit, 2025, default))!.Figures.Received.Should().Be(0);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Nothing_is_counted_for_who_coordinates_nothing_nor_of_a_unit_out_of_reach_nor_what_is_kept_from_them(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var coordinator = await answers.Office.HireAsync(7, OfficerRole.Coordinator, answers.Unit);
        var elsewhere = await answers.Office.HireAsync(8, OfficerRole.Executive, answers.Office.Unit("İzmir Valiliği"));
        var kept = await answers.AskedAsync(ItemStories.Budget);

        (await answers.Office.For<InformationYearQuery>(answers.Writer).ReadAsync(unit: null, year: null, default)).Should().BeNull();
        var other = (await answers.Office.For<InformationYearQuery>(elsewhere).ReadAsync(answers.Unit, year: null, default))!;
        (other.Unit.Name, other.Figures.Received).Should().Be(("İzmir Valiliği", 0));
        (await answers.Office.For<InformationYearQuery>(coordinator).ReadAsync(answers.Unit, 1900, default))!.Figures.Received.Should().Be(1);
        await using (var db = await answers.Office.DbAsync())
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO case_exclusions (case_id, unit, marked_by, marked_from, marked_at) VALUES ({kept.CaseId.Value}, {answers.Unit.Value}, 99, {answers.Unit.Value}, 0)");
            await db.Cases.Where(c => c.Id == kept.CaseId).ExecuteUpdateAsync(c => c.SetProperty(x => x.HasExclusions, true));
        }

        (await answers.Office.For<InformationYearQuery>(coordinator).ReadAsync(answers.Unit, year: null, default))!.Figures.Received.Should().Be(0);
    }

    [Fact]
    public void Of_several_answers_the_least_favourable_counts_and_a_request_turned_away_is_refused_by_its_article()
    {
        var whole = new InadmissibilityReason("AYRI_CALISMA", "4982", "m.7", "Ayrı çalışma");
        var figures = InformationYear.Of(
        [
            [new DisclosedLetter(DisclosureDecision.Granted, ItemDecisions.None, null), new DisclosedLetter(DisclosureDecision.PartlyGranted, ItemDecisions.None, null)],
            [new DisclosedLetter(DisclosureDecision.Refused, ItemDecisions.None, whole), new DisclosedLetter(DisclosureDecision.Refused, ItemDecisions.None, whole)],
            [],
        ]);

        (figures.Received, figures.Granted, figures.PartlyGranted, figures.Refused, figures.Separated, figures.Undecided, figures.WithoutArticle).Should().Be((3, 0, 1, 1, 0, 1, 1));
        figures.Articles.Should().Equal(new ArticleCount(whole, 1));
    }

    private static async Task AnswerAsync(AnAnsweringOffice answers, DisclosureDecision disclosure, params ItemDecision[] items)
    {
        var routing = await answers.AskedAsync([.. items.Select(one => one.Item)]);
        await ItemStories.SubmittedAsync(answers, routing, items);
        await answers.SignedAsync(routing, disclosure);
    }
}
