using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>
/// Records a visit's petition once. Two posts at the same instant, a reload, a resend after a crash: all of them get the one number,
/// because case, visit and remembered command are one transaction.
/// </summary>
public sealed class PetitionRecorder(IDbContextFactory<BimerDbContext> dbFactory, Committer committer, CaseNumbers numbers, VisitBook visits, FilingBuilder builder)
{
    private const int MostRounds = 5;

    /// <summary>Whether a page with this fingerprint shows what would be recorded now.</summary>
    public async Task<bool> IsStillAsync(Visit visit, string? shown, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return IsShown(shown, visit, await DraftFileBook.InOrder(db, visit.Id).ToListAsync(ct));
    }

    /// <param name="shown">The fingerprint of what the person confirmed. Another tab may have changed the draft since: that is not filed.</param>
    /// <returns>The number, or <see cref="Refusal.DraftChanged"/>, or <see cref="Refusal.NotFound"/> without a visit, or <see cref="Refusal.Busy"/>, or <see cref="Refusal.NotStored"/>.</returns>
    public async Task<Outcome<CaseNumber>> RecordAsync(string token, string shown, DateTimeOffset now, CancellationToken ct)
    {
        CaseId? taken = null;
        for (var round = 0; round < MostRounds; round++)
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            if (await visits.LoadAsync(db, token, ct) is not { MayFile: true } visit) return new Refusal.NotFound();
            if (visit.FiledCase is { } before) return new CaseNumber(before);

            // In every round: whoever was first may have changed what is to be filed.
            var files = await DraftFileBook.InOrder(db, visit.Id).ToListAsync(ct);
            if (!IsShown(shown, visit, files)) return new Refusal.DraftChanged(SavedAt: null);
            var id = taken ??= await numbers.NextAsync(now, ct);
            if (Put(db, visit, id, files, now) is { } refusal) return refusal;
            var stamp = new CommandStamp(visit.Row.Filing, "v" + visit.Id.ToString("N"), null, id.Value.ToString(CultureInfo.InvariantCulture));
            var result = await committer.CommitAsync(db, stamp, ct);
            if (result == CommitResult.Committed) return new CaseNumber(id);
            if (result.WhyNot() is { } whyNot) return whyNot;
        }

        return new Refusal.Busy();
    }

    private static bool IsShown(string? shown, Visit visit, IEnumerable<DraftFile> files) =>
        string.Equals(shown, visit.Draft.Fingerprint(files.Select(f => f.Id.Value)), StringComparison.Ordinal);

    private Refusal? Put(BimerDbContext db, Visit visit, CaseId id, IReadOnlyList<DraftFile> files, DateTimeOffset now)
    {
        var built = builder.Build(visit, id, files, now);
        if (built.Value is not { } petition) return built.Refusal;

        petition.AddTo(db, files);
        // The draft has become a case; nothing of it stays behind.
        (visit.Row.FiledCase, visit.Row.SealedDraft) = (id, null);
        visit.Row.Version++;
        return null;
    }
}
