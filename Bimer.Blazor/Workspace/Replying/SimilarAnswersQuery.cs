using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Search;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Shell.Html;
using Bimer.Blazor.Workspace.Replying.Drafting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Searching;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Replying;

/// <summary>A case that was answered and tells of the same matter (benzer başvuru).</summary>
/// <param name="Letter">Its answer, to be read.</param>
/// <param name="Because">Words both petitions use.</param>
public sealed record SimilarAnswer(RoutingId Letter, string Summary, string CatalogueService, ReplyVerdict? Verdict, DisclosureDecision? Disclosure, DateTimeOffset DecidedAt, string Html, IReadOnlyList<string> Because)
{
    public string Number => new CaseNumber(Letter.CaseId).ToString();

    /// <summary>A letter belongs into no log.</summary>
    public override string ToString() => nameof(SimilarAnswer);
}

/// <summary>A service the answer probably belongs to.</summary>
/// <param name="Count">How many of the similar answers were filed under it.</param>
public sealed record LikelyService(string Code, int Count, IReadOnlyList<string> Because);

/// <summary>What others like this one were answered.</summary>
public sealed record SimilarAnswers(IReadOnlyList<SimilarAnswer> Answers, IReadOnlyList<LikelyService> Services);

/// <summary>
/// Finds answered cases like the one whose letter somebody is writing, for them to read and to take words from: only what lies open before
/// the writer, and nothing of an applicant who is hidden. Compared are the newest answers of the writer's unit and what the search finds by
/// the telling words of the petition.
/// </summary>
public sealed class SimilarAnswersQuery(DraftWork work, SearchCatchUp catchUp, ApplicantTraces traces)
{
    public const int MostShown = 8, MostServices = 5;

    private const int OfOwnUnit = 300, TellingWords = 4, FoundByWord = 40, Voting = 25;

    /// <returns>Refused where the person may not write this letter now.</returns>
    public Task<Outcome<SimilarAnswers>> ReadAsync(RoutingId routing, CancellationToken ct) => work.LookAsync(routing, async acting =>
    {
        var petition = await acting.Db.Petitions.AsNoTracking().Where(p => p.CaseId == routing.CaseId).Select(p => p.Text).SingleAsync(ct);
        var pool = await PoolAsync(acting, petition, ct);
        var ranked = SimilarTexts.Rank(petition, [.. pool.Select(p => p.Text)], Voting).Select(found => (pool[found.Index].Answer with { Because = found.Because }, found.Score)).ToList();
        return Outcome<SimilarAnswers>.FromT(new SimilarAnswers([.. ranked.Take(MostShown).Select(r => r.Item1)], ServicesOf(ranked)));
    }, ct);

    /// <summary>
    /// The text of such an answer for another letter: lines that say who that applicant was, or name that case, become places to fill. The
    /// letter as it is stored has no greeting and no name of the system's.
    /// </summary>
    public Task<Outcome<string>> TextAsync(RoutingId routing, RoutingId letter, CancellationToken ct) => work.LookAsync(routing, async acting =>
    {
        var db = acting.Db;
        var html = await AnswersFor(acting).Where(r => r.Id == letter).Select(r => r.Html).SingleOrDefaultAsync(ct);
        if (html is null) return new Refusal.NotFound();
        var number = new CaseNumber(letter.CaseId).ToString();
        string[] lines = SafeHtml.PlainTextOf(html).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        HashSet<string> telling = [.. await traces.TellingAsync(db, letter.CaseId, lines, ct), .. lines.Where(line => line.Contains(number, StringComparison.Ordinal))];
        return Outcome<string>.FromT(telling.Count == 0
            ? SafeHtml.Clean(html)
            : SafeHtml.Clean(string.Concat(lines.Select(line => $"<p>{System.Net.WebUtility.HtmlEncode(telling.Contains(line) ? "{…}" : line)}</p>"))));
    }, ct);

    private static IQueryable<Reply> AnswersFor(DraftActing acting)
    {
        var (db, own) = (acting.Db, acting.Routing.CaseId);
        var open = db.CasesOpenTo(acting.Actor).Where(c => c.Concealment == IdentityConcealment.None && c.Id != own);
        return db.Replies.AsNoTracking().Where(r => r.Status == ReplyStatus.Approved && r.InadmissibilityReason == null && !r.IsProgress && r.NoticeCode == null && open.Any(c => c.Id == r.CaseId));
    }

    private async Task<List<Candidate>> PoolAsync(DraftActing acting, string petition, CancellationToken ct)
    {
        var (db, unit) = (acting.Db, acting.Routing.To);
        var ids = await db.RoutingsAtUnitsOf(acting.Actor).Where(r => r.To == unit && r.State == RoutingState.Answered)
            .OrderByDescending(r => r.Rank).ThenByDescending(r => r.Id).Select(r => r.CaseId).Take(OfOwnUnit).ToHashSetAsync(cancellationToken: ct);
        ids.UnionWith(await FoundAsync(acting, petition, ct));
        var wanted = ids.ToList();
        var found = await AnswersFor(acting).Where(r => wanted.Contains(r.CaseId))
            .Join(db.Cases, r => r.CaseId, c => c.Id, (r, c) => new { Reply = r, c.Summary, c.Petition!.Text }).OrderByDescending(f => f.Reply.Id).ToListAsync(ct);
        return [.. found.Select(f => new Candidate(f.Text, new SimilarAnswer(
            f.Reply.Id, f.Summary, f.Reply.CatalogueService, f.Reply.Verdict, f.Reply.Disclosure, f.Reply.DecidedAt ?? f.Reply.SubmittedAt, SafeHtml.Clean(f.Reply.Html), [])))];
    }

    private async Task<IEnumerable<CaseId>> FoundAsync(DraftActing acting, string petition, CancellationToken ct)
    {
        await using var search = await catchUp.OpenAsync(ct);
        var found = new HashSet<CaseId>();
        foreach (var word in SimilarTexts.TellingOf(petition, TellingWords))
        {
            if (SearchText.Parse(word).Value is { } text)
                found.UnionWith((await search.NewestHitsAsync(acting.Actor, text, before: null, FoundByWord, ct)).Hits.Where(hit => !hit.IsEnvelope).Select(hit => hit.Id));
        }

        return found;
    }

    private static IReadOnlyList<LikelyService> ServicesOf(List<(SimilarAnswer Answer, double Score)> ranked) =>
    [
        .. ranked.Where(r => ServiceCatalogue.Has(r.Answer.CatalogueService)).GroupBy(r => r.Answer.CatalogueService, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(r => r.Score)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostServices)
            .Select(g => new LikelyService(g.Key, g.Count(), [.. g.SelectMany(r => r.Answer.Because).Distinct(StringComparer.Ordinal).Take(SimilarTexts.MostReasons)])),
    ];

    private sealed record Candidate(string Text, SimilarAnswer Answer);
}
