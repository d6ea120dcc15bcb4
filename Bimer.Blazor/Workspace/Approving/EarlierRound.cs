using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Approving;

/// <summary>One letter before the present one, and what was said of it (önceki sürüm, S50); names instead of ids.</summary>
/// <param name="EndedBy">Who sent it back, or moved the part; none when it is not known.</param>
/// <param name="WasSentBack">An approver ended it: with a note, with marks, or both.</param>
public sealed record EarlierRound(
    int Version, string Html, string Author, DateTimeOffset SubmittedAt, string? Note, IReadOnlyList<LetterMark> Marks, string? EndedBy, DateTimeOffset? EndedAt, bool WasSentBack);

/// <summary>Reads them. Asks no rights: the caller has found the letter through what the person may see.</summary>
public sealed class EarlierRounds(OfficerDirectory officers)
{
    /// <returns>The latest first.</returns>
    public async Task<IReadOnlyList<EarlierRound>> OfAsync(BimerDbContext db, RoutingId reply, CancellationToken ct)
    {
        var letters = await db.EarlierLetters.AsNoTracking().Where(e => e.Reply == reply).OrderByDescending(e => e.Version).ToListAsync(ct);
        await officers.LoadAsync(letters.Select(e => e.Author).Concat(letters.Select(e => e.EndedBy).OfType<UserId>()), ct);
        return [.. letters.Select(RoundOf)];
    }

    private EarlierRound RoundOf(EarlierLetter letter) => new(
        letter.Version, letter.Html, officers.NameOf(letter.Author), letter.SubmittedAt, letter.Note, letter.Marks,
        letter.EndedBy is { } by ? officers.NameOf(by) : null, letter.EndedAt, letter.Note is not null || letter.Marks.Count > 0);
}
