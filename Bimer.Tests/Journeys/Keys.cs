using FluentAssertions;
using Microsoft.Playwright;

namespace Bimer.Tests.Journeys;

/// <summary>A person whose hands stay on the keyboard: nothing is filled, checked or clicked by a script.</summary>
internal static class Keys
{
    private const int MostTabs = 80;

    /// <summary>Tab until the focus is on what the selector says.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var i = 0; i < MostTabs && !await IsOnAsync(page, selector); i++) await page.Keyboard.PressAsync("Tab");
        (await IsOnAsync(page, selector)).Should().BeTrue("Tab reaches {0}", selector);
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

    private static Task<bool> IsOnAsync(IPage page, string selector) =>
        page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector);
}
