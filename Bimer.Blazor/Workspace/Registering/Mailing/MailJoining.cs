using System.Globalization;
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
public sealed class MailJoining(MailSeal seal, NewCases cases, JoinedWords texts, MailSiblings siblings, FileVault vault)
{
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

        var all = await db.DraftFiles.Where(f => f.Intake == id).OrderBy(f => f.StoredAt).ThenBy(f => f.Id).ToListAsync(ct);
        var whole = await texts.WholeAmongAsync(mail, content, all, ct);
        // What was left out of a form stays out, but for the words: at a desk that was cleared nothing is left out.
        List<DraftFile> files = [.. all.Where(f => !string.Equals(f.ContentType, MailOriginal.MediaType, StringComparison.Ordinal)).Where(f => desk is null || f == whole || !string.Equals(f.Name, MailOriginal.LeftOut, StringComparison.Ordinal))];
        if (await WhyNotAsync(caseFile, mail, files, acting, ct) is { } telling) return telling;
        var words = await texts.OfAsync(content, whole is not null, caseFile.Concealment != IdentityConcealment.None, ct);
        if (words.Refusal is { } notStored) return notStored;
        await LayAsync(caseFile, [.. words.Value!, .. files], acting, ct);
        db.RemoveRange(all);
        if (desk is not null) db.Remove(desk);
        mail.Register(actor.UserId, acting.Now, caseFile.Id);
        db.Add(IntakeFacts.OfMail(actor.UserId, mail, "mail.joined", "case=" + caseFile.Id.Value.ToString(CultureInfo.InvariantCulture), acting.Now));
        return mail;
    }

    private async Task LayAsync(CaseFile caseFile, IReadOnlyList<DraftFile> papers, Acting acting, CancellationToken ct)
    {
        var last = await acting.Db.Attachments.Where(a => a.CaseId == caseFile.Id && a.Reply == null).MaxAsync(a => (int?)a.Ordinal, ct) ?? 0;
        acting.Db.AddRange(cases.PapersOf(caseFile, papers, last));
    }

    private static async Task<ReceivedMail?> FindAsync(BimerDbContext db, Guid id, Actor actor, CancellationToken ct)
    {
        List<UnitId> units = [.. actor.UnitsAs(OfficerRole.CaseOfficer)];
        return await db.ReceivedMails.SingleOrDefaultAsync(m => m.Id == id && units.Contains(m.Unit) && m.State == MailState.Waiting, ct);
    }

    private async Task<Refusal?> WhyNotAsync(CaseFile caseFile, ReceivedMail mail, IEnumerable<DraftFile> files, Acting acting, CancellationToken ct)
    {
        if (caseFile.Concealment == IdentityConcealment.None) return null;
        foreach (var file in files)
        {
            var type = AttachmentTypes.OfMediaType(file.ContentType);
            if (!await HiddenCopies.MayOpenAsync(type, await vault.OpenAsync(new StoredFileId(file.Id.Value), ct), ct)) return new Refusal.AttachmentTellsOfSender(type);
        }

        return await siblings.HideSenderAsync(acting.Db, mail, acting.Actor.UserId, acting.Now, ct);
    }
}
