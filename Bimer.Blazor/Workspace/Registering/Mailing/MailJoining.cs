using System.Globalization;
using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Mailing;

/// <summary>
/// Makes papers of a case out of a mail: its words as a text file, and its files. Who sent it stands nowhere but in what they wrote themselves; of
/// a hidden applicant the files have no names, and none may be one that could be opened for nobody.
/// </summary>
public sealed class MailJoining(MailSeal seal, NewCases cases, DraftFileNames names, FileVault vault)
{
    private const string Name = "e-posta-metni.txt";

    /// <summary>Changes rows in the transaction of the case; the mail that joined, or why not.</summary>
    internal async Task<Outcome<ReceivedMail>> JoinAsync(CaseFile caseFile, Guid id, Acting acting, CancellationToken ct)
    {
        var (db, actor) = (acting.Db, acting.Actor);
        var held = HeldParts.ToActOn([.. caseFile.Routings], actor);
        if (held.Value is not { } part) return held.Refusal!;
        if (await FindAsync(db, id, actor, ct) is not { } mail || seal.Open(mail) is not { } content) return new Refusal.NotFound();
        var desk = await db.DeskIntakes.SingleOrDefaultAsync(i => i.Id == id, ct);
        if (desk is not null && desk.Person != actor.UserId) return new Refusal.MailWithColleague(desk.Person, desk.SavedAt);
        if (content.Trouble is { } unread) return unread;
        if (caseFile.JoinMail(part.Id, actor, acting.Now).Refusal is { } refusal) return refusal;

        var files = await DeskQuery.InOrder(db, id).ToListAsync(ct);
        if (await WhyNotAsync(caseFile, files, ct) is { } telling) return telling;
        var words = await WordsAsync(content, ct);
        if (words.Refusal is { } notStored) return notStored;
        var last = await db.Attachments.Where(a => a.CaseId == caseFile.Id && a.Reply == null).MaxAsync(a => (int?)a.Ordinal, ct) ?? 0;
        db.AddRange(cases.PapersOf(caseFile, [.. words.Value!, .. files], last));
        db.RemoveRange(files);
        if (desk is not null) db.Remove(desk);
        mail.Register(actor.UserId, acting.Now);
        db.Add(IntakeFacts.OfMail(actor.UserId, mail, "mail.joined", "case=" + caseFile.Id.Value.ToString(CultureInfo.InvariantCulture), acting.Now));
        return mail;
    }

    private static async Task<ReceivedMail?> FindAsync(BimerDbContext db, Guid id, Actor actor, CancellationToken ct)
    {
        List<UnitId> units = [.. actor.UnitsAs(OfficerRole.CaseOfficer)];
        return await db.ReceivedMails.SingleOrDefaultAsync(m => m.Id == id && units.Contains(m.Unit) && m.State == MailState.Waiting, ct);
    }

    private async Task<Refusal?> WhyNotAsync(CaseFile caseFile, IEnumerable<DraftFile> files, CancellationToken ct)
    {
        if (caseFile.Concealment == IdentityConcealment.None) return null;
        foreach (var file in files)
        {
            var type = AttachmentTypes.OfMediaType(file.ContentType);
            if (!await HiddenCopies.MayOpenAsync(type, await vault.OpenAsync(new StoredFileId(file.Id.Value), ct), ct)) return new Refusal.AttachmentTellsOfSender(type);
        }

        return null;
    }

    /// <returns>No file where there are no words, or where all of them lie among the files already.</returns>
    private async Task<Outcome<IReadOnlyList<DraftFile>>> WordsAsync(MailContent content, CancellationToken ct)
    {
        if (content.Text.Length is 0 or > PetitionText.MaxCharacters) return Outcome<IReadOnlyList<DraftFile>>.FromT([]);
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\n\n", new[] { content.Subject, content.Text }.Where(part => part.Length > 0))), writable: false);
        var stored = await vault.StoreAsync(bytes, bytes.Length, ct);
        if (stored.Value is not { } file) return stored.Refusal!;
        var id = new AttachmentId(file.Id.Value);
        return Outcome<IReadOnlyList<DraftFile>>.FromT([new DraftFile { Id = id, SealedName = names.Seal(id, Name), ContentType = AttachmentType.Text.MediaType(), Length = file.Length, Sha256 = file.Sha256 }]);
    }
}
