using Bimer.Domain.Cases;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>Keeps the search with the change: what is about to be saved says itself what of it will be found.</summary>
public sealed class SearchIndex(SearchWriter writer)
{
    /// <summary>Adds the row of each new case; what other cases gain is answered, to be written after the save and before the commit.</summary>
    internal async Task<IReadOnlyList<WordsChange>> FollowAsync(BimerDbContext db, CancellationToken ct)
    {
        var added = db.ChangeTracker.Entries<CaseFile>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList();
        foreach (var caseFile in added) db.Add(writer.Of(caseFile, caseFile.Petition!.Text, AddedFiles(db, caseFile)));
        var changes = new List<WordsChange>();
        foreach (var entry in db.ChangeTracker.Entries<CaseFile>().Where(e => e.State is EntityState.Modified or EntityState.Unchanged).ToList())
        {
            if (await ChangeOfAsync(db, entry, ct) is { } change) changes.Add(change);
        }

        return changes;
    }

    private async Task<WordsChange?> ChangeOfAsync(BimerDbContext db, EntityEntry<CaseFile> entry, CancellationToken ct)
    {
        var caseFile = entry.Entity;
        var routings = db.ChangeTracker.Entries<Routing>().Where(e => e.State == EntityState.Added && e.Entity.CaseId == caseFile.Id).Select(e => e.Entity).ToList();
        var replies = db.ChangeTracker.Entries<Reply>().Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.CaseId == caseFile.Id).Select(e => e.Entity).ToList();
        var scope = writer.ScopeOf(routings, replies);
        if (entry.Property(c => c.Concealment).IsModified) return new WordsChange(caseFile.Id, await AnewAsync(db, caseFile, ct), scope, Replaces: true);
        var words = caseFile.Concealment == IdentityConcealment.None ? GainOf(db, caseFile, replies) : "";
        return scope.Length + words.Length == 0 ? null : new WordsChange(caseFile.Id, words, scope, Replaces: false);
    }

    private static string GainOf(BimerDbContext db, CaseFile caseFile, IReadOnlyList<Reply> replies) =>
        SearchWriter.Join(
        [
            .. replies.Where(reply => reply.Status == ReplyStatus.Approved).Select(reply => SearchWriter.TextOf(reply.Html)),
            .. AddedFiles(db, caseFile).Select(file => file.Name),
        ]);

    /// <summary>Hidden or shown again: everything from the beginning, with the names the files have by now.</summary>
    private async Task<string> AnewAsync(BimerDbContext db, CaseFile caseFile, CancellationToken ct)
    {
        var text = await db.Petitions.Where(p => p.CaseId == caseFile.Id).Select(p => p.Text).SingleAsync(ct);
        var files = await db.Attachments.Where(a => a.CaseId == caseFile.Id).ToListAsync(ct);   // tracked: with what this change does to them
        await db.Entry(caseFile).Collection(c => c.Topics).LoadAsync(ct);
        await db.Entry(caseFile).Collection(c => c.Replies).LoadAsync(ct);
        return writer.WordsOf(caseFile, text, files);
    }

    private static IEnumerable<Attachment> AddedFiles(BimerDbContext db, CaseFile caseFile) =>
        db.ChangeTracker.Entries<Attachment>().Where(e => e.State == EntityState.Added && e.Entity.CaseId == caseFile.Id).Select(e => e.Entity);
}
