using System.Diagnostics;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Bench;

/// <summary>One page of each box and all counters of one person, for boxes of 50, 500 and 5,000 and the fullest of what is settled, one read after the other.</summary>
internal static class QueryBench
{
    private static readonly int[] _boxes = [50, 500, 5_000];

    // What stands inside a case: one that walks all of the box in vain, and one that all meet.
    private static readonly BoxFilter[] _inside = [new() { Topic = "04" }, new() { Applicant = ApplicantKind.NaturalPerson }];

    public static async Task RunAsync(BenchOptions options)
    {
        await using var office = await SeededOffice.OpenAsync(options);
        await RunAsync(office, options);
    }

    internal static async Task RunAsync(Office office, BenchOptions options)
    {
        Console.WriteLine($"{options.Db}, {options.Cases:N0} cases");
        foreach (var box in _boxes) await RunAsync(office, box, options);
        await SettledAsync(office, options);
    }

    private static async Task RunAsync(Office office, int box, BenchOptions options)
    {
        var person = await office.PersonAsync(box);
        var unit = person.Roles.First(r => r.Role == OfficerRole.CaseOfficer).Unit;
        var (acts, shared) = (new Office.Acts(person), ActivatorUtilities.CreateInstance<SharedReads>(office.Services));
        var inbox = ActivatorUtilities.CreateInstance<UnitInboxQuery>(office.Services, acts, shared);
        var counters = ActivatorUtilities.CreateInstance<CountersQuery>(office.Services, acts, shared);
        var mine = ActivatorUtilities.CreateInstance<MyInboxQuery>(office.Services, acts);
        var approvals = ActivatorUtilities.CreateInstance<ApprovalBoxQuery>(office.Services, acts);
        Console.WriteLine($"  {await counters.ReadAsync(CancellationToken.None)}");
        await MeasureAsync($"unit inbox page, box of {box:N0}", options, () => inbox.ReadAsync(unit, new BoxSlice(), CancellationToken.None));
        await MeasureAsync($"own inbox page, box of {box:N0}", options, () => mine.ReadAsync(RoutingState.Held, new BoxSlice(), CancellationToken.None));
        foreach (var filter in _inside)
            await MeasureAsync($"own inbox by {BoxFilters.QueryOf(filter)}, box of {box:N0}", options, () => mine.ReadAsync(RoutingState.Held, new BoxSlice { Filter = filter }, CancellationToken.None));
        await MeasureAsync($"approvals page, box of {box:N0}", options, () => approvals.ReadAsync(new BoxSlice(), CancellationToken.None));
        await MeasureAsync($"all counters, boxes of {box:N0}", options, () => counters.ReadAsync(CancellationToken.None));
    }

    /// <summary>What is settled grows for ever: the fullest boxes there are.</summary>
    private static async Task SettledAsync(Office office, BenchOptions options)
    {
        foreach (var state in (RoutingState[])[RoutingState.Forwarded, RoutingState.Answered, RoutingState.AwaitingApproval, RoutingState.InRevision])
        {
            var (officer, rows) = await FullestAsync(office, state);
            var mine = ActivatorUtilities.CreateInstance<MyInboxQuery>(office.Services, new Office.Acts(officer));
            await MeasureAsync($"{state} page, box of {rows:N0}", options, () => mine.ReadAsync(state, new BoxSlice(), CancellationToken.None));
        }
    }

    private static async Task<(Actor Officer, int Rows)> FullestAsync(Office office, RoutingState state)
    {
        await using var db = await office.DbAsync();
        var fullest = await db.Routings.Where(r => r.State == state && r.Custodian != null).GroupBy(r => r.Custodian!.Value)
            .Select(g => new { Officer = g.Key, Rows = g.Count() }).OrderByDescending(g => g.Rows).FirstAsync();
        var today = IstanbulTime.LegalDay(office.Clock.GetUtcNow());
        return ((await ActorReader.ReadAsync(db, fullest.Officer, today, CancellationToken.None))!, fullest.Rows);
    }

    private static async Task MeasureAsync<T>(string name, BenchOptions options, Func<Task<T>> read)
    {
        for (var i = 0; i < 300; i++) await read();
        var (figures, watch, cpu) = (new Figures(name), Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        while (watch.Elapsed < TimeSpan.FromSeconds(options.Seconds)) await figures.TakeAsync(read);
        Console.WriteLine($"  {figures}   cpu {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / figures.Count:0.000} ms");
    }
}
