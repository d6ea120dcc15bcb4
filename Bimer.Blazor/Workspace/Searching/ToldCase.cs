using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Search;
using Bimer.Domain.Cases;
using Bimer.Domain.Replies;
using Bimer.Domain.Searching;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Searching;

/// <summary>A case with all that is searched of it, to compare it with others and to show where the words stand.</summary>
internal sealed record ToldCase(CaseHit Hit, IReadOnlyList<(SearchField Field, string Text)> Fields)
{
    /// <param name="hits">Found visible just now.</param>
    public static async Task<List<ToldCase>> OfAsync(BimerDbContext db, SearchWriter writer, IReadOnlyList<CaseHit> hits, CancellationToken ct)
    {
        var all = hits.Where(hit => !hit.IsEnvelope).Select(hit => hit.Id).ToList();
        var open = hits.Where(hit => hit is { IsEnvelope: false, Concealment: IdentityConcealment.None }).Select(hit => hit.Id).ToList();
        var topics = (await db.Set<CaseTopic>().AsNoTracking().Where(t => all.Contains(t.CaseId)).OrderBy(t => t.Ordinal)
            .Select(t => new { t.CaseId, t.Code }).ToListAsync(ct)).ToLookup(t => t.CaseId, t => writer.TopicOf(t.Code));
        var files = (await db.Attachments.AsNoTracking().Where(a => open.Contains(a.CaseId)).OrderBy(a => a.Ordinal)
            .Select(a => new { a.CaseId, a.Name }).ToListAsync(ct)).ToLookup(a => a.CaseId, a => a.Name);
        var letters = (await db.Replies.AsNoTracking().Where(r => open.Contains(r.CaseId) && r.Status == ReplyStatus.Approved).OrderBy(r => r.Id)
            .Select(r => new { r.CaseId, r.Html }).ToListAsync(ct)).ToLookup(r => r.CaseId, r => SearchWriter.TextOf(r.Html));
        return [.. hits.Select(hit => new ToldCase(hit,
        [
            (SearchField.Number, new CaseNumber(hit.Id).ToString()), (SearchField.Summary, hit.Summary), (SearchField.Text, hit.Text),
            .. topics[hit.Id].Select(text => (SearchField.Topic, text)), .. files[hit.Id].Select(text => (SearchField.File, text)),
            .. letters[hit.Id].Select(text => (SearchField.Answer, text)),
        ]))];
    }
}
