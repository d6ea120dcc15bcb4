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
public sealed class AttachFileHandler(DraftWork work, AttachmentIntake intake, FileVault vault, TimeProvider clock)
{
    /// <summary>The most bytes one file may have.</summary>
    public long LargestFile => intake.LargestFile;

    public async Task<Outcome<AttachmentLine>> HandleAsync(AttachFile command, CancellationToken ct)
    {
        var allowed = await work.LookAsync(command.Routing, acting => RoomAsync(acting, newBytes: 0, ct), ct);
        if (allowed.Refusal is { } refusal) return refusal;

        var taken = await intake.TakeAsync(command.Name, command.Content, keepOriginal: false, ct);
        if (taken.Value is not { } file) return taken.Refusal!;
        var offered = false;
        var attached = await work.ChangeInTurnAsync(command.Routing, async acting =>
        {
            var line = await KeepAsync(command.Routing, file, acting, ct);
            offered = line.IsAccepted;
            return line;
        }, ct);
        // Once the row was offered to the database it may be there, whatever the answer. The file stays; without a row the sweep takes it after a day.
        if (!attached.IsAccepted && !offered) vault.Delete(file.Served.Id);
        return attached;
    }

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
        var lengths = drafted.Concat(attached).ToList();
        return intake.RoomFor(lengths.Count, lengths.Sum(), newBytes) is { } refusal ? refusal : true;
    }
}
