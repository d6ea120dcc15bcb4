using System.Diagnostics;
using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Facts.Demo;
using Bimer.Tests.Given;

namespace Bimer.Tests.Bench;

/// <summary>The whole inbox page of a signed-in officer, prerendered with fifty rows, first alone and then by many at once.</summary>
internal static class PageBench
{
    private const string Inbox = "/kutu/kurum";
    private const int Rows = 50;

    public static async Task RunAsync(BenchOptions options)
    {
        await using var program = await SeededProgram.StartAsync(options);
        var page = await SignInAsync(program.Bimer.Url);
        await MeasureAsync(page, options.Clients, options.WarmUp, new Figures("warm-up"));
        foreach (var clients in (int[])[1, options.Clients])
        {
            var figures = new Figures("inbox page");
            var watch = Stopwatch.StartNew();
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
            if (RowsOf(await figures.TakeAsync(page)) != Rows) throw new InvalidOperationException($"The page does not show {Rows} rows.");
            return watch.Elapsed < time;
        });
    }

    private static async Task<Func<Task<string>>> SignInAsync(string url)
    {
        var officer = BulkBox.Person(Rows);
        using var door = new PlainBrowser(url);
        await door.SubmitAsync("/giris", null, ("kimlik", BulkStaffing.NationalIdOf(officer)), ("sifre", DemoStaff.Password));
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(url) };
        client.DefaultRequestHeaders.Add("Cookie", door.Cookies.GetCookieHeader(new Uri(url)));
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return () => client.GetStringAsync(new Uri(Inbox, UriKind.Relative));
    }

    private static int RowsOf(string page) => page.AsSpan().Count("class=\"row ");
}
