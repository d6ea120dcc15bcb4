using System.Diagnostics;
using Bimer.Tests.Given;

namespace Bimer.Tests.Bench;

/// <summary>Final posts of prepared filing sessions over HTTP: everything a petition costs after the last button.</summary>
internal static class PostBench
{
    private const int WarmUp = 200;

    public static async Task RunAsync(BenchOptions options)
    {
        await using var program = await SeededProgram.StartAsync(options);
        using var citizens = new FinalForms(program.Bimer.Url);
        var forms = await citizens.PrepareAsync(WarmUp + options.Posts);
        await SendAsync(citizens, [.. forms.Take(WarmUp)], options.Clients, new Figures("warm-up"));

        var figures = new Figures("final post");
        var watch = Stopwatch.StartNew();
        await SendAsync(citizens, [.. forms.Skip(WarmUp)], options.Clients, figures);
        Console.WriteLine($"{options.Db}, {options.Cases:N0} cases, {options.Clients} clients: {figures.Count / watch.Elapsed.TotalSeconds:N0} final posts a second");
        Console.WriteLine("  " + figures);
    }

    private static Task SendAsync(FinalForms citizens, FinalForm[] forms, int clients, Figures figures)
    {
        var next = -1;
        return SeededProgram.WithClientsAsync(clients, async () =>
        {
            if (Interlocked.Increment(ref next) is var i && i >= forms.Length) return false;
            await figures.TakeAsync(() => citizens.SendAsync(forms[i]));
            return true;
        });
    }
}
