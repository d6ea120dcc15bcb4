using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace.Reports;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using Bunit;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
            new([new(DisclosureDecision.Granted, ItemDecisions.None, null), new(DisclosureDecision.PartlyGranted, ItemDecisions.None, null)]),
            new([new(DisclosureDecision.Refused, ItemDecisions.None, whole), new(DisclosureDecision.Refused, ItemDecisions.None, whole)]),
            new([]),
        ]);

        (figures.Received, figures.Granted, figures.PartlyGranted, figures.Refused, figures.Separated, figures.Undecided, figures.WithoutArticle).Should().Be((3, 0, 1, 1, 0, 1, 1));
        figures.Articles.Should().Equal(new ArticleCount(whole, 1));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_decided_elsewhere_or_withdrawn_is_not_undecided_and_what_was_recalled_never_came(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var office = answers.Office;
        var (manager, izmir, polatli) = (await office.HireAsync(7, OfficerRole.Executive, answers.Unit), office.Unit("İzmir Valiliği"), office.Unit("Polatlı Kaymakamlığı"));
        var other = new AnAnsweringOffice(office, izmir, await office.HireAsync(11, OfficerRole.CaseOfficer, izmir), await office.HireAsync(12, OfficerRole.Approver, izmir));
        var sent = await answers.AskedAsync(ItemStories.Budget);
        (await office.ForwardAsync(answers.Writer, sent, null, ReplyStories.Line(izmir))).Should().Be(Outcome.Accepted);
        (await FiguresAsync(answers, manager)).Should().BeEquivalentTo(new { Received = 1, SentOn = 0, Undecided = 1 }, "nobody has decided it");
        var there = RoutingId.Of(sent.CaseId, 2);
        (await office.OpenAsync(other.Writer, there)).Should().Be(Outcome.Accepted);
        await other.SubmittedAsync(there, new ItemDecision(ItemStories.Budget, ItemOutcome.Granted));
        await other.SignedAsync(there, DisclosureDecision.Granted);
        var recalled = await answers.AskedAsync(ItemStories.Cars);
        (await office.ForwardAsync(answers.Writer, recalled, null, ReplyStories.Line(polatli))).Should().Be(Outcome.Accepted);
        (await FiguresAsync(answers, manager, polatli)).Received.Should().Be(1);
        (await office.RecallAsync(answers.Writer, RoutingId.Of(recalled.CaseId, 2))).Should().Be(Outcome.Accepted);
        (await FiguresAsync(answers, manager, polatli)).Received.Should().Be(0);
        await WithdrawnAsync(answers);

        (await FiguresAsync(answers, manager)).Should().BeEquivalentTo(new { Received = 3, Granted = 0, SentOn = 1, Withdrawn = 1, Undecided = 1 });
        await PageSaysAsync(office.For<InformationYearQuery>(manager));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task How_soon_requests_were_sent_on_is_told_in_working_days_and_what_was_recalled_went_nowhere(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var (office, izmir) = (answers.Office, answers.Office.Unit("İzmir Valiliği"));
        var manager = await office.HireAsync(7, OfficerRole.Executive, answers.Unit);
        RoutingId[] asked = [await answers.AskedAsync(ItemStories.Budget), await answers.AskedAsync(ItemStories.Cars), await answers.AskedAsync(ItemStories.Staff), await answers.AskedAsync(ItemStories.Staff)];
        await office.ForwardAsync(answers.Writer, asked[3], null, ReplyStories.Line(izmir));
        (await office.RecallAsync(answers.Writer, RoutingId.Of(asked[3].CaseId, 2))).Should().Be(Outcome.Accepted);
        await office.ForwardAsync(answers.Writer, asked[0], null, ReplyStories.Line(izmir));
        office.Clock.Pass(TimeSpan.FromDays(1));
        await office.ForwardAsync(answers.Writer, asked[1], null, ReplyStories.Line(izmir));
        office.Clock.Pass(TimeSpan.FromDays(6));   // over a weekend
        await office.ForwardAsync(answers.Writer, asked[2], null, ReplyStories.Line(izmir));

        (await FiguresAsync(answers, manager)).FirstRouting.Should().Be(new FirstRouting(Routed: 3, Waiting: 1, Median: 1, Ninetieth: 5));
    }

    [Theory]
    [InlineData(new int[0], null, null), InlineData(new[] { 4 }, 4, 4), InlineData(new[] { 9, 0 }, 0, 9), InlineData(new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 30 }, 4, 8), InlineData(new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 30 }, 5, 9)]
    public void The_median_and_the_ninetieth_are_days_that_occurred(int[] days, int? median, int? ninetieth) =>
        FirstRouting.Of(days, 2).Should().Be(new FirstRouting(days.Length, 2, median, ninetieth));

    private static async Task PageSaysAsync(InformationYearQuery query)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        await using var browser = new BunitContext();
        browser.Services.AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton(query);
        var page = browser.Render<InformationYearPage>();
        page.WaitForAssertion(() => page.Find("[data-figure=SentOn]").TextContent.Should().StartWith("Başka birime/kuruma gönderilen").And.EndWith("1"), TimeSpan.FromSeconds(30));
        page.Find("[data-figure=RoutingMedian]").TextContent.Should().StartWith("Ortanca").And.EndWith("0");
        page.Find("[data-figure=WithFee]").TextContent.Should().EndWith("1");
        page.Find("[data-figure=Withdrawn]").TextContent.Should().Be("Ücreti ödenmediğinden vazgeçmiş sayılan1");
    }

    [Fact]
    public async Task Until_the_end_of_February_the_year_before_is_shown_first()
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        var manager = await answers.Office.HireAsync(7, OfficerRole.Executive, answers.Unit);
        answers.Office.Clock.Pass(new DateTimeOffset(2027, 2, 28, 20, 59, 0, TimeSpan.Zero) - answers.Office.Clock.GetUtcNow());
        var before = (await answers.Office.For<InformationYearQuery>(manager).ReadAsync(unit: null, year: null, default))!;
        (before.Year, before.Years[0]).Should().Be((2026, 2027));

        answers.Office.Clock.Pass(TimeSpan.FromMinutes(1));

        (await answers.Office.For<InformationYearQuery>(manager).ReadAsync(unit: null, year: null, default))!.Year.Should().Be(2027);
    }

    private static async Task<InformationYear> FiguresAsync(AnAnsweringOffice answers, Actor manager, UnitId? unit = null) =>
        (await answers.Office.For<InformationYearQuery>(manager).ReadAsync(unit, 2026, default))!.Figures;

    /// <summary>A fee was told and not paid in its time.</summary>
    private static async Task WithdrawnAsync(AnAnsweringOffice answers)
    {
        var told = await answers.RequestedAsync();
        (await answers.SendNoticeAsync(told, FeeNotice.CodeOf(12.50m), "84 sayfa fotokopi\nAnkara Valiliği Muhasebe Müdürlüğü")).Should().Be(Outcome.Accepted);
        (await answers.SignNoticeAsync(told)).Should().Be(Outcome.Accepted);
        answers.Office.Clock.Pass(TimeSpan.FromDays(30));
        var onward = RoutingId.Of(told.CaseId, 2);
        (await answers.SendNoticeAsync(onward, new WithdrawalNotice("").Code, "")).Should().Be(Outcome.Accepted);
        (await answers.SignNoticeAsync(onward)).Should().Be(Outcome.Accepted);
    }

    private static async Task AnswerAsync(AnAnsweringOffice answers, DisclosureDecision disclosure, params ItemDecision[] items)
    {
        var routing = await answers.AskedAsync([.. items.Select(one => one.Item)]);
        await ItemStories.SubmittedAsync(answers, routing, items);
        await answers.SignedAsync(routing, disclosure);
    }
}
