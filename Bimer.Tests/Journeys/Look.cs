using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Bimer.Tests.Given;
using Microsoft.Playwright;

namespace Bimer.Tests.Journeys;

/// <summary>Looks around on a page as it stands: both themes, laptop and phone, Turkish and English. Faults are collected, not thrown.</summary>
internal sealed partial class Look(
    IPage page, IReadOnlyList<(Type Page, string Route)> pages, ConcurrentBag<string> faults, ConcurrentBag<(Type Page, string Route, string Title)> seen,
    ConcurrentDictionary<string, byte> known)
{
    private const string ShowsWaiting = "/vitrin";   // where a list that is still being read is one of the samples
    private const string English = "en-GB";

    // A frame and a page in it are looked at once each: whoever reads known words in a known frame stands before nothing new.
    private const string Standing = """
        () => {
            const words = document.querySelector('main').innerText;
            return ['frame:' + document.body.innerText.replace(words, ''), words];
        }
        """;
    private const string SticksOut = """
        () => [...document.querySelectorAll('main *')].filter(part => {
            const look = getComputedStyle(part);
            return part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 3 && look.overflowX === 'visible' && look.display !== 'inline'
                && look.clipPath === 'none' && !part.matches('.deciding, .divider, .path > li') && part.checkVisibility();
        }).map(part => `${part.tagName}.${part.className} is ${part.scrollWidth} px wide in ${part.clientWidth}`).slice(0, 5)
        """;

    private static readonly (ColorScheme Theme, ViewportSize Size, bool ColoursAlone)[] _faces =
        [(ColorScheme.Light, Screen.Laptop, false), (ColorScheme.Dark, Screen.Laptop, true), (ColorScheme.Dark, Screen.Phone, false), (ColorScheme.Light, Screen.Phone, true)];

    public async Task AroundAsync(string where)
    {
        await SettleAsync();
        Remember(await page.TitleAsync());
        var standing = await page.EvaluateAsync<string[]>(Standing);
        var hasNewFrame = known.TryAdd(standing[0], 0);
        if (!known.TryAdd(standing[1], 0) && !hasNewFrame) return;
        foreach (var (theme, size, coloursAlone) in _faces) await FaceAsync($"{where} ({theme}, {size.Width} px)", theme, size, coloursAlone, mainAlone: !hasNewFrame);
        await EnlargedAsync(where);
        await LanguageAsync(where);
    }

    /// <summary>Twice as large, by the browser's zoom and by its size of letters alone (WCAG 1.4.4, 1.4.10): nothing sticks out of its place.</summary>
    private async Task EnlargedAsync(string where)
    {
        await page.SetViewportSizeAsync(Screen.Laptop.Width / 2, Screen.Laptop.Height / 2);
        foreach (var part in await page.EvaluateAsync<string[]>(SticksOut)) faults.Add($"{where}, zoomed to 200 %: {part}");
        await page.SetViewportSizeAsync(Screen.Laptop.Width, Screen.Laptop.Height);
        await using var browser = await page.Context.NewCDPSessionAsync(page);
        await LettersAsync(browser, 32);
        foreach (var part in await page.EvaluateAsync<string[]>(SticksOut)) faults.Add($"{where}, letters of 200 %: {part}");
        await LettersAsync(browser, 16);
    }

    private static async Task LettersAsync(ICDPSession browser, int size) =>
        await browser.SendAsync("Page.setFontSizes", new Dictionary<string, object>(StringComparer.Ordinal) { ["fontSizes"] = new { standard = size } });

    private async Task FaceAsync(string where, ColorScheme theme, ViewportSize size, bool coloursAlone, bool mainAlone)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });   // no colour caught half way
        await page.SetViewportSizeAsync(size.Width, size.Height);
        if (await Axe.ReportAsync(page, coloursAlone, mainAlone) is { Length: > 0 } report) faults.Add($"{where}: {report}");
        var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        if (wide > size.Width) faults.Add(string.Create(CultureInfo.InvariantCulture, $"{where} is {wide} px wide"));
        foreach (var part in await page.EvaluateAsync<string[]>(SticksOut)) faults.Add($"{where}: {part}");
    }

    /// <summary>The page says which language it speaks, and speaks English to whoever chose it.</summary>
    private async Task LanguageAsync(string where)
    {
        if (await page.GetAttributeAsync("html", "lang") is not "tr") faults.Add($"{where} does not say that it is Turkish");
        var cookie = new Cookie { Name = ".AspNetCore.Culture", Value = $"c%3D{English}%7Cuic%3D{English}", Url = page.Url };
        await page.Context.AddCookiesAsync([cookie]);
        var answer = await page.Context.APIRequest.GetAsync(page.Url, new() { Headers = [new("Accept", "text/html")] });
        if (!(await answer.TextAsync()).Contains("<html lang=\"en\"", StringComparison.Ordinal)) faults.Add($"{where} does not say that it is English");
        await page.Context.ClearCookiesAsync(new() { Name = cookie.Name });
    }

    /// <summary>A live page is looked at when its circuit stands and its rows are in.</summary>
    private async Task SettleAsync()
    {
        if (await page.Locator("#live").CountAsync() > 0) await page.IsLiveAsync();
        if (!page.Url.Contains(ShowsWaiting, StringComparison.Ordinal)) await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    private void Remember(string title)
    {
        var path = new Uri(page.Url).AbsolutePath;
        foreach (var (type, route) in pages.Where(p => Matches(p.Route, path))) seen.Add((type, route, title));
    }

    private static bool Matches(string route, string path) =>
        Regex.IsMatch(path, $"^{Parameters().Replace(route, "[^/]+")}$", RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameters();
}
