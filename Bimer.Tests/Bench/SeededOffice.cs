using System.Diagnostics;
using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Cli;
using Bimer.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Tests.Bench;

/// <summary>The product's services over a database with as many cases as asked for.</summary>
internal static class SeededOffice
{
    public static async Task<Office> OpenAsync(BenchOptions options)
    {
        var office = await Office.OpenAsync(options.Db);
        var watch = Stopwatch.StartNew();
        await BulkOffices.Seeding(office.Services).RunAsync(new BulkPlan(options.Cases, office.Clock.GetUtcNow()), _ => { }, CancellationToken.None);
        var written = watch.Elapsed;
        await TidyAsync(office, options.Db);
        Console.WriteLine($"{options.Db}: {options.Cases:N0} cases written in {written.TotalSeconds:0.0} s, {options.Cases / written.TotalSeconds:N0} a second");
        return office;
    }

    /// <summary>What PostgreSQL does by itself within minutes of such a load: statistics, and which pages all may see.</summary>
    public static async Task TidyAsync(Office office, Kind kind)
    {
        if (kind != Kind.Postgres) return;
        await using var db = await office.DbAsync();
        await db.Database.ExecuteSqlAsync($"VACUUM ANALYZE");
    }

    /// <summary>The person who is measured by the boxes of this size, with their roles.</summary>
    public static async Task<Actor> PersonAsync(this Office office, int boxes)
    {
        await using var db = await office.DbAsync();
        var today = IstanbulTime.LegalDay(office.Clock.GetUtcNow());
        return await ActorReader.ReadAsync(db, BulkBox.Person(boxes), today, CancellationToken.None) ?? throw new InvalidOperationException("Too few cases for this box.");
    }
}
