using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Bimer.Tests.Given;

/// <summary>Waiting until a browser is at an address, and live there.</summary>
internal static class Arrival
{
    private static readonly TimeSpan _atMost = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Stands in for Playwright's <c>WaitForURLAsync</c>: that one reads the address and listens for a change only afterwards, so a page that
    /// arrives between the two is waited for until the time is over.
    /// </summary>
    /// <param name="page">The page that goes somewhere.</param>
    /// <param name="address">Whole; <c>**</c> stands for anything.</param>
    public static async Task ArriveAtAsync(this IPage page, string address)
    {
        var pattern = "^" + Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal) + "$";
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern, RegexOptions.None, _atMost));
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Until the circuit of the page stands: before that a button does nothing. Looks again sooner than an expectation would.</summary>
    public static Task IsLiveAsync(this IPage page) => page.Locator("#live[data-live=on]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
}
