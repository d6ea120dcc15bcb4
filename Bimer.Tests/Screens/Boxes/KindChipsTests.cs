using System.Globalization;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bunit;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens.Boxes;

/// <summary>Kinds at the top of a box where the filter asks for several.</summary>
public sealed class KindChipsTests
{
    // Not awaited first: what an asynchronous method sets ends with it.
    public KindChipsTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    [Fact]
    public async Task One_of_several_is_taken_away_by_one_click_and_the_others_stay()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var ankara = office.Unit("Ankara Valiliği");
        var ayse = await office.HireAsync(1, OfficerRole.CaseOfficer, ankara);
        await using var browser = ABoxScreen.Of(office, new Office.Acts(ayse), ayse);
        browser.Services.GetRequiredService<NavigationManager>().NavigateTo("/kutu/gelen?tur=sikayet,ihbar,istek");

        var page = browser.Render<BoxPanel>(own => own.Add(panel => panel.Box, Box.Mine));

        page.WaitForAssertion(() => page.FindAll(".kinds .chip").Should().NotBeEmpty(), TimeSpan.FromSeconds(30));
        AddressOf(page, "Şikâyet").Should().Be("/kutu/gelen?tur=istek,ihbar");
        AddressOf(page, "Bilgi Edinme").Should().Be("/kutu/gelen?tur=bilgi-edinme", "one kind by one click, as ever");
    }

    private static string AddressOf(IRenderedComponent<BoxPanel> page, string kind) =>
        Uri.UnescapeDataString(page.FindAll(".kinds .chip").Single(chip => chip.TextContent.Contains(kind, StringComparison.Ordinal)).GetAttribute("href")!);
}
