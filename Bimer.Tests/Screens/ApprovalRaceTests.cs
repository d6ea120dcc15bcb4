using System.Globalization;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Bimer.Tests.UseCases;
using Bunit;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>The approval desk while answers come late: left for another letter before the first one was read.</summary>
public sealed class ApprovalRaceTests
{
    private const int Reads = 20;
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_letter_that_is_read_only_after_another_was_asked_for_is_not_laid_on_the_desk()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        await story.SubmittedAsync();
        var (asked, left) = (story.Routing.CaseId, (await story.AnotherAsync()).CaseId);
        var reader = new AHeldBackReader(story.Approver);
        await using var browser = BrowserOf(story.Office, reader);
        var page = browser.Render<ApprovalPage>(parameters => parameters.Add(p => p.Number, NumberOf(asked)));
        page.WaitForAssertion(() => OnDesk(page).Should().Be(asked), _atMost);

        var late = reader.HoldAsks();
        await GoToAsync(page, left, reader);
        var soon = reader.HoldAsks();
        await GoToAsync(page, asked, reader);
        soon.SetResult();
        page.WaitForAssertion(() => OnDesk(page).Should().Be(asked), _atMost);
        late.SetResult();
        for (var read = 0; read < Reads; read++) (await story.Office.ApprovalDesk(story.Approver).OpenAsync(left, CancellationToken.None)).IsAccepted.Should().BeTrue();
        await page.InvokeAsync(() => { });   // by now the late answer has come, too

        OnDesk(page).Should().Be(asked);
    }

    /// <summary>On the way to another letter, whose answer is held back.</summary>
    private static async Task GoToAsync(IRenderedComponent<ApprovalPage> page, CaseId letter, AHeldBackReader reader)
    {
        var before = reader.Asked;
        page.Render(parameters => parameters.Add(p => p.Number, NumberOf(letter)));
        await Eventually.TrueAsync(() => reader.Asked > before, "the page has asked for it");
    }

    private static CaseId OnDesk(IRenderedComponent<ApprovalPage> page) => page.FindComponent<PetitionPreview>().Instance.Case.Id;

    private static string NumberOf(CaseId id) => new CaseNumber(id).ToString();

    private static BunitContext BrowserOf(Office office, AHeldBackReader reader)
    {
        T Of<T>(params object[] more) => ActivatorUtilities.CreateInstance<T>(office.Services, [reader, .. more]);
        var meanwhile = Of<DecidedMeanwhile>();
        var browser = new BunitContext();
        browser.Services.AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton(ACalendar.Shipped).AddSingleton(new NearDue())
            .AddSingleton<TimeProvider>(office.Clock).AddScoped<DeadlineClock>().AddScoped<Toasts>()
            .AddSingleton(office.Services.GetRequiredService<LiveFeed>()).AddSingleton(office.Services.GetRequiredService<ServiceCatalogue>())
            .AddSingleton(AScreen.Refusals(office)).AddSingleton(Of<DeskDrafts>()).AddSingleton(Of<OnlookersQuery>(new Presence(office.Services.GetRequiredService<LiveFeed>()))).AddSingleton<Seats>()
            .AddSingleton(Of<ApprovalDeskQuery>(meanwhile, ActivatorUtilities.CreateInstance<ApprovalDeskWriter>(office.Services, ActivatorUtilities.CreateInstance<EarlierRounds>(office.Services))))
            .AddSingleton<LetterAfter>(office.ApprovalOrder(reader.Actor).NextAsync)
            .AddSingleton(office.Handler<ApproveReplyHandler>(reader.Actor, meanwhile)).AddSingleton(office.Handler<ReturnForRevisionHandler>(reader.Actor, meanwhile));
        return browser;
    }
}
