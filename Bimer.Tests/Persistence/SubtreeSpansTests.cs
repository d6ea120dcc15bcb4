using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>Where in the index a subtree stands: all of it, in few ranges, whatever ids its units have.</summary>
public sealed class SubtreeSpansTests : IAsyncLifetime
{
    private Office _office = null!;
    private UnitDirectory _units = null!;
    private SubtreeSpans _spans = null!;

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync(Kind.Sqlite);
        (_units, _spans) = (_office.Services.GetRequiredService<UnitDirectory>(), _office.Services.GetRequiredService<SubtreeSpans>());
    }

    [Theory]
    [InlineData("Ankara Valiliği")]
    [InlineData("Çankaya Kaymakamlığı")]
    [InlineData("Sağlık Bakanlığı")]
    [InlineData("Başbakanlık")]
    public void A_shipped_subtree_is_one_range_of_nothing_else(string name)
    {
        var top = _office.Unit(name);

        var span = _spans.Of(Managing(top))!.Spans.Should().ContainSingle().Subject;

        _units.All.Where(unit => unit.Id >= span.First && unit.Id <= span.Last).Select(unit => unit.Id).Should()
            .BeEquivalentTo(_units.All.Where(unit => _units.LineageOf(unit.Id).IsWithin(top)).Select(unit => unit.Id));
    }

    [Fact]
    public void Two_subtrees_are_two_ranges_and_one_within_the_other_is_one()
    {
        _spans.Of(Managing(_office.Unit("Ankara Valiliği"), _office.Unit("İzmir Valiliği")))!.Spans.Should().HaveCount(2);
        _spans.Of(Managing(_office.Unit("Ankara Valiliği"), _office.Unit("Ankara İl Sağlık Müdürlüğü")))!.Spans.Should().ContainSingle();
        _spans.Of(new Actor(new UserId(1), [new RoleOn(OfficerRole.CaseOfficer, _office.Unit("Ankara Valiliği"))], People.Monday)).Should().BeNull();
    }

    [Fact]
    public async Task Units_strewn_over_the_ids_are_all_within_a_few_ranges_once_the_tree_is_read_anew()
    {
        var ankara = _office.Unit("Ankara Valiliği");
        var before = _spans.Of(Managing(ankara))!.Spans;
        await using (var db = await _office.DbAsync())
        {
            foreach (var id in (int[])[39_990, 41_990, 60_990, 81_990, 100_000, 100_500]) await AddAsync(db, new UnitId(id), ankara);
            await db.SaveChangesAsync();
        }

        await _units.ReloadAsync(CancellationToken.None);
        var spans = _spans.Of(Managing(ankara))!.Spans;

        before.Should().ContainSingle();
        spans.Should().HaveCount(SubtreeSpans.Most).And.OnlyHaveUniqueItems();
        _units.All.Where(unit => _units.LineageOf(unit.Id).IsWithin(ankara)).Should().OnlyContain(unit => spans.Any(span => unit.Id >= span.First && unit.Id <= span.Last));
        spans.Zip(spans.Skip(1)).Should().OnlyContain(pair => pair.First.Last < pair.Second.First, "no part is counted twice");
    }

    public Task DisposeAsync() => _office.DisposeAsync().AsTask();

    private static async Task AddAsync(BimerDbContext db, UnitId id, UnitId parent)
    {
        db.Add(new Unit(id, Bimer.Blazor.Facts.UnitIds.Representative(id), "Yeni Müdürlük " + id.Value, UnitKind.Directorate, parent));
        var above = await db.UnitClosure.Where(k => k.Below == parent).ToListAsync();
        db.UnitClosure.AddRange([new UnitReach { Superior = id, Below = id, Depth = 0 }, .. above.Select(k => new UnitReach { Superior = k.Superior, Below = id, Depth = k.Depth + 1 })]);
    }

    private static Actor Managing(params UnitId[] units) => new(new UserId(900), [.. units.Select(unit => new RoleOn(OfficerRole.Executive, unit))], People.Monday);
}
