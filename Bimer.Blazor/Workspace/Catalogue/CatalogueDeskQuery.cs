using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Catalogue;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Catalogue;

/// <summary>What of a unit's list is looked at.</summary>
public enum CatalogueView
{
    Open,
    Closed,
    All,
}

/// <param name="Typed">Beginnings of words of the name.</param>
/// <param name="Shown">How many services at most.</param>
/// <param name="Told">How many changes at most.</param>
public sealed record CatalogueAsked(UnitId? Unit, CatalogueView View, string Typed, int Shown, int Told);

/// <summary>One line of the history.</summary>
public sealed record CatalogueTold(int Sequence, CatalogueAct Act, string Code, string Name, string Was, string By, DateTimeOffset At);

/// <summary>The list of one unit as one person may see it.</summary>
/// <param name="Tops">The units of the person's roles; the others are found below them.</param>
/// <param name="Found">How many services answer, also those not shown.</param>
public sealed record CatalogueDesk(UnitId Unit, string UnitName, IReadOnlyList<UnitId> Tops, bool MayChange, IReadOnlyList<CatalogueItem> Items, int Found, int Open, int Closed)
{
    public IReadOnlyList<CatalogueTold> History { get; init; } = [];

    /// <summary>Older changes stand behind those told.</summary>
    public bool HasOlder { get; init; }
}

/// <summary>Reads the services of a unit and who changed them. Changes nothing.</summary>
public sealed class CatalogueDeskQuery(CatalogueRights rights, ServiceCatalogue catalogue, CatalogueShelf shelf, UnitDirectory units, OfficerDirectory officers)
{
    /// <returns>None for whoever may not read it, as for a unit there is not.</returns>
    public async Task<CatalogueDesk?> ReadAsync(CatalogueAsked asked, CancellationToken ct)
    {
        if (await rights.ActorAsync(ct) is not { } actor) return null;
        UnitId[] tops = [.. SubtreeSpans.TopsOf(actor)];
        if (tops.Length == 0) return null;
        var unit = asked.Unit ?? tops[0];
        if (!rights.MayRead(actor, unit)) return null;
        var (items, words) = (catalogue.ListOf(unit).Items, ServiceCatalogue.WordsOf(asked.Typed));
        List<CatalogueItem> found = [.. items.Where(item => IsIn(item, asked.View) && ServiceCatalogue.Holds(item.Name, words))];
        var told = await shelf.HistoryAsync(unit, asked.Told + 1, ct);
        await officers.LoadAsync([.. told.Select(c => c.By).Distinct()], ct);
        return new CatalogueDesk(unit, units.NameOf(unit), tops, rights.MayChange(actor, unit), [.. found.Take(asked.Shown)], found.Count, items.Count(i => !i.IsClosed), items.Count(i => i.IsClosed))
        {
            History = [.. told.Take(asked.Told).Select(c => new CatalogueTold(c.Sequence, c.Act, c.Code, c.Name, c.Was, officers.NameOf(c.By), c.At))],
            HasOlder = told.Count > asked.Told,
        };
    }

    private static bool IsIn(CatalogueItem item, CatalogueView view) => view switch { CatalogueView.Open => !item.IsClosed, CatalogueView.Closed => item.IsClosed, _ => true };
}
