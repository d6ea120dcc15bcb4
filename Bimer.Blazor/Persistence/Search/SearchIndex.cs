using Bimer.Domain.Cases;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>Keeps the search with the change: what is about to be saved says itself what of it will be found.</summary>
public sealed class SearchIndex(SearchWriter writer)
{
    /// <summary>Adds what the search has to learn of this change; what it has to forget is answered, to be done after the save and before the commit.</summary>
    internal async Task<IReadOnlyList<WordsAnew>> FollowAsync(BimerDbContext db, CancellationToken ct)
    {
        var anew = new List<WordsAnew>();
        foreach (var entry in db.ChangeTracker.Entries<CaseFile>().ToList())
        {
            if (entry.State == EntityState.Added) db.Add(FiledOf(db, entry.Entity));
            else if (entry.Property(c => c.Concealment).IsModified || HasOtherTopics(db, entry.Entity)) anew.Add(await AnewAsync(db, entry.Entity, ct));
            else if (GainOf(db, entry.Entity) is { } gain) db.Add(gain);
        }

        return anew;
    }

    private DueWords FiledOf(BimerDbContext db, CaseFile caseFile)
    {
        var all = writer.Of(caseFile, caseFile.Petition!.Text, AddedFiles(db, caseFile));
        return new DueWords { CaseId = caseFile.Id, Words = all.Words, Scope = all.Scope };
    }

    private DueWords? GainOf(BimerDbContext db, CaseFile caseFile)
    {
        var replies = ChangedReplies(db, caseFile);
        var scope = ScopeOf(db, caseFile, replies);
        var words = caseFile.Concealment == IdentityConcealment.None ? WordsOf(db, caseFile, replies) : "";
        return scope.Length + words.Length == 0 ? null : new DueWords { CaseId = caseFile.Id, Words = words, Scope = scope, OnlyWhileOpen = true };
    }

    private static string WordsOf(BimerDbContext db, CaseFile caseFile, IReadOnlyList<Reply> replies) =>
        SearchWriter.Join(
        [
            .. replies.Where(reply => reply.Status == ReplyStatus.Approved).Select(reply => SearchWriter.TextOf(reply.Html)),
            .. AddedFiles(db, caseFile).Select(file => file.Name),
        ]);

    /// <summary>Hidden, shown again or with other topics: everything from the beginning, with the names the files have by now.</summary>
    private async Task<WordsAnew> AnewAsync(BimerDbContext db, CaseFile caseFile, CancellationToken ct)
    {
        var text = await db.Petitions.Where(p => p.CaseId == caseFile.Id).Select(p => p.Text).SingleAsync(ct);
        var files = await db.Attachments.Where(a => a.CaseId == caseFile.Id).ToListAsync(ct);   // tracked: with what this change does to them
        await db.Entry(caseFile).Collection(c => c.Topics).LoadAsync(ct);
        await db.Entry(caseFile).Collection(c => c.Replies).LoadAsync(ct);
        return new WordsAnew(
            caseFile.Id, writer.WordsOf(caseFile, text, files), ScopeOf(db, caseFile, ChangedReplies(db, caseFile)), caseFile.Concealment == IdentityConcealment.None);
    }

    private string ScopeOf(BimerDbContext db, CaseFile caseFile, IEnumerable<Reply> replies) => writer.ScopeOf(
        db.ChangeTracker.Entries<Routing>().Where(e => e.State == EntityState.Added && e.Entity.CaseId == caseFile.Id).Select(e => e.Entity), replies);

    private static List<Reply> ChangedReplies(BimerDbContext db, CaseFile caseFile) =>
        [.. db.ChangeTracker.Entries<Reply>().Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.CaseId == caseFile.Id).Select(e => e.Entity)];

    private static bool HasOtherTopics(BimerDbContext db, CaseFile caseFile) =>
        db.ChangeTracker.Entries<CaseTopic>().Any(e => e.State is EntityState.Added or EntityState.Deleted or EntityState.Modified && e.Entity.CaseId == caseFile.Id);

    private static IEnumerable<Attachment> AddedFiles(BimerDbContext db, CaseFile caseFile) =>
        db.ChangeTracker.Entries<Attachment>().Where(e => e.State == EntityState.Added && e.Entity.CaseId == caseFile.Id).Select(e => e.Entity);
}
