using Bimer.Blazor.Shell.Letters;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens.Letters;

/// <summary>Where marked words stand in a letter: as somebody selects them on the screen (S50).</summary>
public sealed class MarkedWordsTests
{
    private const string Letter = "<p>Ekteki <strong>rap</strong>ora   göre\n su kesildi.</p><ul><li>Sokak</li><li>Park</li></ul><p>Su yine kesildi; su geldi.</p>";

    [Theory]
    [InlineData("Ekteki rapora", 1)]
    [InlineData("rapora göre su", 1)]
    [InlineData("  kesildi.\nSokak  Park ", 1)]
    [InlineData("su", 2)]
    [InlineData("Su", 1)]
    [InlineData("rap ora", 0)]
    [InlineData("<strong>", 0)]
    [InlineData("SU KESİLDİ", 0)]
    [InlineData(" ", 0)]
    public void They_are_found_over_marks_of_setting_and_ends_of_paragraphs(string words, int places) => MarkedWords.Of(Letter).PlacesOf(words).Should().Be(places);
}
