using Bimer.Blazor.Persistence.Connections;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Searching;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>Some of the cases that were found, newest first.</summary>
/// <param name="Next">Where to look on, excluded; none when all was looked at.</param>
public sealed record HitPage(IReadOnlyList<CaseHit> Hits, CaseId? Next);

/// <summary>
/// Finds cases by their words, newest first. The index answers with a few candidates at a time; who may see which of them, and before whom
/// which lies open, is asked of <see cref="CaseVisibility"/> like everywhere else, so nobody learns even how many there are.
/// </summary>
internal static class CaseHits
{
    /// <summary>The most candidates one question looks at; whoever is blind to more of them is told that there may be more.</summary>
    public const int MostLookedAt = 2_000;

    private const int MostAtOnce = 500;

    private static readonly KeptQuery<CaseId[], CaseHit> _seen = new((db, actor, ids) => db.CasesVisibleTo(actor).AsNoTracking().Where(c => ids.Value!.Contains(c.Id))
        .Select(c => new CaseHit(
            c.Id, c.Kind, c.Channel, c.Priority, c.Concealment, c.MaskedName, c.Summary, c.Petition!.Text, c.FiledAt, new CaseTime(c.Basis, c.DueOn, c.DueEndsAt, c.AwaitsFee, c.LegalDueOn), c.ClosedAt)));

    private static readonly KeptQuery<CaseId[], CaseId> _open = new((db, actor, ids) => db.CasesOpenTo(actor).Where(c => ids.Value!.Contains(c.Id)).Select(c => c.Id));

    /// <param name="before">The case to look on from, excluded; none for the newest.</param>
    public static async Task<HitPage> NewestHitsAsync(this BimerDbContext db, Actor actor, SearchText search, CaseId? before, int take, CancellationToken ct)
    {
        var scope = await db.ScopeOfAsync(actor, ct);
        var (hits, looked, last) = (new List<CaseHit>(take), 0, before);
        while (hits.Count < take && looked < MostLookedAt)
        {
            // The more were looked at in vain, the more at once: of a box full of envelopes none may be told.
            var atOnce = Math.Max(take, Math.Min(looked, MostAtOnce));
            var candidates = await CandidatesAsync(db, search, scope, last, atOnce, ct);
            var told = await ToldOfAsync(db, actor, search, [.. candidates], ct);
            foreach (var id in candidates)
            {
                if (hits.Count == take) return new HitPage(hits, last);
                if (told.TryGetValue(id, out var hit)) hits.Add(hit);
                last = id;
            }

            looked += candidates.Count;
            if (candidates.Count < atOnce) return new HitPage(hits, null);
        }

        return new HitPage(hits, last);
    }

    /// <summary>Of these the ones the person may be told of, as they may be told.</summary>
    private static async Task<Dictionary<CaseId, CaseHit>> ToldOfAsync(BimerDbContext db, Actor actor, SearchText search, CaseId[] ids, CancellationToken ct)
    {
        if (ids.Length == 0) return [];
        var seen = await _seen.Read(db, actor, ids).ToListAsync(ct);
        var open = await _open.Read(db, actor, ids).ToHashSetAsync(cancellationToken: ct);
        return seen.Select(hit => open.Contains(hit.Id) ? hit : hit.AsEnvelope(search)).OfType<CaseHit>().ToDictionary(hit => hit.Id);
    }

    private static Task<List<CaseId>> CandidatesAsync(BimerDbContext db, SearchText search, IReadOnlyList<string> scope, CaseId? before, int take, CancellationToken ct) =>
        db.Database.IsSqlite() ? SqliteHits.ReadAsync(db, search, scope, before, take, ct) : PostgresHits.ReadAsync(db, search, scope, before, take, ct);

    /// <summary>What the person's roles of the day let them look for at all.</summary>
    private static async Task<IReadOnlyList<string>> ScopeOfAsync(this BimerDbContext db, Actor actor, CancellationToken ct)
    {
        var roles = await db.RoleAssignments.AsNoTracking()
            .Where(a => a.Officer == actor.UserId && a.ValidFrom <= actor.On && (a.ValidUntil == null || a.ValidUntil >= actor.On))
            .Select(a => new RoleOn(a.Role, a.Unit)).ToListAsync(ct);
        return [.. roles.Select(SearchScope.AskedBy).Append(SearchScope.AskedBy(actor.UserId)).Distinct(StringComparer.Ordinal)];
    }
}
