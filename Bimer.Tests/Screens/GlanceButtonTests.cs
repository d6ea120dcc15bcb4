using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Bimer.Tests.UseCases;
using Bunit;
using FluentAssertions;
using Bimer.Blazor.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>"Ne görecekler?" on the screen while answers come late: what one person sees never stands under the name of another.</summary>
public sealed class GlanceButtonTests : IAsyncLifetime
{
    private const string Whole = "Bütün başvuru ve işlemler", Nothing = "Göremez";
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(30);

    private AReplyStory _story = null!;
    private AHeldBackReader _reader = null!;
    private BunitContext _browser = null!;

    // Not in InitializeAsync: what an asynchronous method sets ends with it.
    public GlanceButtonTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    public async Task InitializeAsync()
    {
        _story = await AReplyStory.BeginAsync(Kind.Sqlite);
        _reader = new AHeldBackReader(_story.Writer);
        _browser = BrowserOf(_story.Office, _reader);
    }

    [Fact]
    public async Task While_another_is_asked_for_and_at_each_opening_nothing_of_the_former_sight_is_left()
    {
        var page = await OpenedAsync();
        await page.Find("#sight-who").ChangeAsync(Of(_story.Writer));
        page.Markup.Should().Contain(Whole);

        _reader.HoldAsks();
        var choosing = page.Find("#sight-who").ChangeAsync(Of(_story.Approver));
        IsAsking(page);
        _reader.LetAsks();
        await choosing.WaitAsync(_atMost);
        page.Markup.Should().Contain(Nothing);
        page.FindAll(".skeleton").Should().BeEmpty();

        _reader.HoldAsks();
        var opening = page.Find("button.btn").ClickAsync(new());
        IsAsking(page);
        _reader.LetAsks();
        await opening.WaitAsync(_atMost);
    }

    [Fact]
    public async Task Of_two_quick_choices_the_later_is_shown_whichever_answers_first()
    {
        var page = await OpenedAsync();
        var (late, asked) = (_reader.HoldAsks(), _reader.Asked);
        var first = page.Find("#sight-who").ChangeAsync(Of(_story.Approver));
        await Eventually.TrueAsync(() => _reader.Asked > asked, "the first choice is asked for");
        var soon = _reader.HoldAsks();
        var second = page.Find("#sight-who").ChangeAsync(Of(_story.Writer));

        soon.SetResult();
        await second.WaitAsync(_atMost);
        page.Markup.Should().Contain(Whole);
        late.SetResult();
        await first.WaitAsync(_atMost);

        page.Markup.Should().Contain(Whole).And.NotContain(Nothing);
    }

    [Fact]
    public async Task For_the_citizen_stands_the_very_page_the_citizen_reads_and_nothing_of_it_leads_away()
    {
        var page = await OpenedAsync();

        await page.Find("#sight-whose").ChangeAsync(new() { Value = "0" });

        var seen = page.Find(".sight-citizen");
        seen.QuerySelector("ol.path .now")!.TextContent.Should().Contain("Ankara Valiliği");
        seen.QuerySelector(".own-text")!.TextContent.Should().Contain(ACase.Words);
        seen.QuerySelector("h2")!.Id.Should().Be("sight-basvuru", "the page it stands on may have one too");
        seen.QuerySelectorAll("a, button").Should().BeEmpty();
    }

    [Fact]
    public async Task Any_unit_of_the_tree_can_be_asked_for_and_whoever_works_there()
    {
        var izmir = _story.Office.Unit("İzmir Valiliği");
        var zeynep = await _story.Office.HireAsync(8, OfficerRole.CaseOfficer, izmir);
        var page = await OpenedAsync();

        await page.Find("#sight-whose").ChangeAsync(new() { Value = "-1" });
        page.FindAll(".skeleton").Should().BeEmpty("nobody is asked for yet");
        await page.Find("#sight-unit").InputAsync("izmir valiliği");
        await page.Find("#sight-unit").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        page.Markup.Should().Contain(Nothing);
        page.FindAll("#sight-unit").Should().BeEmpty();
        await page.Find("#sight-who").ChangeAsync(Of(zeynep));
        page.Markup.Should().Contain(Nothing);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _story.DisposeAsync();
    }

    private static void IsAsking(IRenderedComponent<GlanceButton> page)
    {
        page.WaitForAssertion(() => page.FindAll(".skeleton").Should().ContainSingle(), _atMost);
        page.Markup.Should().NotContain(Whole).And.NotContain(Nothing);
    }

    private static ChangeEventArgs Of(Actor person) => new() { Value = person.UserId.Value.ToString(CultureInfo.InvariantCulture) };

    private async Task<IRenderedComponent<GlanceButton>> OpenedAsync()
    {
        var page = _browser.Render<GlanceButton>(parameters => parameters.Add(p => p.Id, "sight").Add(p => p.Routing, _story.Routing)
            .Add(p => p.Act, () => new GlanceAct.AsItIs()).Add(p => p.Units, () => [_story.Unit]));
        await page.Find("button.btn").ClickAsync(new());
        return page;
    }

    private static BunitContext BrowserOf(Office office, AHeldBackReader reader)
    {
        var sight = ActivatorUtilities.CreateInstance<WhatTheySee>(
            office.Services, reader, (SightReader)office.For<CaseQuery>(reader.Actor).SightAsync, ActivatorUtilities.CreateInstance<Trials>(office.Services));
        var browser = new BunitContext();
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.Services.AddLogging().AddLocalization().AddSingleton(sight).AddSingleton(AScreen.Refusals(office))
            .AddSingleton<CaseWords>().AddSingleton(ACalendar.Shipped).AddSingleton(new NearDue()).AddSingleton<TimeProvider>(office.Clock).AddScoped<DeadlineClock>()
            .AddSingleton(new UnitSearch(office.Services.GetRequiredService<UnitDirectory>())).AddSingleton(office.For<UnitMemory>(reader.Actor))
            .AddSingleton(ActivatorUtilities.CreateInstance<UnitStaffing>(office.Services))
            .AddSingleton(office.Services.GetRequiredService<TopicDirectory>()).AddSingleton(new UnitNames(office.Services.GetRequiredService<UnitDirectory>()));
        browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return browser;
    }
}
