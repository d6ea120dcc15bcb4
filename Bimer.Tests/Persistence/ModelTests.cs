using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence;

public sealed class ModelTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_migrations_say_what_the_model_says(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using var db = await office.DbAsync();

        db.Database.HasPendingModelChanges().Should().BeFalse();
        (await db.Units.CountAsync()).Should().BeGreaterThan(1_850);
        (await db.UnitClosure.CountAsync(c => c.Depth == 0)).Should().Be(await db.Units.CountAsync());
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_runs_of_the_tree_hold_every_unit_below_and_no_other(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using var db = await office.DbAsync();
        (await UnitRange.StrangeAsync(db, CancellationToken.None)).Should().Be(0);
        await StrewAsync(db);
        var start = office.Services.GetRequiredService<DatabaseStart>();
        (await start.Invoking(s => s.RunAsync(CancellationToken.None)).Should().ThrowAsync<DatabaseRefusedException>()).WithMessage("unit_ranges does not say*");

        await UnitRange.LayAsync(db, CancellationToken.None);

        await start.RunAsync(CancellationToken.None);

        var ids = (await db.Units.Select(u => u.Id).ToListAsync()).Order().ToList();
        var told = (await db.UnitRanges.AsNoTracking().ToListAsync()).SelectMany(run => ids.Where(id => id >= run.First && id <= run.Last).Select(below => (run.Superior, Below: below))).ToList();
        told.Should().OnlyHaveUniqueItems();
        (await db.UnitClosure.AsNoTracking().Select(k => new { k.Superior, k.Below }).ToListAsync()).Select(k => (k.Superior, k.Below)).ToHashSet().SetEquals(told).Should().BeTrue();
    }

    /// <summary>A unit of Ankara in the midst of İzmir's ids: İzmir's run is two from then on.</summary>
    private static async Task StrewAsync(BimerDbContext db)
    {
        var (ankara, izmir) = (await db.Units.SingleAsync(u => u.Name == "Ankara Valiliği"), await db.Units.SingleAsync(u => u.Name == "İzmir Valiliği"));
        var taken = (await db.Units.Select(u => u.Id).ToListAsync()).Select(id => id.Value).ToHashSet();
        var below = (await db.UnitClosure.Where(k => k.Superior == izmir.Id).Select(k => k.Below).ToListAsync()).Select(id => id.Value).ToList();
        var free = new UnitId(Enumerable.Range(below.Min(), below.Max() - below.Min()).First(id => !taken.Contains(id)));
        db.Add(new Unit(free, Bimer.Blazor.Facts.UnitIds.Representative(free), "Yeni Müdürlük", UnitKind.Directorate, ankara.Id));
        var above = await db.UnitClosure.Where(k => k.Below == ankara.Id).ToListAsync();
        db.UnitClosure.AddRange([new UnitReach { Superior = free, Below = free, Depth = 0 }, .. above.Select(k => new UnitReach { Superior = k.Superior, Below = free, Depth = k.Depth + 1 })]);
        await db.SaveChangesAsync();
    }
}
