using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>Somebody who has open parts in hand, and a unit where one of them lies.</summary>
public sealed record BoxHolder(UserId Officer, string Name, UnitId At);

/// <summary>Those who hold what lies in a box, by name in Turkish order.</summary>
/// <param name="IsCutOff">There are more.</param>
public sealed record BoxHolders(IReadOnlyList<BoxHolder> People, bool IsCutOff = false)
{
    public static readonly BoxHolders None = new([]);

    /// <summary>The most people a list names; whoever looks over more narrows it to a unit first.</summary>
    public const int Most = 500;
}

/// <summary>
/// What the filter of <see cref="BelowQuery"/> offers to choose from: read from the rows the person may see, so it names nobody and nothing
/// that no row would.
/// </summary>
public sealed class BelowChoices(BoxDatabase database, SubtreeSpans subtrees, UnitDirectory units, ICurrentActor currentActor)
{
    /// <summary>Who sent what lies there.</summary>
    public Task<BoxSenders> SendersAsync(CancellationToken ct) =>
        ReadAsync(BoxSenders.None, (db, actor, subtree) => db.OpenRoutingsBelow(actor).In(subtree).SendersAsync(ct), ct);

    /// <summary>Where it lies, and what stands above that within reach, by name in Turkish order: all of it.</summary>
    public async Task<IReadOnlyList<UnitId>> UnitsAsync(CancellationToken ct)
    {
        var (lying, tops) = (new HashSet<UnitId>(), await TopsAsync(ct));
        await ReadAsync(lying, async (db, actor, subtree) =>
        {
            foreach (var span in subtree.Spans) lying.UnionWith(await db.OpenUnitsBelow(actor, span).ToListAsync(ct));
            return lying;
        }, ct);
        return [.. lying.SelectMany(unit => units.LineageOf(unit).SelfAndAbove).Distinct().Where(unit => tops.Any(units.LineageOf(unit).IsWithin))
            .OrderBy(unit => TurkishSortKey.Of(units.NameOf(unit)), StringComparer.Ordinal)];
    }

    /// <summary>Who has some of it in hand.</summary>
    /// <param name="filter">Where: of the criteria that one alone.</param>
    public Task<BoxHolders> HoldersAsync(BoxFilter filter, CancellationToken ct) => ReadAsync(BoxHolders.None, async (db, actor, reach) =>
    {
        var subtree = filter.At is { } at ? subtrees.Of(at.Values, filter.WithBelow) : reach;
        var open = db.LyingAt(db.OpenRoutingsBelow(actor).In(subtree), filter);
        var held = await open.Where(r => r.Custodian != null).GroupBy(r => r.Custodian).OrderBy(held => held.Key).Select(held => new { Officer = held.Key!.Value, At = held.Min(r => r.To) })
            .Take(BoxHolders.Most + 1).ToListAsync(ct);
        var ids = held.Take(BoxHolders.Most).Select(h => h.Officer).ToList();
        var names = await db.Officers.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, Name = o.GivenName + " " + o.Surname }).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var people = held.Where(h => names.ContainsKey(h.Officer)).Select(h => new BoxHolder(h.Officer, names[h.Officer], h.At));
        return new BoxHolders([.. people.OrderBy(h => TurkishSortKey.Of(h.Name), StringComparer.Ordinal).ThenBy(h => h.Officer.Value)], held.Count > BoxHolders.Most);
    }, ct);

    /// <summary>The name of one officer; none of somebody who works nowhere within reach: an address could ask for anybody's.</summary>
    public async Task<string?> HolderAsync(UserId officer, CancellationToken ct)
    {
        var tops = await TopsAsync(ct);
        if (tops.Count == 0) return null;
        await using var db = await database.OpenAsync(BoxFilter.None, ct);
        var posts = await db.RoleAssignments.Where(a => a.Officer == officer).Select(a => a.Unit).ToListAsync(ct);
        if (!posts.Exists(post => tops.Any(units.LineageOf(post).IsWithin))) return null;
        return await db.Officers.Where(o => o.Id == officer).Select(o => o.GivenName + " " + o.Surname).FirstOrDefaultAsync(ct);
    }

    /// <summary>The units somebody coordinates or manages.</summary>
    public async Task<IReadOnlyList<UnitId>> TopsAsync(CancellationToken ct) => await currentActor.GetAsync(ct) is { } actor ? [.. SubtreeSpans.TopsOf(actor)] : [];

    private async Task<T> ReadAsync<T>(T nothing, Func<BimerDbContext, Actor, Subtree, Task<T>> read, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor || subtrees.Of(actor) is not { } subtree) return nothing;
        await using var db = await database.OpenAsync(BoxFilter.None, ct);
        return await read(db, actor, subtree);
    }
}
