using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail.Papers;

/// <param name="Routing">The part its holder lays it on.</param>
/// <param name="Name">As the holder's device calls the file.</param>
/// <param name="Content">Read once, not disposed.</param>
public sealed record AddPaper(RoutingId Routing, string Name, Stream Content);

/// <summary>
/// The holder lays a later scan or letter of the applicant among the papers of an open case (Belge Ekle): rights and room first, then the bytes, then rights and room
/// once more. Of a hidden applicant it has no name, and none may be one that could be opened for nobody.
/// </summary>
public sealed class AddPaperHandler(CaseWork work, DraftUploads uploads, NewCases cases, FileVault vault, TimeProvider clock)
{
    /// <summary>The most bytes one file may have.</summary>
    public long LargestFile => uploads.LargestFile;

    public Task<Outcome<AttachmentLine>> HandleAsync(AddPaper command, CancellationToken ct) =>
        uploads.TakeAsync(new IncomingFile(command.Name, command.Content), () => LookAsync(command, ct), (file, offered) => KeepAsync(command, file, offered, ct), ct);

    private Task<Outcome<bool>> LookAsync(AddPaper command, CancellationToken ct) => work.TryAsync(command.Routing.CaseId, async (caseFile, acting) =>
        caseFile.AddPaper(command.Routing, acting.Actor, acting.Now).Refusal is { } refusal ? refusal : await RoomAsync(caseFile, acting.Db, newBytes: 0, ct), ct);

    private async Task<Outcome<AttachmentLine>> KeepAsync(AddPaper command, TakenAttachment file, Action offered, CancellationToken ct)
    {
        AttachmentLine? line = null;   // of the last round: what a round before it laid down was not taken
        // The file is the identity of the command: what is stored once is laid on the case once.
        var outcome = await work.ChangeAsync(new CommandId(file.Served.Id.Value), command.Routing.CaseId, async (caseFile, acting) =>
        {
            line = await SameAsync(caseFile.Id, file, acting.Db, ct);
            if (line is not null) return Outcome.Accepted;
            if (await RoomAsync(caseFile, acting.Db, file.Served.Length, ct) is { Refusal: { } full }) return full;
            if (await WhyNotHiddenAsync(caseFile, file, ct) is { } telling) return telling;
            if (caseFile.AddPaper(command.Routing, acting.Actor, acting.Now).Refusal is { } refusal) return refusal;
            var last = await acting.Db.Attachments.Where(a => a.CaseId == caseFile.Id && a.Reply == null).MaxAsync(a => (int?)a.Ordinal, ct) ?? 0;
            var paper = cases.PapersOf(caseFile, [RowOf(file)], last).Single();
            acting.Db.Add(paper);
            line = new AttachmentLine(paper.Id, paper.Name, paper.Length);
            return Outcome.Accepted;
        }, ct);
        if (line?.Id.Value == file.Served.Id.Value) offered();
        else if (line is not null) vault.Delete(file.Served.Id);
        return outcome.Refusal is { } why ? why : line!;
    }

    // The answer to the first try was lost on its way: the same bytes sent once more are the same paper.
    private static Task<AttachmentLine?> SameAsync(CaseId caseId, TakenAttachment file, BimerDbContext db, CancellationToken ct)
    {
        var (length, sha256) = (file.Served.Length, file.Served.Sha256);
        return db.Attachments.Where(a => a.CaseId == caseId && a.Reply == null && a.Length == length && a.Sha256 == sha256).OrderBy(a => a.Ordinal)
            .Select(a => new AttachmentLine(a.Id, a.Name, a.Length)).FirstOrDefaultAsync(ct);
    }

    private DraftFile RowOf(TakenAttachment file) => new()
    {
        Id = new AttachmentId(file.Served.Id.Value), Name = file.DisplayName, ContentType = file.Type.MediaType(),
        Length = file.Served.Length, Sha256 = file.Served.Sha256, StoredAt = clock.GetUtcNow(),
    };

    private async Task<Refusal?> WhyNotHiddenAsync(CaseFile caseFile, TakenAttachment file, CancellationToken ct) =>
        caseFile.Concealment == IdentityConcealment.None || await HiddenCopies.MayOpenAsync(file.Type, await vault.OpenAsync(file.Served.Id, ct), ct) ? null : new Refusal.AttachmentTellsOfSender(file.Type);

    // As at a desk, of what came after the recording: a petition of ten files may be followed by a letter.
    private async Task<Outcome> RoomAsync(CaseFile caseFile, BimerDbContext db, long newBytes, CancellationToken ct)
    {
        var later = await db.Movements.CountAsync(m => m.CaseId == caseFile.Id && m.Kind == MovementKind.PaperAdded, ct);
        var lengths = await db.Attachments.Where(a => a.CaseId == caseFile.Id && a.Reply == null).OrderByDescending(a => a.Ordinal).Take(later).Select(a => a.Length).ToListAsync(ct);
        return uploads.RoomFor(lengths, newBytes).Refusal is { } full ? full : Outcome.Accepted;
    }
}
