using System.Security.Cryptography;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Approving;

/// <summary>Letters of the person's box that are nearly the same.</summary>
/// <param name="First">The most urgent; the others are compared with it.</param>
public sealed record BundleLine(CaseId First, string Summary, int Letters, UnitId Unit, string CatalogueService)
{
    public string Number => new CaseNumber(First).ToString();
}

/// <summary>A bundle, opened.</summary>
/// <param name="Letters">Each as its own desk shows it, the first first.</param>
/// <param name="Sample">Drawn by lot among the others: they must be opened before anything is signed.</param>
public sealed record BundleDesk(IReadOnlyList<ApprovalDesk> Letters, IReadOnlySet<RoutingId> Sample)
{
    public ApprovalDesk First => Letters[0];
}

/// <summary>
/// Finds the letters one reading may sign (decision 0099): of one law, one unit, one service, with the same decisions about the same items, without files, answers all of them. A letter with a
/// file, or one that does not examine a petition, is read by itself.
/// </summary>
public sealed class BundleQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, ApprovalDeskWriter writer)
{
    /// <summary>How many letters of a box are compared, the most urgent first.</summary>
    public const int Compared = 500;

    public async Task<IReadOnlyList<BundleLine>> ReadAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return [];
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return [.. (await BundlesAsync(db, actor, ct)).Select(b => new BundleLine(b[0].Reply.CaseId, b[0].Summary, b.Count, b[0].Reply.AuthorUnit, b[0].Reply.CatalogueService))];
    }

    /// <summary>The bundle this case's letter is in; it need not be the first any more.</summary>
    /// <returns>None where the letter was decided, or stands alone now.</returns>
    public async Task<BundleDesk?> OpenAsync(CaseId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if ((await BundlesAsync(db, actor, ct)).FirstOrDefault(b => b.Any(l => l.Reply.CaseId == id)) is not { } bundle) return null;
        var desks = new List<ApprovalDesk>();
        foreach (var letter in bundle)
            if (await db.PreviewAsync(letter.Reply.CaseId, actor, ct) is { } preview) desks.Add(await writer.WriteAsync(db, preview, letter.Reply, actor, ct));
        // What stands around the text is signed too: whether others follow is no difference anybody would see beside it.
        desks.RemoveAll(desk => desk.Letter.OthersFollow != desks[0].Letter.OthersFollow);
        return desks.Count < LetterBundles.Fewest ? null : new BundleDesk(desks, Drawn(desks));
    }

    /// <summary>By lot, and by nobody's choice: whoever knew which would read those alone.</summary>
    private static HashSet<RoutingId> Drawn(List<ApprovalDesk> desks)
    {
        var others = desks.Skip(1).Select(d => d.Routing).ToArray();
        RandomNumberGenerator.Shuffle(others.AsSpan());
        return [.. others.Take(LetterBundles.SampleOf(desks.Count))];
    }

    private static async Task<IReadOnlyList<IReadOnlyList<Waiting>>> BundlesAsync(BimerDbContext db, Actor actor, CancellationToken ct)
    {
        var box = await db.RepliesAwaiting(actor).AsNoTracking().Where(r => r.InadmissibilityReason == null && !r.IsProgress && r.NoticeCode == null && !db.Attachments.Any(a => a.Reply == r.Id))
            .OrderBy(r => r.Rank).ThenBy(r => r.Id).Take(Compared).Join(db.Cases, r => r.CaseId, c => c.Id, (r, c) => new { Reply = r, c.Basis, c.Summary }).ToListAsync(ct);
        return
        [
            .. box.GroupBy(l => (l.Basis, l.Reply.AuthorUnit, l.Reply.ApproverUnit, l.Reply.CatalogueService, l.Reply.ItemList)).SelectMany(beside =>
            {
                var letters = beside.Select(l => new Waiting(l.Reply, l.Summary)).OrderBy(l => l.Reply.Rank).ThenBy(l => l.Reply.Id).ToList();
                return LetterBundles.Of([.. letters.Select(l => SafeHtml.PlainTextOf(l.Reply.Html))]).Select(bundle => (IReadOnlyList<Waiting>)[.. bundle.Select(at => letters[at])]);
            }).OrderByDescending(bundle => bundle.Count).ThenBy(bundle => bundle[0].Reply.Rank),
        ];
    }

    private sealed record Waiting(Reply Reply, string Summary);
}
