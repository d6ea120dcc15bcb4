using AngleSharp.Dom;
using Bimer.Blazor.Shell.Parts;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>The legend below the row of days names what is in the row and nothing else.</summary>
public sealed class DayTilesTests
{
    [Theory]
    [InlineData("ahead ahead", "end")]
    [InlineData("today ahead", "past now end")]
    [InlineData("past past", "past end")]
    [InlineData("off ahead", "off end")]
    [InlineData("past off today", "past off now end")]
    public async Task Only_what_the_row_shows_is_explained(string row, string explained)
    {
        var names = row.Split(' ');
        var days = names.Select((name, place) => new DayTile(
            name is "off" ? DayKind.Off : DayKind.Working, name is not "ahead", name is "today", place == names.Length - 1, name)).ToList();

        var html = await AScreen.HtmlAsync<DayTiles>([], (nameof(DayTiles.Days), days), (nameof(DayTiles.Summary), row));

        string.Join(' ', html.QuerySelectorAll(".legend span").Select(span => span.ClassName)).Should().Be(explained);
    }
}
