using Microsoft.Playwright;

namespace Bimer.Tests.Given;

/// <summary>One warm Chromium of the machine for the whole test run; each <see cref="Person"/> is a browser profile of its own in it.</summary>
public static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> _browser = new(LaunchAsync);

    /// <summary>A new person at a clean browser that speaks Turkish and lives in Istanbul.</summary>
    public static async Task<Person> NewPersonAsync(ViewportSize? viewport = null, ColorScheme theme = ColorScheme.Light, bool javaScript = true)
    {
        var browser = await _browser.Value;
        var context = await browser.NewContextAsync(new()
        {
            Locale = "tr-TR",
            TimezoneId = "Europe/Istanbul",
            ViewportSize = viewport ?? Screen.Laptop,
            ColorScheme = theme,
            JavaScriptEnabled = javaScript,
        });
        return await Person.SitDownAsync(context);
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        // The same Chromium without its own windows: the pages are drawn alike, and the suite takes a quarter less of the processors (decision 0108).
        string[] places = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? [given] : ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
        var path = places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(
            $"Chromium is not at '{string.Join("' or '", places)}'. Install it with ./test.sh or `apt-get install chromium-headless-shell`, or name it in CHROMIUM; these tests are not skipped without it.");

        Assertions.SetDefaultExpectTimeout((float)Eventually.Patience.TotalMilliseconds);   // a cold first page on two busy cores has passed the usual 5 s
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }
}

/// <summary>The four sizes every page is looked at.</summary>
public static class Screen
{
    public static ViewportSize Phone => new() { Width = 360, Height = 740 };

    public static ViewportSize Tablet => new() { Width = 768, Height = 1024 };

    public static ViewportSize Laptop => new() { Width = 1366, Height = 768 };

    public static ViewportSize Desktop => new() { Width = 1920, Height = 1080 };
}
