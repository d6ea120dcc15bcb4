using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files;

/// <param name="Name">As the sender's device calls it.</param>
/// <param name="Content">Read once, not disposed.</param>
public sealed record IncomingFile(string Name, Stream Content);

/// <summary>How a file comes into an officer's draft: rights and room first, then the bytes, then rights and room once more.</summary>
public sealed class DraftUploads(AttachmentIntake intake, FileVault vault)
{
    /// <summary>The most bytes one file may have.</summary>
    public long LargestFile => intake.LargestFile;

    /// <param name="file">What is sent.</param>
    /// <param name="lookAsync">Whether one more file may come at all.</param>
    /// <param name="keepAsync">Adds the row; calls its second argument as soon as the row is offered to the database.</param>
    /// <param name="ct">Cancelled when the sender is gone.</param>
    public async Task<Outcome<AttachmentLine>> TakeAsync(
        IncomingFile file, Func<Task<Outcome<bool>>> lookAsync, Func<TakenAttachment, Action, Task<Outcome<AttachmentLine>>> keepAsync, CancellationToken ct)
    {
        if ((await lookAsync()).Refusal is { } refusal) return refusal;
        var taken = await intake.TakeAsync(file.Name, file.Content, keepOriginal: false, ct);
        if (taken.Value is not { } stored) return taken.Refusal!;
        var offered = false;
        var attached = await keepAsync(stored, () => offered = true);
        // Once the row was offered to the database it may be there, whatever the answer. The file stays; without a row the sweep takes it after a day.
        if (!attached.IsAccepted && !offered) vault.Delete(stored.Served.Id);
        return attached;
    }

    /// <summary>Whether a file of this size may join those that are there.</summary>
    public Outcome<bool> RoomFor(IReadOnlyCollection<long> lengths, long newBytes) =>
        intake.RoomFor(lengths.Count, lengths.Sum(), newBytes) is { } refusal ? refusal : true;
}
