using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>One is said as each language says it.</summary>
public sealed class CountedWordsTests
{
    [Theory]
    [InlineData("en-GB", 1, "1 day left (1 working)")]
    [InlineData("en-GB", 2, "2 days left (1 working)")]
    [InlineData("en-GB", 21, "21 days left (1 working)")]
    [InlineData("tr-TR", 1, "1 gün kaldı (1 iş günü)")]
    [InlineData("tr-TR", 2, "2 gün kaldı (1 iş günü)")]
    public void The_days_left_are_told_as_the_language_counts(string language, int days, string said) =>
        In(language, words => words.Deadline(new RemainingTime(LegalBasis.PetitionAct, days, 1, DeadlineState.Near), new DateOnly(2026, 11, 24)).Words)
            .Should().Be(said);

    [Theory]
    [InlineData("en-GB", 1, "for 1 working day")]
    [InlineData("en-GB", 2, "for 2 working days")]
    public void The_days_on_the_way_are_told_as_the_language_counts(string language, int days, string said) =>
        In(language, words => words.Elapsed(days)).Should().Be(said);

    [Theory]
    [InlineData("en-GB", 1, "1 minute")]
    [InlineData("en-GB", 2, "2 minutes")]
    [InlineData("en-GB", 60, "1 hour")]
    [InlineData("en-GB", 120, "2 hours")]
    [InlineData("tr-TR", 1, "1 dakika")]
    public void How_long_something_lasts_is_told_as_the_language_counts(string language, int minutes, string said) =>
        In<IStringLocalizer<ShellWords>>(language, words => Moments.Length(TimeSpan.FromMinutes(minutes), words)).Should().Be(said);

    [Theory]
    [InlineData("en-GB", 1, "17: 1 requested item saved", "Of 1 item 1 granted, 0 partly granted, 0 refused")]
    [InlineData("en-GB", 2, "17: 2 requested items saved", "Of 2 items 2 granted, 0 partly granted, 0 refused")]
    [InlineData("tr-TR", 1, "17: istenenler 1 madde olarak kaydedildi", "1 maddeden 1 kabul, 0 kısmen kabul, 0 ret")]
    public void Requested_items_are_told_as_the_language_counts(string language, int items, string saved, string decided)
    {
        In<IStringLocalizer<CaseDetailWords>>(language, words => words.Counted("ItemsSaved", items, "17")).Should().Be(saved);
        In<IStringLocalizer<ApprovingWords>>(language, words => words.Counted("ItemsCount", items, items, 0, 0)).Should().Be(decided);
    }

    private static string In(string language, Func<CaseWords, string> say) => In<CaseWords>(language, say);

    private static string In<TWords>(string language, Func<TWords, string> say) where TWords : notnull
    {
        var before = CultureInfo.CurrentUICulture;
        using var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<CaseWords>().BuildServiceProvider();
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return say(services.GetRequiredService<TWords>());
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
