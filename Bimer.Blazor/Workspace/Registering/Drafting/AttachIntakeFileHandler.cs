using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Drafting;

/// <param name="Name">As the officer's device calls the file.</param>
/// <param name="Content">Read once, not disposed.</param>
public sealed record AttachIntakeFile(IntakeKey Key, string Name, Stream Content);

/// <summary>Takes a scanned page into what is being recorded. Files are called after people: the name is sealed until it is a case's.</summary>
public sealed class AttachIntakeFileHandler(IntakeWork work, DraftUploads uploads, DraftFileNames names, TimeProvider clock)
{
    /// <summary>The most bytes one file may have.</summary>
    public long LargestFile => uploads.LargestFile;

    public Task<Outcome<AttachmentLine>> HandleAsync(AttachIntakeFile command, CancellationToken ct) => uploads.TakeAsync(
        new IncomingFile(command.Name, command.Content),
        () => work.LookAsync(command.Key.Channel, acting => RoomAsync(command.Key, acting, newBytes: 0, ct), ct),
        (file, offered) => work.ChangeInTurnAsync<AttachmentLine>(command.Key, async acting =>
        {
            var room = await RoomAsync(command.Key, acting, file.Served.Length, ct);
            if (room.Refusal is { } refusal) return refusal;
            acting.Db.Add(RowOf(command.Key, file));
            offered();
            return new AttachmentLine(new AttachmentId(file.Served.Id.Value), file.DisplayName, file.Served.Length);
        }, ct), ct);

    private DraftFile RowOf(IntakeKey key, TakenAttachment file)
    {
        var id = new AttachmentId(file.Served.Id.Value);
        return new DraftFile
        {
            Id = id, Intake = key.Id, SealedName = names.Seal(id, file.DisplayName), ContentType = file.Type.MediaType(),
            Length = file.Served.Length, Sha256 = file.Served.Sha256, StoredAt = clock.GetUtcNow(),
        };
    }

    private async Task<Outcome<bool>> RoomAsync(IntakeKey key, IntakeActing acting, long newBytes, CancellationToken ct)
    {
        if (acting.Row is null || acting.Row.Id != key.Id) return new Refusal.NotFound();
        return uploads.RoomFor(await acting.Db.DraftFiles.Papers().Where(f => f.Intake == key.Id).Select(f => f.Length).ToListAsync(ct), newBytes);
    }
}
