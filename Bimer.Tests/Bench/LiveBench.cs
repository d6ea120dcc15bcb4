using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Development;
using Bimer.Blazor.Facts;
using Bimer.Blazor.Facts.Demo;
using Bimer.Tests.Given;
using Microsoft.Playwright;

namespace Bimer.Tests.Bench;

/// <summary>
/// How long after a commit another person's browser shows it while a thousand screens lie open on the same box. The screens are held by
/// the circuit tool named in <c>CIRCUITS</c>, which also tells what one costs; the one that is watched is a real Chromium.
/// </summary>
internal sealed class LiveBench(Person watcher, FinalForms citizens)
{
    private const string Inbox = "/kutu/kurum";
    private const int Posts = 40;

    // Watches for the next change of what is on the screen and tells when it was, on the clock of the machine.
    private const string NextChange =
        """
        () => { window.seen = new Promise(tell => new MutationObserver((_, eye) => { eye.disconnect(); tell(performance.timeOrigin + performance.now()); })
            .observe(document.body, { subtree: true, childList: true, characterData: true })); }
        """;

    public static async Task RunAsync(BenchOptions options)
    {
        var tool = Environment.GetEnvironmentVariable("CIRCUITS") ?? throw new InvalidOperationException("Name the circuit tool in CIRCUITS.");
        await using var program = await SeededProgram.StartAsync(options, KeyValuePair.Create("Bimer:Session:CircuitsPerPerson", "10000"));
        var cookie = await SignInAsync(program.Bimer.Url);
        using var citizens = new FinalForms(program.Bimer.Url);
        var forms = await citizens.PrepareAsync(2 * Posts);
        await using var watcher = await SitDownAsync(program.Bimer.Url, cookie);
        var bench = new LiveBench(watcher, citizens);
        Console.WriteLine("  " + await bench.MeasureAsync("commit to screen, alone", forms.Take(Posts)));

        // Once before, so that what the runtime keeps at hand (pooled arrays, database contexts) has its size.
        Console.WriteLine("the first time:\n" + await HoldAsync(tool, program.Bimer.Url, cookie, options with { Seconds = 2 }));
        var held = HoldAsync(tool, program.Bimer.Url, cookie, options);
        await WaitForAsync(program.Bimer.Url, options.Circuits);
        Console.WriteLine("  " + await bench.MeasureAsync($"commit to screen, {options.Circuits:N0} open", forms.Skip(Posts)));
        Console.WriteLine(await held);
    }

    private async Task<Figures> MeasureAsync(string name, IEnumerable<FinalForm> forms)
    {
        var figures = new Figures(name);
        using var apart = new PeriodicTimer(TimeSpan.FromSeconds(1));   // each commit on its own: a screen takes a breath between two
        foreach (var form in forms)
        {
            await apart.WaitForNextTickAsync();
            await watcher.Page.EvaluateAsync(NextChange);
            await citizens.SendAsync(form);
            var committed = TimeProvider.System.GetUtcNow();
            var seen = await watcher.Page.EvaluateAsync<double>("() => window.seen");
            figures.Add(TimeSpan.FromMilliseconds(Math.Max(0, seen - (committed - DateTimeOffset.UnixEpoch).TotalMilliseconds)));
        }

        return figures;
    }

    private static async Task<string> SignInAsync(string url)
    {
        using var door = new PlainBrowser(url);
        await door.SubmitAsync("/giris", null, ("kimlik", BulkStaffing.NationalIdOf(BulkStaff.OfficerOf(UnitIds.Centre))), ("sifre", DemoStaff.Password));
        return door.Session ?? throw new InvalidOperationException("The officer of the centre could not sign in.");
    }

    private static async Task<Person> SitDownAsync(string url, string cookie)
    {
        var person = await Chromium.NewPersonAsync();
        await person.Context.AddCookiesAsync([new Cookie { Name = "bimer", Value = cookie, Url = url }]);
        await person.Page.GotoAsync(url + Inbox);
        await Assertions.Expect(person.Page.GetByText("Canlı")).ToBeVisibleAsync();
        return person;
    }

    private static async Task<string> HoldAsync(string tool, string url, string cookie, BenchOptions options)
    {
        var start = new ProcessStartInfo("node",
        [
            tool, "--url", url + Inbox, "--n", options.Circuits.ToString(CultureInfo.InvariantCulture), "--par", "8", "--cookie", "bimer=" + cookie,
            "--mem", url + "/gelistirme/bellek?gc=true", "--hold", options.Seconds.ToString(CultureInfo.InvariantCulture), "--timeout", "120000",
        ]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var circuits = Process.Start(start)!;
        var said = await circuits.StandardOutput.ReadToEndAsync();
        await circuits.WaitForExitAsync();
        return said;
    }

    /// <summary>Until as many screens lie open, and nothing moves any more.</summary>
    private static async Task WaitForAsync(string url, int circuits)
    {
        using var http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(1) };
        await Eventually.TrueAsync(
            async () => (await http.GetFromJsonAsync<MemoryReading>(new Uri("/gelistirme/bellek", UriKind.Relative)))!.Screens > circuits,
            $"{circuits} screens are open", TimeSpan.FromMinutes(8));
        using var idle = new PeriodicTimer(TimeSpan.FromSeconds(15));   // the tool's own forced collection stops everything; it must be over
        await idle.WaitForNextTickAsync();
    }
}
