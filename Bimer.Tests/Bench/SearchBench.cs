using System.Diagnostics;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Searching;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Searching;
using Bimer.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Tests.Bench;

/// <summary>
/// A search of rare and of common words, newest and best first, as a clerk of a small box, as a province with all below it and as BİMER
/// Merkezi. How common a word is, is asked of the data and printed.
/// </summary>
internal static class SearchBench
{
    private const int Words = 4;

    public static async Task RunAsync(BenchOptions options)
    {
        await using var office = await SeededOffice.OpenAsync(options);
        await RunAsync(office, options);
    }

    internal static async Task RunAsync(Office office, BenchOptions options)
    {
        var words = await WordsAsync(office);
        Console.WriteLine($"{options.Db}, {options.Cases:N0} cases");
        foreach (var (who, actor) in await PeopleAsync(office))
        {
            await using (var db = await office.DbAsync()) Console.WriteLine($"  {who} sees {await db.CasesVisibleTo(actor).CountAsync():N0} cases");
            var query = office.For<CaseSearchQuery>(actor);
            foreach (var order in Enum.GetValues<SearchOrder>())
            {
                foreach (var (word, share) in words) await MeasureAsync($"{who}, {order}, \"{word}\" ({share:P2})", options, query, SearchText.Parse(word).Value!, order);
            }
        }
    }

    private static async Task<IReadOnlyList<(string Who, Actor Actor)>> PeopleAsync(Office office)
    {
        var province = await office.HireAsync(900_001, OfficerRole.Executive, office.Unit("Ankara Valiliği"));
        var centre = await office.HireAsync(900_002, OfficerRole.GeneralCoordinator, office.Unit("BİMER Merkezi"));
        return [("clerk", await office.PersonAsync(50)), ("province", province), ("centre", centre)];
    }

    /// <summary>From the most common to the rarest, as the texts of the newest cases have them.</summary>
    private static async Task<IReadOnlyList<(string Word, double Share)>> WordsAsync(Office office)
    {
        await using var db = await office.DbAsync();
        var texts = await db.CaseWords.OrderByDescending(w => w.CaseId).Take(20_000).Select(w => w.Words).ToListAsync();
        var counts = texts.SelectMany(t => t.Split(' ')).Where(w => w.Length > 3 && w.All(char.IsAsciiLetter)).CountBy(w => w, StringComparer.Ordinal)
            .OrderByDescending(c => c.Value).ToList();
        return [.. Enumerable.Range(0, Words).Select(i => counts[i * (counts.Count - 1) / (Words - 1) / (i is 0 or Words - 1 ? 1 : 8)]).Select(c => (c.Key, (double)c.Value / texts.Count))];
    }

    private static async Task MeasureAsync(string name, BenchOptions options, CaseSearchQuery query, SearchText search, SearchOrder order)
    {
        SearchPage? page = null;
        for (var i = 0; i < 30; i++) page = await query.ReadAsync(search, order, SearchAsk.PageSize, CancellationToken.None);
        var (figures, watch) = (new Figures(name), Stopwatch.StartNew());
        while (watch.Elapsed < TimeSpan.FromSeconds(options.Seconds)) await figures.TakeAsync(() => query.ReadAsync(search, order, SearchAsk.PageSize, CancellationToken.None));
        Console.WriteLine($"  {figures}   {page!.Rows.Count} rows");
    }
}
