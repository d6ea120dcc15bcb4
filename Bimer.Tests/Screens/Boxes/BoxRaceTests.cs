using System.Collections.Concurrent;
using System.Globalization;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Bunit;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens.Boxes;

/// <summary>A box on the screen while answers come late: pressed twice, rung in between, left for another, still without a row.</summary>
public sealed class BoxRaceTests : IAsyncLifetime
{
    private const int Cases = BoxSlice.PageSize + 4;
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(30);

    private Office _office = null!;
    private BunitContext _browser = null!;
    private AHeldBackReader _reader = null!;
    private Actor _colleague = null!;
    private UnitId _health, _ankara;

    // Not in InitializeAsync: what an asynchronous method sets ends with it.
    public BoxRaceTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync(Kind.Sqlite);
        (_health, _ankara) = (_office.Unit("Ankara İl Sağlık Müdürlüğü"), _office.Unit("Ankara Valiliği"));
        var zeynep = await _office.HireAsync(1, OfficerRole.CaseOfficer, _health);
        await _office.AlsoAsync(zeynep, OfficerRole.CaseOfficer, _ankara);
        _colleague = await _office.HireAsync(2, OfficerRole.CaseOfficer, _health);
        _reader = new AHeldBackReader(zeynep with { Roles = [.. zeynep.Roles, new RoleOn(OfficerRole.CaseOfficer, _ankara)] });
        _browser = ABoxScreen.Of(_office, _reader, _reader.Actor);
    }

    [Fact]
    public async Task More_pressed_twice_in_one_moment_is_asked_for_once()
    {
        await FileAsync(_health, Cases);
        var page = await OpenAsync(_health, BoxSlice.PageSize);
        _reader.HoldAsks();
        var asked = _reader.Asked;

        var more = page.Find(".pager button");
        var pressed = Task.WhenAll(more.ClickAsync(new()), more.ClickAsync(new()));
        _reader.LetAsks();
        await pressed.WaitAsync(_atMost);

        page.WaitForAssertion(() => NumbersOn(page).Should().HaveCount(Cases).And.OnlyHaveUniqueItems(), _atMost);
        (_reader.Asked - asked).Should().Be(1);
    }

    [Fact]
    public async Task More_that_answers_after_a_bell_was_answered_is_asked_for_again_and_shows_nothing_that_left()
    {
        var cases = await FileAsync(_health, Cases);
        var page = await OpenAsync(_health, BoxSlice.PageSize);
        _reader.HoldAsks();
        var asked = _reader.Asked;
        var pressed = page.Find(".pager button").ClickAsync(new());

        var left = cases[BoxSlice.PageSize + 1];   // on the page that is on its way
        (await _office.OpenAsync(_colleague, left.Routings[0].Id)).Should().Be(Outcome.Accepted);
        page.WaitForAssertion(() => page.Find("h1").TextContent.Should().Contain($"{Cases - 1} başvuru"), _atMost);
        _reader.LetAsks();
        await pressed.WaitAsync(_atMost);

        page.WaitForAssertion(() => NumbersOn(page).Should().HaveCount(Cases - 1).And.OnlyHaveUniqueItems().And.NotContain(left.NumberOf()), _atMost);
        page.FindAll(".row.gone").Should().BeEmpty();
        (_reader.Asked - asked).Should().Be(2, "the first answer may have been older than the bell");
    }

    [Fact]
    public async Task A_bell_of_the_former_box_brings_nothing_of_it_into_the_one_that_was_asked_for_meanwhile()
    {
        var former = (await FileAsync(_health, 2)).Select(c => c.NumberOf()).ToList();
        var asked = (await FileAsync(_ankara, 1))[0].NumberOf();
        var page = await OpenAsync(_health, former.Count);
        var seen = new ConcurrentBag<string>();
        _reader.HoldAsks();
        page.Render(parameters => parameters.Add(p => p.Unit, _ankara.Value));
        page.OnMarkupUpdated += (_, _) => seen.Add(page.Markup);

        _reader.HoldBells();
        var breathing = _office.Clock.WaitingTimers;
        await FileAsync(_health, 1);
        await Eventually.TrueAsync(() => _reader.Rung > 0 || _office.Clock.WaitingTimers > breathing, "the screen has heard the bell, and asks or lets it be");
        _reader.LetAsks();
        page.WaitForAssertion(() => NumbersOn(page).Should().Equal(asked), _atMost);
        _reader.LetBells();
        await FileAsync(_ankara, 1);
        page.WaitForAssertion(() => page.Find("h1").TextContent.Should().Contain("2 başvuru"), _atMost);

        seen.Should().NotContain(markup => former.Any(number => markup.Contains(number, StringComparison.Ordinal)));
        NumbersOn(page).Should().Contain(asked);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_box_does_not_ask_to_choose_from_it()
    {
        var page = await OpenAsync(_health, rows: 0);
        page.Markup.Should().NotContain("Listeden bir başvuru seçin");

        await FileAsync(_ankara, 1);
        page.Render(parameters => parameters.Add(p => p.Unit, _ankara.Value));

        page.WaitForAssertion(() => page.Markup.Should().Contain("Listeden bir başvuru seçin"), _atMost);
    }

    private async Task<IRenderedComponent<BoxPanel>> OpenAsync(UnitId unit, int rows)
    {
        _reader.HoldBells();
        var page = _browser.Render<BoxPanel>(parameters => parameters.Add(p => p.Box, Box.Unit).Add(p => p.Unit, unit.Value));
        page.WaitForAssertion(() => NumbersOn(page).Should().HaveCount(rows), _atMost);

        // The read by hand after the first drawing: still under way it would see what happens later, and answer for the bell of it.
        await Eventually.TrueAsync(() => _reader.Rung == 1, "the screen reads once more by hand");
        var drawn = page.RenderCount;
        _reader.LetBells();
        page.WaitForAssertion(() => page.RenderCount.Should().BeGreaterThan(drawn), _atMost);
        return page;
    }

    private async Task<List<CaseFile>> FileAsync(UnitId unit, int cases)
    {
        var filed = new List<CaseFile>();
        for (var i = 0; i < cases; i++) filed.Add(await _office.FileAsync(unit));
        return filed;
    }

    private static List<string> NumbersOn(IRenderedComponent<BoxPanel> page) =>
        [.. page.FindAll("[data-row]").Select(row => row.GetAttribute("href")!.Split('/')[^1])];
}
