using FluentAssertions;
using Microsoft.Playwright;

namespace Bimer.Tests.Journeys;

/// <summary>A person whose hands stay on the keyboard: nothing is filled, checked or clicked by a script.</summary>
internal static class Keys
{
    private const int MostTabs = 120;

    /// <summary>Tab until the focus is on what the selector says.</summary>
    /// <param name="page">Where.</param>
    /// <param name="selector">Of the field or button.</param>
    /// <param name="text">What it has to begin with, where the selector fits several.</param>
    public static async Task TabToAsync(this IPage page, string selector, string text = "")
    {
        for (var i = 0; i < MostTabs && !await IsOnAsync(page, selector, text); i++) await page.Keyboard.PressAsync("Tab");
        (await IsOnAsync(page, selector, text)).Should().BeTrue("Tab reaches {0} {1}", selector, text);
    }

    public static async Task EnterOnAsync(this IPage page, string selector, string text = "")
    {
        await page.TabToAsync(selector, text);
        await page.HitAsync("Enter");
    }

    /// <summary>By Ctrl+K and the first letters of what one wants.</summary>
    public static async Task CallAsync(this IPage page, string typed, string meant)
    {
        await page.HitAsync("Control+k");
        await Assertions.Expect(page.Locator("#palette-text")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(typed);
        await Assertions.Expect(page.Locator("#palette-options [aria-selected=true]")).ToContainTextAsync(meant);
        await page.HitAsync("Enter");
        await Assertions.Expect(page.Locator("h1", new() { HasText = meant })).ToBeFocusedAsync();   // a page that was come to takes the focus; a key before that is taken back
    }

    public static async Task TypeIntoAsync(this IPage page, string selector, string text)
    {
        await page.TabToAsync(selector);
        await page.Keyboard.TypeAsync(text);
    }

    public static async Task HitAsync(this IPage page, params string[] keys)
    {
        foreach (var key in keys) await page.Keyboard.PressAsync(key);
    }

    private static Task<bool> IsOnAsync(IPage page, string selector, string text) => page.EvaluateAsync<bool>(
        "([selector, text]) => !!document.activeElement?.matches(selector) && document.activeElement.textContent.trim().startsWith(text)", (string[])[selector, text]);
}
