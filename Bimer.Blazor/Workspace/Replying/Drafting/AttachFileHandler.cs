using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Replying.Drafting;

/// <param name="Name">As the writer's device calls the file.</param>
/// <param name="Content">Read once, not disposed.</param>
public sealed record AttachFile(RoutingId Routing, string Name, Stream Content);

/// <summary>Takes a file into the draft of a letter: rights and room first, then the bytes, then rights and room once more.</summary>
public sealed class AttachFileHandler(DraftWork work, DraftUploads uploads, TimeProvider clock)
{
    /// <summary>The most bytes one file may have.</summary>
    public long LargestFile => uploads.LargestFile;

    public Task<Outcome<AttachmentLine>> HandleAsync(AttachFile command, CancellationToken ct) => uploads.TakeAsync(
        new IncomingFile(command.Name, command.Content),
        () => work.LookAsync(command.Routing, acting => RoomAsync(acting, newBytes: 0, ct), ct),
        (file, offered) => work.ChangeInTurnAsync(command.Routing, async acting =>
        {
            var line = await KeepAsync(command.Routing, file, acting, ct);
            if (line.IsAccepted) offered();
            return line;
        }, ct), ct);

    private async Task<Outcome<AttachmentLine>> KeepAsync(RoutingId routing, TakenAttachment file, DraftActing acting, CancellationToken ct)
    {
        var room = await RoomAsync(acting, file.Served.Length, ct);
        if (room.Refusal is { } refusal) return refusal;
        var draft = new DraftFile
        {
            Id = new AttachmentId(file.Served.Id.Value), Reply = routing, Name = file.DisplayName, ContentType = file.Type.MediaType(),
            Length = file.Served.Length, Sha256 = file.Served.Sha256, StoredAt = clock.GetUtcNow(),
        };
        acting.Db.Add(draft);
        return new AttachmentLine(draft.Id, draft.Name, draft.Length);
    }

    private async Task<Outcome<bool>> RoomAsync(DraftActing acting, long newBytes, CancellationToken ct)
    {
        var drafted = await acting.Db.DraftFiles.Where(f => f.Reply == acting.Routing.Id).Select(f => f.Length).ToListAsync(ct);
        var attached = await acting.Db.Attachments.Where(a => a.Reply == acting.Routing.Id).Select(a => a.Length).ToListAsync(ct);
        return uploads.RoomFor([.. drafted, .. attached], newBytes);
    }
}
