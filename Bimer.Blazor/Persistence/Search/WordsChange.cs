using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>What the search learns of a case that it knows already.</summary>
/// <param name="Words">What is added to its words; in their place when it <paramref name="Replaces"/> them.</param>
internal sealed record WordsChange(CaseId CaseId, string Words, string Scope, bool Replaces)
{
    /// <summary>Within the transaction of the change. Added in the database, not here: of two changes of one case at once neither is lost.</summary>
    public async Task ApplyAsync(BimerDbContext db)
    {
        var row = db.CaseWords.Where(w => w.CaseId == CaseId);
        if (Replaces) await ReplaceAsync(db, row);
        else if (Words.Length > 0 && await IsOpenAsync(db)) await row.ExecuteUpdateAsync(set => set.SetProperty(w => w.Words, w => w.Words + (" " + Words)).SetProperty(w => w.Scope, w => w.Scope + (" " + Scope)), CancellationToken.None);
        else if (Scope.Length > 0) await row.ExecuteUpdateAsync(set => set.SetProperty(w => w.Scope, w => w.Scope + (" " + Scope)), CancellationToken.None);
    }

    /// <summary>
    /// Whether the applicant is open at this moment. Somebody may have hidden them since this change was begun, in a part it does not touch;
    /// who is doing so now is waited for (SQLite has one writer anyway).
    /// </summary>
    private async Task<bool> IsOpenAsync(BimerDbContext db)
    {
        var concealment = db.Database.IsSqlite()
            ? await db.Cases.Where(c => c.Id == CaseId).Select(c => c.Concealment).SingleAsync()
            : (IdentityConcealment)await db.Database.SqlQuery<int>($"SELECT concealment AS \"Value\" FROM cases WHERE id = {CaseId.Value} FOR SHARE").SingleAsync();
        return concealment == IdentityConcealment.None;
    }

    /// <summary>FTS5 would keep what it forgets until pages are merged; what is hidden now must be gone now.</summary>
    private async Task ReplaceAsync(BimerDbContext db, IQueryable<CaseWords> row)
    {
        var isSqlite = db.Database.IsSqlite();
        if (isSqlite) await db.Database.ExecuteSqlAsync($"INSERT INTO case_search(case_search, rank) VALUES('secure-delete', 1)");
        await row.ExecuteUpdateAsync(set => set.SetProperty(w => w.Words, Words).SetProperty(w => w.Scope, w => w.Scope + (" " + Scope)), CancellationToken.None);
        if (isSqlite) await db.Database.ExecuteSqlAsync($"INSERT INTO case_search(case_search, rank) VALUES('secure-delete', 0)");
    }
}
