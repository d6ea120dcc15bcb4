using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>Lays the files a mail came with beside a copy of it, each a file of its own: of two cases neither loses what becomes of the other's.</summary>
public sealed class MailFileCopies(FileVault vault, DraftFileNames names)
{
    /// <returns>The rows, not added yet; <see cref="Refusal.NotStored"/> on a full disk, and then nothing is left.</returns>
    internal async Task<Outcome<IReadOnlyList<DraftFile>>> OfAsync(BimerDbContext db, ReceivedMail mail, ReceivedMail copy, CancellationToken ct)
    {
        List<DraftFile> copied = [];
        // What an officer laid beside it came later and is theirs.
        foreach (var file in await db.DraftFiles.AsNoTracking().Where(f => f.Intake == mail.Id && f.StoredAt <= mail.TakenAt).OrderBy(f => f.Id).ToListAsync(ct))
        {
            await using var content = await vault.OpenAsync(new StoredFileId(file.Id.Value), ct);
            var stored = await vault.StoreAsync(content, file.Length, ct);
            if (stored.Value is not { } bytes)
            {
                Drop(copied);
                return stored.Refusal!;
            }

            var id = new AttachmentId(bytes.Id.Value);
            copied.Add(new DraftFile
            {
                Id = id, Intake = copy.Id, SealedName = names.Seal(id, names.Of(file)), ContentType = file.ContentType, Length = file.Length, Sha256 = file.Sha256, StoredAt = copy.TakenAt,
            });
        }

        return Outcome<IReadOnlyList<DraftFile>>.FromT(copied);
    }

    internal void Drop(IEnumerable<DraftFile> files)
    {
        foreach (var file in files) vault.Delete(new StoredFileId(file.Id.Value));
    }
}
