using System.Globalization;
using Bimer.Blazor.Shell.Parts;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Bimer.Tests.UseCases;
using Bunit;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>The movements of a long case, narrowed by what was done, where, and by a word (S29).</summary>
public sealed class CaseJourneyTests
{
    public CaseJourneyTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    [Fact]
    public async Task Movements_are_narrowed_by_group_unit_and_word_and_it_is_said_how_many_are_left()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        await using var browser = new BunitContext();
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.Services.AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton(ACalendar.Shipped).AddSingleton(new NearDue()).AddSingleton<TimeProvider>(story.Office.Clock)
            .AddScoped<CaseClock>().AddSingleton(story.Office.Services.GetRequiredService<TopicDirectory>());
        browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var page = browser.Render<CaseJourney>(p => p.Add(j => j.Sheet, SheetOf(story)));
        Lines(page).Should().Be(7);

        await page.Find("#moves-what").ChangeAsync(new ChangeEventArgs { Value = "Sending" });
        Lines(page).Should().Be(4);
        page.Find("[role=search] [role=status]").TextContent.Should().Be("7 hareketten 4 tanesi gösteriliyor");
        await page.Find("#moves-where").ChangeAsync(new ChangeEventArgs { Value = "Bursa Valiliği" });
        Lines(page).Should().Be(1);
        await page.Find("[role=search] button").ClickAsync(new());
        Lines(page).Should().Be(7);
        await page.Find("#moves-words").InputAsync(new ChangeEventArgs { Value = "IVEDI BAKINIZ" });
        Lines(page).Should().Be(1);
        page.Find(".timeline li").TextContent.Should().Contain("ivedi bakınız").And.Contain("henüz zimmete alınmadı");
    }

    [Fact]
    public async Task Number_days_kind_law_channel_and_priority_of_a_case_are_told()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        await using var browser = new BunitContext();
        browser.Services.AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton(story.Office.Services.GetRequiredService<TopicDirectory>());
        browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var sheet = SheetOf(story);

        var facts = browser.Render<CaseFacts>(p => p.Add(f => f.Sheet, sheet with { Part = sheet.Part with { Priority = Priority.VeryUrgent } }));

        var told = facts.FindAll(".facts dt").Zip(facts.FindAll(".facts dd"), (term, said) => (term.TextContent, said.TextContent)).ToList();
        told.Should().Contain([("Sayı", sheet.Head.Number), ("Başvuru tarihi", Moments.Full(sheet.Head.FiledAt)), ("Başvuru türü", "Şikâyet"), ("Başvuru tipi", "3071 Dilekçe"), ("Başvuru yolu", "İnternet"), ("Öncelik", "Çok İvedi")]);
    }

    [Theory]
    [InlineData(MovementKind.ProgressTold)]
    [InlineData(MovementKind.LetterPosted)]
    [InlineData(MovementKind.PostingUndone)]
    [InlineData(MovementKind.ReplyApproved)]
    public void What_was_written_to_the_citizen_is_found_under_answer_and_approval(MovementKind kind) => CaseJourney.GroupOf(kind).Should().Be(MoveGroup.Answering);

    private static int Lines(IRenderedComponent<CaseJourney> page) => page.FindAll(".timeline > li").Count;

    private static CaseSheet SheetOf(AReplyStory story)
    {
        var sheet = story.Office.For<CaseQuery>(story.Writer).ReadAsync(new CaseNumber(story.Routing.CaseId).ToString(), CancellationToken.None).GetAwaiter().GetResult()!;
        MovementLine Move(int at, MovementKind kind, string? to, string? note = null) =>
            new(at, kind, sheet.At, "Ad1 Soyad", "Ankara Valiliği", to, RoutingPurpose.Action, Priority.Normal, note, IsMine: false, Reason: null);
        return sheet with
        {
            Movements =
            [
                .. sheet.Movements, Move(3, MovementKind.Forwarded, "Bursa Valiliği"), Move(4, MovementKind.Forwarded, "İzmir Valiliği", "ivedi bakınız") with { Custody = new CustodyLine(null, null, IsWaiting: true) },
                Move(5, MovementKind.Recalled, "Isparta Valiliği"), Move(6, MovementKind.PutOnHold, null), Move(7, MovementKind.ReplySubmitted, null),
            ],
        };
    }
}
