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
        while (await WriteNextAsync(ct) == Batch) ct.ThrowIfCancellationRequested();
    }

    private async Task<int> WriteNextAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var cases = await db.Cases.Where(c => !db.CaseWords.Any(w => w.CaseId == c.Id)).OrderByDescending(c => c.Id).Take(Batch)
            .Include(c => c.Petition).Include(c => c.Routings).Include(c => c.Replies).Include(c => c.Topics).AsSplitQuery().AsNoTracking().ToListAsync(ct);
        if (cases.Count == 0) return 0;
        List<CaseId> ids = [.. cases.Select(c => c.Id)];
        var files = (await db.Attachments.AsNoTracking().Where(a => ids.Contains(a.CaseId)).ToListAsync(ct)).ToLookup(a => a.CaseId);
        db.AddRange(cases.Select(c => writer.Of(c, c.Petition!.Text, files[c.Id])));
        await db.SaveChangesAsync(ct);
        return cases.Count;
    }
}
