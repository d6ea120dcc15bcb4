using System.Globalization;
using System.Net;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.CaseDetail.Jointly;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.UseCases;
using Bunit;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>The card by which two open together what an officer hid who has left (B11).</summary>
public sealed class JointOpeningCardTests
{
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task One_asks_the_other_allows_and_the_identity_stands_there_for_its_minute_and_never_again()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        await using var story = await AHiddenCase.BeginAsync(Kind.Sqlite);
        await using var general = BrowserOf(story, story.General);
        await using var manager = BrowserOf(story, story.Manager);
        (await CardAsync(general, story, story.General)).Markup.Trim().Should().BeEmpty("who hid it is there");
        await story.LeaveAsync();

        var asking = await CardAsync(general, story, story.General);
        await asking.Find("textarea").InputAsync(new() { Value = AHiddenCase.Why });
        await asking.Find("button").ClickAsync(new());
        WebUtility.HtmlDecode(asking.Markup).Should().Contain("İkinci onay bekleniyor.").And.Contain(AHiddenCase.Why);
        var allowing = await CardAsync(manager, story, story.Manager);
        WebUtility.HtmlDecode(allowing.Markup).Should().Contain("Ad2 Soyad").And.Contain(AHiddenCase.Why);
        await allowing.Find("button").ClickAsync(new());
        WebUtility.HtmlDecode(allowing.Markup).Should().Contain("yalnızca isteyen kişi açar").And.NotContain(ServerStories.Surname);

        var opening = await CardAsync(general, story, story.General);
        await opening.Find("button").ClickAsync(new());
        opening.Markup.Should().Contain(ServerStories.Surname);
        story.Office.Clock.Pass(TimeSpan.FromSeconds(RevealWindow.Seconds));
        opening.WaitForAssertion(() => opening.Markup.Should().NotContain(ServerStories.Surname).And.Contain("joint-reason"), _atMost);
    }

    private static async Task<IRenderedComponent<JointOpeningCard>> CardAsync(BunitContext browser, AHiddenCase story, Actor actor)
    {
        var sheet = (await story.Office.For<CaseQuery>(actor).ReadAsync(new CaseNumber(story.Id).ToString(), CancellationToken.None))!;
        return browser.Render<JointOpeningCard>(parameters => parameters.Add(p => p.Sheet, sheet));
    }

    private static BunitContext BrowserOf(AHiddenCase story, Actor actor)
    {
        var browser = new BunitContext();
        var steps = story.Office.Handler<JointSteps>(actor);
        browser.Services.AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton(new RevealWindow(story.Office.Clock)).AddSingleton(AScreen.Refusals(story.Office))
            .AddSingleton(steps).AddSingleton(story.Office.For<JointOpeningQuery>(actor))
            .AddSingleton(ActivatorUtilities.CreateInstance<OpenJointlyHandler>(story.Office.Services, new Office.Acts(actor), steps));
        return browser;
    }
}
