using System.Diagnostics;
using Bimer.Blazor.Live;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Bench;

/// <summary>One page of a unit's inbox and all counters of one person, for boxes of 50, 500 and 5,000, one read after the other.</summary>
internal static class QueryBench
{
    private static readonly int[] _boxes = [50, 500, 5_000];

    // What stands inside a case: one that walks all of the box in vain, and one that all meet.
    private static readonly BoxFilter[] _inside = [new() { Topic = "04" }, new() { Applicant = ApplicantKind.NaturalPerson }];

    public static async Task RunAsync(BenchOptions options)
    {
        await using var office = await SeededOffice.OpenAsync(options);
        Console.WriteLine($"{options.Db}, {options.Cases:N0} cases");
        foreach (var box in _boxes)
        {
            var person = await office.PersonAsync(box);
            var unit = person.Roles.First(r => r.Role == OfficerRole.CaseOfficer).Unit;
            var shared = ActivatorUtilities.CreateInstance<SharedReads>(office.Services);
            var inbox = ActivatorUtilities.CreateInstance<UnitInboxQuery>(office.Services, new Office.Acts(person), shared);
            var counters = ActivatorUtilities.CreateInstance<CountersQuery>(office.Services, new Office.Acts(person), shared);
            Console.WriteLine($"  {await counters.ReadAsync(CancellationToken.None)}");
            await MeasureAsync($"unit inbox page, box of {box:N0}", options, () => inbox.ReadAsync(unit, new BoxSlice(), CancellationToken.None));
            var mine = ActivatorUtilities.CreateInstance<MyInboxQuery>(office.Services, new Office.Acts(person));
            foreach (var filter in _inside) await MeasureAsync($"own inbox by {BoxFilters.QueryOf(filter)}, box of {box:N0}", options, () => mine.ReadAsync(RoutingState.Held, new BoxSlice { Filter = filter }, CancellationToken.None));
            await MeasureAsync($"all counters, boxes of {box:N0}", options, () => counters.ReadAsync(CancellationToken.None));
        }
    }

    private static async Task MeasureAsync<T>(string name, BenchOptions options, Func<Task<T>> read)
    {
        for (var i = 0; i < 300; i++) await read();
        var (figures, watch, cpu) = (new Figures(name), Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        while (watch.Elapsed < TimeSpan.FromSeconds(options.Seconds)) await figures.TakeAsync(read);
        Console.WriteLine($"  {figures}   cpu {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / figures.Count:0.000} ms");
    }
}
