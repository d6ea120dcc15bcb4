using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.HouseRules;

/// <summary>
/// The two themes are one list of light-dark() colours, which can be nothing but colours. So a page that is sound in one theme can be
/// unsound in the other by its colours alone; the tests that look at every page rely on it.
/// </summary>
public sealed class Themes
{
    [Fact]
    public void Nothing_but_colours_knows_which_theme_it_is()
    {
        var sheets = Directory.GetFiles(Repository.At("wwwroot-assets/css"), "*.css");
        sheets.Should().NotBeEmpty();
        sheets.Where(sheet => File.ReadAllText(sheet) is var css
                && (css.Contains("prefers-color-scheme", StringComparison.Ordinal) || css.Contains("[data-theme", StringComparison.Ordinal) && !OnlyChoosesTheScheme(css)))
            .Select(Path.GetFileName).Should().BeEmpty();
    }

    /// <summary>A person's own choice sets color-scheme and nothing else.</summary>
    private static bool OnlyChoosesTheScheme(string css) => css.Split('}')
        .Where(rule => rule.Contains("[data-theme", StringComparison.Ordinal))
        .SelectMany(rule => rule[(rule.LastIndexOf('{') + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .All(declaration => declaration.StartsWith("color-scheme:", StringComparison.Ordinal));
}
