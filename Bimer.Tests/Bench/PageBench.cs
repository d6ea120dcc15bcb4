using System.Diagnostics;
using System.Text.RegularExpressions;
using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Shell.Frame;
using Bimer.Tests.Given;

namespace Bimer.Tests.Bench;

/// <summary>The whole inbox page of a signed-in officer, prerendered with fifty rows, and a case in their hands, first alone and then by many at once.</summary>
internal static partial class PageBench
{
    private const int Rows = 50;

    public static async Task RunAsync(BenchOptions options)
    {
        await using var program = await SeededProgram.StartAsync(options);
        var get = await SignInAsync(program.Bimer.Url);
        await MeasureAsync("inbox page", options, () => WholeAsync(get, Addresses.UnitInbox, page => RowsOf(page) == Rows));

        // Cases in the reader's own hands, one after the other: all of it is on the page, text, applicant and history.
        var numbers = Numbers().Matches(await get(Addresses.MyInbox)).Select(m => m.Value).Distinct(StringComparer.Ordinal).ToList();
        var next = 0;
        await MeasureAsync($"case page, {numbers.Count} cases", options, () => WholeAsync(
            get, Addresses.Case(numbers[Interlocked.Increment(ref next) % numbers.Count]), page => page.Contains("id=\"hareket-", StringComparison.Ordinal)));
    }

    private static async Task MeasureAsync(string name, BenchOptions options, Func<Task<string>> page)
    {
        await MeasureAsync(page, options.Clients, options.WarmUp, new Figures("warm-up"));
        foreach (var clients in (int[])[1, options.Clients])
        {
            var (figures, watch) = (new Figures(name), Stopwatch.StartNew());
            await MeasureAsync(page, clients, TimeSpan.FromSeconds(options.Seconds), figures);
            Console.WriteLine($"{options.Db}, {options.Cases:N0} cases, {clients} client(s): {figures.Count / watch.Elapsed.TotalSeconds:N0} pages a second");
            Console.WriteLine("  " + figures);
        }
    }

    private static async Task MeasureAsync(Func<Task<string>> page, int clients, TimeSpan time, Figures figures)
    {
        var watch = Stopwatch.StartNew();
        await SeededProgram.WithClientsAsync(clients, async () =>
        {
            await figures.TakeAsync(page);
            return watch.Elapsed < time;
        });
    }

    private static async Task<string> WholeAsync(Func<string, Task<string>> get, string address, Func<string, bool> isWhole)
    {
        var page = await get(address);
        return isWhole(page) ? page : throw new InvalidOperationException($"{address} does not show what is measured.");
    }

    private static async Task<Func<string, Task<string>>> SignInAsync(string url)
    {
        var officer = BulkBox.Person(Rows);
        using var door = new PlainBrowser(url);
        await door.SubmitAsync("/giris", null, ("kimlik", BulkStaffing.NationalIdOf(officer)), ("sifre", DemoStaff.Password));
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
        client.DefaultRequestHeaders.Add("Cookie", door.Cookies.GetCookieHeader(new Uri(url)));
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return address => client.GetStringAsync(new Uri(address, UriKind.Relative));
    }

    [GeneratedRegex("[0-9]{4}-[0-9]{7}-[0-9]", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Numbers();

    private static int RowsOf(string page) => page.AsSpan().Count("class=\"row ");
}
