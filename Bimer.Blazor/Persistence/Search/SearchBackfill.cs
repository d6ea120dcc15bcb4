using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>
/// Makes findable what was recorded before there was a search. Runs at every start before the first request and goes on where a start
/// before it was stopped; once all is in, it asks one question.
/// </summary>
internal sealed class SearchBackfill(IDbContextFactory<BimerDbContext> dbFactory, SearchWriter writer)
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken ct)
    {
        CaseId? before = null;
        while (await WriteNextAsync(before, ct) is { } last) before = last;
    }

    /// <param name="before">Where to go on, excluded: what was filled in is not walked over again.</param>
    /// <returns>Where to go on next; none when all is in.</returns>
    private async Task<CaseId?> WriteNextAsync(CaseId? before, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var left = db.Cases.Where(c => !db.CaseWords.Any(w => w.CaseId == c.Id));
        if (before is { } mark) left = left.Where(c => c.Id < mark);
        var ids = await left.OrderByDescending(c => c.Id).Select(c => c.Id).Take(Batch).ToListAsync(ct);
        if (ids.Count == 0) return null;
        var cases = await db.Cases.Where(c => ids.Contains(c.Id))
            .Include(c => c.Petition).Include(c => c.Routings).Include(c => c.Replies).Include(c => c.Topics).AsSplitQuery().AsNoTracking().ToListAsync(ct);
        var files = (await db.Attachments.AsNoTracking().Where(a => ids.Contains(a.CaseId)).ToListAsync(ct)).ToLookup(a => a.CaseId);
        db.AddRange(cases.Select(c => writer.Of(c, c.Petition!.Text, files[c.Id])));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException fault) when (fault.IsDuplicateKey())
        {
            return before is { } again ? again : new CaseId(long.MaxValue);   // another node fills in too: read anew what is left of these
        }

        return ids[^1];
    }
}
