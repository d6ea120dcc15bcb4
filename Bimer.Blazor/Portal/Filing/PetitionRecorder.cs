using System.Globalization;
using Bimer.Blazor.Persistence;
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

    /// <param name="shown">The fingerprint of what the person confirmed. Another tab may have changed the draft since: that is not filed.</param>
    /// <returns>The number, or <see cref="Refusal.DraftChanged"/>, or <see cref="Refusal.NotFound"/> without a visit, or <see cref="Refusal.Busy"/>.</returns>
    public async Task<Outcome<CaseNumber>> RecordAsync(string token, string shown, DateTimeOffset now, CancellationToken ct)
    {
        CaseId? taken = null;
        for (var round = 0; round < MostRounds; round++)
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            if (await visits.LoadAsync(db, token, ct) is not { MayFile: true } visit) return new Refusal.NotFound();
            if (visit.FiledCase is { } before) return new CaseNumber(before);

            if (!string.Equals(shown, visit.Draft.Fingerprint(), StringComparison.Ordinal)) return new Refusal.DraftChanged(SavedAt: null);
            var id = taken ??= await numbers.NextAsync(now, ct);
            if (await PutAsync(db, visit, id, now, ct) is { } refusal) return refusal;
            var stamp = new CommandStamp(visit.Row.Filing, "v" + visit.Id.ToString("N"), null, id.Value.ToString(CultureInfo.InvariantCulture));
            var result = await committer.CommitAsync(db, stamp, ct);
            if (result == CommitResult.Committed) return new CaseNumber(id);
            if (result == CommitResult.Busy) return new Refusal.Busy();
        }

        return new Refusal.Busy();
    }

    private async Task<Refusal?> PutAsync(BimerDbContext db, Visit visit, CaseId id, DateTimeOffset now, CancellationToken ct)
    {
        var files = await DraftFileBook.InOrder(db, visit.Id).ToListAsync(ct);
        var built = builder.Build(visit, id, files, now);
        if (built.Value is not { } petition) return built.Refusal;

        db.Add(petition.CaseFile);
        db.Add(petition.Identity);
        db.AddRange(petition.Lookups);
        db.AddRange(petition.Attachments);
        db.RemoveRange(files);
        // The draft has become a case; nothing of it stays behind.
        (visit.Row.FiledCase, visit.Row.SealedDraft) = (id, null);
        visit.Row.Version++;
        return null;
    }
}
