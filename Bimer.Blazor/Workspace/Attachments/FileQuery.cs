using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Files.Scanning;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Attachments;

/// <summary>A file on its way to somebody who may see it; dispose the content.</summary>
public sealed record ServedFile(string Name, string ContentType, Stream Content);

/// <summary>Opens a file of a case, of a letter, or of one's own draft. The id is random and gives no right: the case decides.</summary>
public sealed class FileQuery(
    IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, ScannedFiles store, HiddenCopies copies)
{
    /// <summary>Refused: there is no such file or none this person may see, one that is not scanned yet or harmful, or none of a hidden applicant's that could be drawn.</summary>
    public async Task<Outcome<ServedFile>> OpenAsync(AttachmentId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.NotFound();
        if (await FindAsync(id, actor, ct) is not { } file) return new Refusal.NotFound();
        var opened = await store.OpenAsync(id, file.IsOwn, ct);
        if (opened.Value is not { } original) return opened.Refusal!;

        // To have every byte checked takes a while: who was hidden meanwhile, or from whom it was taken, is asked anew.
        if (await currentActor.GetAsync(ct) is not { } still || await FindAsync(id, still, ct) is not { } now)
        {
            await original.DisposeAsync();
            return new Refusal.NotFound();
        }

        return await HandOutAsync(now, original, ct);
    }

    private async Task<Outcome<ServedFile>> HandOutAsync(AttachmentKind file, Stream original, CancellationToken ct)
    {
        if (!file.IsHidden) return new ServedFile(file.Name, file.ContentType, original);

        var copied = await copies.OfAsync(AttachmentTypes.OfMediaType(file.ContentType), original, ct);
        if (copied.Value is not { } copy) return copied.Refusal!;
        return new ServedFile(Path.ChangeExtension(file.Name, copy.Type.Extension()), copy.Type.MediaType(), copy.Content);
    }

    /// <summary>
    /// What kind of file it is, and who asks, to whoever may look at its pages: whoever may fetch it, and at a desk of recording whoever laid it there. Pages are pictures of what a reader
    /// sees, of a hidden applicant's file as of any other.
    /// </summary>
    internal async Task<(AttachmentType Type, UserId Asker)?> LookAsync(AttachmentId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var type = (await FindAsync(db, id, actor, ct))?.ContentType;
        type ??= await db.DraftFiles.Papers().Where(f => f.Id == id && db.DeskIntakes.Any(i => i.Id == f.Intake && i.Person == actor.UserId)).Select(f => f.ContentType).SingleOrDefaultAsync(ct);
        return type is null ? null : (AttachmentTypes.OfMediaType(type), actor.UserId);
    }

    private async Task<AttachmentKind?> FindAsync(AttachmentId id, Actor actor, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await FindAsync(db, id, actor, ct);
    }

    private async Task<AttachmentKind?> FindAsync(BimerDbContext db, AttachmentId id, Actor actor, CancellationToken ct)
    {
        // Of a case unseen it is asked no more than of none: two questions, answered with nothing.
        var visible = db.CasesVisibleTo(actor);
        var attached = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && visible.Any(c => c.Id == a.CaseId), ct);
        if (attached is not null)
        {
            // An envelope hands nothing out: whoever may not read the text yet may not read its files.
            var caseFile = await db.ReadCaseAsync(attached.CaseId, actor, ct);
            var mayRead = caseFile is not null && CaseStanding.Of(caseFile, actor, units.LineageOf).Stand is not (CaseStand.Envelope or CaseStand.Sealed);
            var isHidden = attached.Reply is null && caseFile?.Concealment != IdentityConcealment.None;
            return mayRead ? new AttachmentKind(attached.Name, attached.ContentType, isHidden, IsOwn: false) : null;
        }

        // A draft's files are its writer's alone until the letter is sent.
        var held = db.RoutingsHeldBy(actor);
        return await db.DraftFiles.AsNoTracking().Where(f => f.Id == id && held.Any(r => r.Id == f.Reply))
            .Select(f => new AttachmentKind(f.Name, f.ContentType, false, true)).SingleOrDefaultAsync(ct);
    }

    /// <param name="IsHidden">Sent by an applicant who is hidden.</param>
    /// <param name="IsOwn">Of a letter its writer is still writing.</param>
    private sealed record AttachmentKind(string Name, string ContentType, bool IsHidden, bool IsOwn);
}
