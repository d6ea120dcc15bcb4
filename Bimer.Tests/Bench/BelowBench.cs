using System.Diagnostics;
using Bimer.Blazor.Facts;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Home;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Bench;

/// <summary>
/// The box and the counter of those who reach below, in a tree with as many units as asked for: a ministry over nearly all of them, the whole
/// state, one governorship, and a clerk who reaches nothing. And the unit picker over the same tree.
/// </summary>
internal static class BelowBench
{
    private const string Ministry = "Sağlık Bakanlığı";
    private const int Parts = 5_000;
    private const int Departments = 200;

    private static readonly string[] _typed =
    [
        "ank", "ankara sağ", "çankaya", "cankaya", "izmir il sağlık müdürlüğü", "valilik", "müdürlük", "no.lu ank", "istanbul merkez 12", "bakanlık", "99100", "qwxqwx",
    ];

    public static async Task RunAsync(BenchOptions options)
    {
        await using var office = await SeededOffice.OpenAsync(options);
        await RunAsync(office, options);
    }

    internal static async Task RunAsync(Office office, BenchOptions options)
    {
        await WidenAsync(office, options.Units);
        await SeededOffice.TidyAsync(office, options.Db);
        await using (var db = await office.DbAsync()) Console.WriteLine($"{options.Db}, {options.Cases:N0} cases, {await db.Units.CountAsync():N0} units, {await db.Routings.CountAsync(r => r.EndedAt == null):N0} open parts");
        foreach (var (who, actor) in await PeopleAsync(office)) await MeasureAsync(office, who, actor, options);
        var (search, watch) = (ActivatorUtilities.CreateInstance<UnitSearch>(office.Services), Stopwatch.StartNew());
        search.Find("ankara");
        Console.WriteLine($"  unit picker, index built in {watch.Elapsed.TotalMilliseconds:0} ms");
        foreach (var typed in _typed) await MeasureAsync($"unit picker, \"{typed}\"", options, () => Task.FromResult(search.Find(typed, office.Unit("Ankara Valiliği"))), found => $"{found.Count} units");
    }

    private static async Task<IReadOnlyList<(string Who, Actor Actor)>> PeopleAsync(Office office) =>
    [
        ("ministry", await office.HireAsync(910_001, OfficerRole.Executive, office.Unit(Ministry))),
        ("state", await office.HireAsync(910_002, OfficerRole.Executive, office.Unit("Başbakanlık"))),
        ("governorship", await office.HireAsync(910_003, OfficerRole.Coordinator, office.Unit("Ankara Valiliği"))),
        ("clerk", await office.PersonAsync(50)),
    ];

    private static async Task MeasureAsync(Office office, string who, Actor actor, BenchOptions options)
    {
        var counters = ActivatorUtilities.CreateInstance<CountersQuery>(office.Services, new Office.Acts(actor), ActivatorUtilities.CreateInstance<SharedReads>(office.Services));
        var box = office.Below(actor);
        await MeasureAsync($"{who}, counters", options, () => counters.ReadAsync(CancellationToken.None), counts => $"{counts?.Below} below");
        if (await box.ReadAsync(new BoxSlice(), CancellationToken.None) is not { Rows: [.., var last] }) return;
        await MeasureAsync($"{who}, page", options, () => box.ReadAsync(new BoxSlice(), CancellationToken.None), page => $"{page!.Rows.Count} rows of {page.Total}");
        await MeasureOverviewAsync(office, who, actor, options);
        foreach (var (name, filter) in FiltersOf(office))
            await MeasureAsync($"{who}, page of {name}", options, () => box.ReadAsync(new BoxSlice { Filter = filter }, CancellationToken.None), page => $"{page!.Rows.Count} rows of {page.Total}");
        await MeasureAsync($"{who}, next page", options, () => box.ReadAsync(new BoxSlice(last.Mark), CancellationToken.None), page => $"{page!.Rows.Count} rows");
    }

