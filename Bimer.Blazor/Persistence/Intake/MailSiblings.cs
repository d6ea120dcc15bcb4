using System.Globalization;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>
/// The mails that are copies of one another because several petitions stand in them. Once one of them is the case of a hidden applicant, at its
/// recording or later, the others must not tell who sent it.
/// </summary>
public sealed class MailSiblings(MailSeal seal, LookupHash lookups, DraftFileNames names, OpenForms forms)
{
    /// <summary>The most cases of one mail, the first included.</summary>
    public const int Most = 10;

    /// <summary>Number of a copy, keyed, under the unique index of the mails.</summary>
    internal byte[] FingerprintOf(UnitId unit, Guid first, int part) => lookups.Of(
        LookupPurpose.Mail, string.Create(CultureInfo.InvariantCulture, $"mail-part-{unit.Value}"), string.Create(CultureInfo.InvariantCulture, $"{first:N}-{part}"));

    /// <summary>
    /// The case of this mail hides its applicant from its first day on: takes sender, address and the names of files from the copies that wait, also
    /// from one that lies open on a desk, and empties those set aside. Each is changed, so that a copy made of it in the same instant is not missed.
    /// </summary>
    /// <returns><see cref="Refusal.MailCopyTellsOfSender"/> where one waits that could not be read: of it there is nothing but the mail as it came.</returns>
    internal async Task<Refusal?> HideSenderAsync(BimerDbContext db, ReceivedMail mail, UserId by, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var sibling in (await OfAsync(db, [mail.CopyOf ?? mail.Id], ct)).Where(sibling => sibling.Id != mail.Id))
        {
            var files = await FilesOfAsync(db, sibling, ct);
            if (sibling.State == MailState.SetAside)
            {
                sibling.Register(by, now, into: null);
                db.RemoveRange(files);   // their bytes go with the files nobody claims
            }
            else if (IsNothingElse(sibling, files)) return new Refusal.MailCopyTellsOfSender();
            else
            {
                db.RemoveRange(files.Where(IsOriginal));   // it names the sender; the words can be read without it
                sibling.HideSender(seal.Seal(sibling.Id, seal.Open(sibling)!.WithoutSender()), now);
                await ForgetAsync(db, sibling, files, ct);
            }

            db.Add(IntakeFacts.OfMail(by, sibling, "mail.sender-hidden", $"state={sibling.State}", now));
        }

        return null;
    }

    /// <summary>
    /// The applicant of a recorded case was hidden later: the copies of its mails tell nobody of their sender from this commit on. What they know goes for
    /// good once the hiding cannot be taken back any more (<see cref="WithheldMails"/>).
    /// </summary>
    /// <returns>The units at whose desks they lie; or refused as above.</returns>
    internal async Task<Outcome<IReadOnlyList<UnitId>>> WithholdAsync(BimerDbContext db, CaseId id, UserId by, DateTimeOffset now, CancellationToken ct)
    {
        List<UnitId> units = [];
        foreach (var copy in (await OfCaseAsync(db, id, ct)).Where(copy => copy.Sender == MailSender.Told))
        {
            var files = await FilesOfAsync(db, copy, ct);
            if (copy.State == MailState.Waiting && IsNothingElse(copy, files)) return new Refusal.MailCopyTellsOfSender();
            copy.Withhold(now);
            await ForgetAsync(db, copy, files, ct);
            db.Add(IntakeFacts.OfMail(by, copy, "mail.sender-hidden", $"state={copy.State}", now));
            units.Add(copy.Unit);
        }

        return Outcome<IReadOnlyList<UnitId>>.FromT([.. units.Distinct()]);
    }

    /// <summary>The hiding was taken back at once: what is still there is told again, unless another case out of the same mails hides its applicant.</summary>
    /// <returns>The units at whose desks they lie.</returns>
    internal static async Task<IReadOnlyList<UnitId>> TellAgainAsync(BimerDbContext db, CaseId id, UserId by, DateTimeOffset now, CancellationToken ct)
    {
        List<UnitId> units = [];
        foreach (var copy in (await OfCaseAsync(db, id, ct)).Where(copy => copy.Sender == MailSender.Withheld))
        {
            var first = copy.CopyOf ?? copy.Id;
            var cases = db.ReceivedMails.Where(m => (m.Id == first || m.CopyOf == first) && m.CaseId != null && m.CaseId != id).Select(m => m.CaseId);
            if (await db.Cases.AnyAsync(c => cases.Contains(c.Id) && c.Concealment != IdentityConcealment.None, ct)) continue;
            copy.TellAgain();
            db.Add(IntakeFacts.OfMail(by, copy, "mail.sender-told", $"state={copy.State}", now));
            units.Add(copy.Unit);
        }

        return [.. units.Distinct()];
    }

    /// <summary>It tells no sender in what an officer has open of it, nor by what its files are called.</summary>
    private async Task ForgetAsync(BimerDbContext db, ReceivedMail copy, List<DraftFile> files, CancellationToken ct)
    {
        files = files.FindAll(file => !IsOriginal(file));   // that has no name of its own
        for (var i = 0; i < files.Count; i++) files[i].SealedName = names.Seal(files[i].Id, AttachmentName.Neutral(i + 1, AttachmentTypes.OfMediaType(files[i].ContentType)));
        if (await db.DeskIntakes.SingleOrDefaultAsync(i => i.Id == copy.Id, ct) is { } desk) forms.ForgetApplicant(desk);
    }

    internal static Task<List<DraftFile>> FilesOfAsync(BimerDbContext db, ReceivedMail mail, CancellationToken ct) =>
        db.DraftFiles.Where(f => f.Intake == mail.Id).OrderBy(f => f.Id).ToListAsync(ct);

    /// <summary>Of a mail that could not be read there is nothing but the mail as it came.</summary>
    private bool IsNothingElse(ReceivedMail mail, List<DraftFile> files) => files.Exists(IsOriginal) && seal.Open(mail)?.Trouble is not null;

    private static bool IsOriginal(DraftFile file) => string.Equals(file.ContentType, MailOriginal.MediaType, StringComparison.Ordinal);

    /// <summary>The mails that became or joined this case, and every copy of them that is no case.</summary>
    private static async Task<List<ReceivedMail>> OfCaseAsync(BimerDbContext db, CaseId id, CancellationToken ct) =>
        await OfAsync(db, await db.ReceivedMails.Where(m => m.CaseId == id).Select(m => m.CopyOf ?? m.Id).Distinct().ToListAsync(ct), ct);

    private static Task<List<ReceivedMail>> OfAsync(BimerDbContext db, List<Guid> firsts, CancellationToken ct) => db.ReceivedMails
        .Where(m => m.State != MailState.Registered && (firsts.Contains(m.Id) || (m.CopyOf != null && firsts.Contains(m.CopyOf.Value))))
        .OrderBy(m => m.Id).ToListAsync(ct);
}
