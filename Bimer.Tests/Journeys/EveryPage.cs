using System.Collections.Concurrent;
using System.Reflection;
using Bimer.Blazor;
using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Bimer.Tests.Journeys;

/// <summary>
/// Every page the program routes to, for everybody who may stand before it, in both themes, on a laptop and a phone (U50). The list is
/// read from the program, so that a page nobody visits here fails the test.
/// </summary>
[Collection(Alone.Name)]
public sealed class EveryPage : IAsyncLifetime
{
    private static readonly List<(Type Page, string Route)> _pages =
        [.. from page in typeof(BimerApp).Assembly.GetTypes() from route in page.GetCustomAttributes<RouteAttribute>() select (page, route.Template)];

    private readonly ConcurrentBag<string> _faults = [];
    private readonly ConcurrentBag<(Type Page, string Route, string Title)> _seen = [];
    private readonly ConcurrentDictionary<string, byte> _known = new(StringComparer.Ordinal);
    private ADemoHouse _house = null!;

    public async Task InitializeAsync() => _house = await ADemoHouse.OpenAsync(forgets: true);

    [Fact]
    public async Task Every_page_is_sound_for_every_role_in_both_themes_on_a_laptop_and_a_phone()
    {
        using var turns = new SemaphoreSlim(3);   // browsers at work at once; two processors have no more to give
        Task InTurn(Func<Task> visits) => Task.Run(async () =>
        {
            await turns.WaitAsync();
            try { await visits(); } finally { turns.Release(); }
        });

        await Task.WhenAll([InTurn(VisitAsACitizenAsync), InTurn(VisitAsAnybodyAsync), .. ADemoHouse.OneOfEachRole.Select(officer => InTurn(() => VisitAsync(officer)))]);

        _faults.Should().BeEmpty();
        _pages.Select(p => p.Route).Except(_seen.Select(s => s.Route), StringComparer.Ordinal).Should().BeEmpty("somebody visits every page");
        SharedTitles().Should().BeEmpty("a tab can be told from another by its title");
    }

    public async Task DisposeAsync() => await _house.DisposeAsync();

    /// <summary>What does not exist for somebody is called so wherever it was asked for; every other title belongs to one page.</summary>
    private IEnumerable<string> SharedTitles()
    {
        var missing = _seen.Where(s => s.Page == typeof(NotFoundPage)).Select(s => s.Title).ToHashSet(StringComparer.Ordinal);
        return _seen.Where(s => !missing.Contains(s.Title)).Select(s => (s.Page, s.Title)).Distinct()
            .GroupBy(s => s.Title, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key);
    }

    /// <summary>Plain pages without a policy; a circuit is for people who signed in.</summary>
    private static bool StandsOpen(Type page) =>
        page.GetCustomAttribute<AllowAnonymousAttribute>() is not null && page.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is not null;

    /// <summary>What stands open to people who are nobody in particular; what needs more leads elsewhere and is not counted.</summary>
    private async Task VisitAsAnybodyAsync()
    {
        await using var person = await Chromium.NewPersonAsync();
        person.Expecting("404").Expecting("400");
        var look = new Look(person.Page, _pages, _faults, _seen, _known);
        foreach (var (page, route) in _pages.Where(p => StandsOpen(p.Page)))
        {
            await person.Page.GotoAsync(_house.Server.Url + route.Replace("{Code:int}", "400", StringComparison.Ordinal));
            await look.AroundAsync($"anybody, {page.Name}");
        }
    }

    private async Task VisitAsACitizenAsync()
    {
        await using var person = await Chromium.NewPersonAsync();
        var look = new Look(person.Page, _pages, _faults, _seen, _known);
        var walk = new CitizensWalk(_house.Server, person.Page, step => look.AroundAsync($"citizen, {step}"));
        await walk.FileAsync();
        await person.Context.ClearCookiesAsync();
        await walk.TrackAsync();
    }

    private async Task VisitAsync(DemoOfficer officer)
    {
        await using var person = await _house.SitDownAsync(officer, Addresses.Home);
        person.Expecting("404").Expecting("400");   // what a role may not see is answered like what does not exist
        var look = new Look(person.Page, _pages, _faults, _seen, _known);
        var role = officer.Roles[0].ToString();
        foreach (var (page, route) in _pages.Where(p => !StandsOpen(p.Page)))
        {
            var number = _house.NumberOf(route.StartsWith("/onay", StringComparison.Ordinal) ? DemoState.AwaitingApproval : DemoState.Held);
            await person.Page.GotoAsync(_house.Server.Url + route.Replace("{Number}", number, StringComparison.Ordinal));
            await look.AroundAsync($"{role}, {page.Name}");
        }

        await person.Page.GotoAsync($"{_house.Server.Url}{Addresses.UnitInbox}?{Addresses.Beside}={_house.NumberOf(DemoState.Untouched, hidden: true)}");
        await look.AroundAsync($"{role}, a hidden petition beside the list");
    }
}