    private static async Task MeasureOverviewAsync(Office office, string who, Actor actor, BenchOptions options)
    {
        var overview = office.For<BelowOverviewQuery>(actor);
        await MeasureAsync($"{who}, desk", options, () => overview.ReadAsync(CancellationToken.None), read => $"{read!.Open} open, {read.Spread.Late} late, {read.Shares.Count} units");
        var choices = office.Below(actor).Choices;
        await MeasureAsync($"{who}, filter's units", options, () => choices.UnitsAsync(CancellationToken.None), read => $"{read.Count} units");
        await MeasureAsync($"{who}, filter's holders", options, () => choices.HoldersAsync(BoxFilter.None, CancellationToken.None), read => $"{read.People.Count} people");
    }

    private static IEnumerable<(string Name, BoxFilter Filter)> FiltersOf(Office office) =>
    [
        ("what is late", new() { Due = DueFilter.Late }), ("this week", new() { Due = DueFilter.Week }), ("one unit and below", new() { At = office.Unit("Ankara Valiliği"), WithBelow = true }),
        ("not read", new() { Custody = CustodyFilter.Unread }), ("waiting for approval", new() { State = RoutingState.AwaitingApproval }), ("seven days", new() { RestingDays = 7 }),
    ];

    /// <summary>Made-up departments below one ministry, and below each of them health centres, until there are so many units; and open parts there.</summary>
    private static async Task WidenAsync(Office office, int wanted)
    {
        var (units, ministry) = (office.Services.GetRequiredService<UnitDirectory>(), office.Unit(Ministry));
        var (missing, first) = (wanted - units.All.Count, UnitIds.FirstFree);
        if (missing < 1) return;
        string[] provinces = [.. units.All.Where(u => u.Kind == UnitKind.Governorship).OrderBy(u => u.Id).Select(u => u.Name.Replace(" Valiliği", "", StringComparison.Ordinal))];
        for (var from = 0; from < missing; from += 5_000)
        {
            await using var db = await office.DbAsync();
            for (var n = from; n < Math.Min(missing, from + 5_000); n++)
            {
                var (id, parent) = (new UnitId(first + n), n < Departments ? ministry : new UnitId(first + (n % Departments)));
                var name = n < Departments ? $"{provinces[n % provinces.Length]} Sağlık Dairesi {n + 1}" : $"{provinces[n % provinces.Length]} {n} No.lu Sağlık Merkezi";
                db.Add(new Unit(id, UnitIds.Representative(id), name, UnitKind.Directorate, parent));
                IEnumerable<UnitId> line = [id, .. n < Departments ? Array.Empty<UnitId>() : [parent], .. units.LineageOf(ministry).SelfAndAbove];
                db.UnitClosure.AddRange(line.Select((superior, depth) => new UnitReach { Superior = superior, Below = id, Depth = depth }));
            }

            await db.SaveChangesAsync();
        }

        await using (var laid = await office.DbAsync()) await UnitRange.LayAsync(laid, CancellationToken.None);
        await units.ReloadAsync(CancellationToken.None);
        await StrewAsync(office, first, missing);
    }

    /// <summary>Open parts of everywhere, whoever holds them, lie there from now on: what is measured asks for their unit alone.</summary>
    private static async Task StrewAsync(Office office, int first, int count)
    {
        await using var db = await office.DbAsync();
        await db.Database.ExecuteSqlAsync(
            $"""
             UPDATE case_routings SET "to" = {first} + CAST(id / 10000 % {count} AS integer)
             WHERE id IN (SELECT id FROM case_routings WHERE ended_at IS NULL ORDER BY case_id % 7919, id LIMIT {Parts})
             """);
    }

    private static async Task MeasureAsync<T>(string name, BenchOptions options, Func<Task<T>> read, Func<T, string> told)
    {
        for (var i = 0; i < 30; i++) await read();
        var (figures, watch, cpu, last) = (new Figures(name), Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, await read());
        while (watch.Elapsed < TimeSpan.FromSeconds(options.Seconds)) last = await figures.TakeAsync(read);
        Console.WriteLine($"  {figures}   cpu {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / figures.Count:0.000} ms   {told(last)}");
    }
}
