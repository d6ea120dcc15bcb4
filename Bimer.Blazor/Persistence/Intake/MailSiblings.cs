using System.Globalization;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>
/// The mails that are copies of one another because several petitions stand in them. Once one of them is the case of a hidden applicant, the others
/// must not tell who sent it.
/// </summary>
public sealed class MailSiblings(MailSeal seal, LookupHash lookups, DraftFileNames names)
{
    /// <summary>The most cases of one mail, the first included.</summary>
    public const int Most = 10;

    /// <summary>Number of a copy, keyed, under the unique index of the mails.</summary>
    internal byte[] FingerprintOf(UnitId unit, Guid first, int part) => lookups.Of(
        LookupPurpose.Mail, string.Create(CultureInfo.InvariantCulture, $"mail-part-{unit.Value}"), string.Create(CultureInfo.InvariantCulture, $"{first:N}-{part}"));

    /// <summary>
    /// Takes sender, address and the names of files from those that wait, and empties those set aside. Each is changed, so that a copy made of it in
    /// the same instant is not missed.
    /// </summary>
    /// <returns><see cref="Refusal.MailCopyTellsOfSender"/> where one waits that could not be read: of it there is nothing but the mail as it came.</returns>
    internal async Task<Refusal?> HideSenderAsync(BimerDbContext db, ReceivedMail mail, UserId by, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var sibling in await OfAsync(db, mail, ct))
        {
            var files = await db.DraftFiles.Where(f => f.Intake == sibling.Id).OrderBy(f => f.Id).ToListAsync(ct);
            if (sibling.State == MailState.SetAside)
            {
                sibling.Register(by, now);
                db.RemoveRange(files);   // their bytes go with the files nobody claims
            }
            else if (files.Any(file => string.Equals(file.ContentType, MailOriginal.MediaType, StringComparison.Ordinal))) return new Refusal.MailCopyTellsOfSender();
            else HideSender(sibling, seal.Open(sibling)!, files);
            db.Add(IntakeFacts.OfMail(by, sibling, "mail.sender-hidden", $"state={sibling.State}", now));
        }

        return null;
    }

    private void HideSender(ReceivedMail sibling, MailContent content, List<DraftFile> files)
    {
        sibling.HideSender(seal.Seal(sibling.Id, content with { FromName = "", FromAddress = "", Refused = [.. content.Refused.Select((file, index) => file with { Name = $"Ek-{index + 1}" })] }));
        for (var i = 0; i < files.Count; i++) files[i].SealedName = names.Seal(files[i].Id, AttachmentName.Neutral(i + 1, AttachmentTypes.OfMediaType(files[i].ContentType)));
    }

    private async Task<List<ReceivedMail>> OfAsync(BimerDbContext db, ReceivedMail mail, CancellationToken ct)
    {
        var first = seal.Open(mail)?.CopyOf ?? mail.Id;
        List<ReceivedMail> found = await db.ReceivedMails.Where(m => m.Id == first).ToListAsync(ct);
        for (var part = 2; part <= Most; part++)
        {
            var fingerprint = FingerprintOf(mail.Unit, first, part);
            if (await db.ReceivedMails.SingleOrDefaultAsync(m => m.Fingerprint == fingerprint, ct) is { } copy) found.Add(copy);
        }

        return [.. found.Where(sibling => sibling.Id != mail.Id && sibling.State != MailState.Registered)];
    }
}
