using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Search;
using Bimer.Domain.Cases;
using Bimer.Domain.Ports;
using Bimer.Domain.Searching;

namespace Bimer.Blazor.Workspace.Searching;

/// <summary>
/// Answers a search over all cases a person may see (arama). What stands first is either the newest, or what answers best among the newest
/// few hundred: ranking every hit of a common word would take longer than anybody waits.
/// </summary>
public sealed class CaseSearchQuery(
    SearchCatchUp catchUp, ICurrentActor currentActor, SearchWriter writer, UnitDirectory units, TimeProvider clock)
{
    /// <summary>How many of the newest hits are compared with each other.</summary>
    public const int Compared = 200;

    /// <summary>The most rows one screen shows; whoever needs more words it closer.</summary>
    public const int Most = Compared;

    /// <param name="take">How many rows; at most <see cref="Most"/>.</param>
    /// <returns>None for whoever is signed out.</returns>
    public async Task<SearchPage?> ReadAsync(SearchText search, SearchOrder order, int take, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await catchUp.OpenAsync(ct);
        var (now, shown) = (clock.GetUtcNow(), Math.Clamp(take, 1, Most));
        var page = await db.NewestHitsAsync(actor, search, before: null, order == SearchOrder.Best ? Compared : shown + 1, ct);
        var told = await ToldCase.OfAsync(db, writer, order == SearchOrder.Best ? page.Hits : [.. page.Hits.Take(shown)], ct);
        var ranked = order == SearchOrder.Best ? told.OrderByDescending(t => SearchRank.Of(search, t.Fields)).ThenByDescending(t => t.Hit.Id).ToList() : told;
        IReadOnlyList<LiveTopic> topics = [LiveTopic.Day, .. units.SubtreesOf(actor), .. ranked.Take(shown).Select(t => LiveTopic.Case(t.Hit.Id))];
        var hasMore = page.Hits.Count > shown && shown < Most;
        return new SearchPage([.. ranked.Take(shown).Select(t => RowOf(search, t))], hasMore, now)
        {
            // Of the newest first what follows is the next page; of the best it was never compared.
            IsCutOff = page.Next is not null && (order == SearchOrder.Best || !hasMore), Topics = topics,
        };
    }

    private static SearchRow RowOf(SearchText search, ToldCase told) => Excerpted(search, told) with { Summary = Excerpt.Whole(search, told.Hit.Summary) };

    /// <summary>What the line says already is not said twice.</summary>
    private static SearchRow Excerpted(SearchText search, ToldCase told)
    {
        if (search.StandsIn($"{new CaseNumber(told.Hit.Id)} {told.Hit.Summary}")) return new SearchRow(told.Hit, SearchField.Number, []);
        foreach (var (field, text) in told.Fields.Where(f => f.Field is not (SearchField.Number or SearchField.Summary)).OrderByDescending(f => f.Field == SearchField.Text))
        {
            if (Excerpt.Of(search, text) is { Count: > 0 } parts) return new SearchRow(told.Hit, field, parts);
        }

        return new SearchRow(told.Hit, SearchField.Number, []);
    }
}
