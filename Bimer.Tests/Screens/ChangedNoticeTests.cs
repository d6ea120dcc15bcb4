using System.Globalization;
using Bimer.Blazor.Live;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.UseCases;
using Bunit;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>What others did while a desk was open is told, whenever the bell of it came.</summary>
public sealed class ChangedNoticeTests
{
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(30);

    // Here: what an asynchronous method sets ends with it.
    public ChangedNoticeTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    [Fact]
    public async Task What_happened_before_the_notice_could_hear_is_told()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var reader = new AHeldBackReader(story.Writer);
        await using var browser = BrowserOf(story.Office, reader, new LiveFeed(story.Office.Clock, NullLogger<LiveFeed>.Instance));   // where nothing rings
        var opening = reader.HoldAsks();
        var notice = browser.Render<ChangedNotice>(parameters => parameters.Add(p => p.Id, story.Routing.CaseId));
        var listening = reader.HoldAsks();
        opening.SetResult();
        await Eventually.TrueAsync(() => reader.Asked == 2, "the notice has its mark and reads once more by hand");

        await ForwardAsync(story);
        listening.SetResult();

        notice.WaitForAssertion(() => notice.FindAll(".changes li").Should().ContainSingle(), _atMost);
    }

    [Fact]
    public async Task A_bell_during_the_desks_own_work_is_answered_as_soon_as_that_is_over()
    {
        await using var story = await AReplyStory.BeginAsync(Kind.Sqlite);
        var (reader, rung) = (new AHeldBackReader(story.Writer), 0);
        await using var browser = BrowserOf(story.Office, reader, story.Office.Services.GetRequiredService<LiveFeed>());
        var notice = browser.Render<ChangedNotice>(parameters => parameters.Add(p => p.Id, story.Routing.CaseId).Add(p => p.OnRang, () => rung++));
        await Eventually.TrueAsync(() => reader.Asked == 2, "the notice listens");
        notice.Render(parameters => parameters.Add(p => p.IsOff, true));
        var (before, breathing) = (rung, story.Office.Clock.WaitingTimers);

        await ForwardAsync(story);
        await Eventually.TrueAsync(() => story.Office.Clock.WaitingTimers > breathing, "the notice has heard the bell");
        (rung, notice.FindAll(".changes li").Count).Should().Be((before, 0), "it may be the desk's own work");
        notice.Render(parameters => parameters.Add(p => p.IsOff, false));

        notice.WaitForAssertion(() => notice.FindAll(".changes li").Should().ContainSingle(), _atMost);
        rung.Should().Be(before + 1);
    }

    private static async Task ForwardAsync(AReplyStory story) =>
        (await story.Office.ForwardAsync(story.Writer, story.Routing, null, ReplyStories.Line(story.Office.Unit("Ankara İl Sağlık Müdürlüğü")))).Should().Be(Outcome.Accepted);

    private static BunitContext BrowserOf(Office office, AHeldBackReader reader, LiveFeed feed)
    {
        var browser = new BunitContext();
        browser.Services.AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton(feed)
            .AddSingleton(ActivatorUtilities.CreateInstance<CaseChanges>(office.Services, reader));
        return browser;
    }
}
