using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files;

/// <summary>A file that passed every check and lies in the store.</summary>
/// <param name="Type">What it really is.</param>
/// <param name="DisplayName">The sender's name for it, made harmless. For a hidden case use <see cref="AttachmentName.Neutral"/>.</param>
/// <param name="Served">What people get: pictures without metadata, others as they came.</param>
/// <param name="Original">As it came, when that is another file than <paramref name="Served"/> and was to be kept.</param>
public sealed record TakenAttachment(AttachmentType Type, string DisplayName, StoredFile Served, StoredFile? Original);

/// <summary>Takes one upload in: stream to the store, inspect there, strip. A refused or broken upload leaves nothing behind.</summary>
public sealed class AttachmentIntake(FileVault vault, ContentInspection inspection, AttachmentLimits limits)
{
    /// <summary>The most bytes one file may have.</summary>
    public long LargestFile => limits.MaxFileBytes;

    /// <param name="originalName">As the sender called it.</param>
    /// <param name="content">Read once, not disposed.</param>
    /// <param name="keepOriginal">Whether the untouched original of a picture is kept too (quarantined evidence).</param>
    /// <param name="ct">Cancelled when the sender is gone.</param>
    public async Task<Outcome<TakenAttachment>> TakeAsync(string originalName, Stream content, bool keepOriginal, CancellationToken ct)
    {
        // Before a byte is read: nobody waits for 20 MB to learn that .exe is not on the list.
        var extension = AttachmentName.ExtensionOf(originalName);
        if (AttachmentTypes.OfExtension(extension) is null) return new Refusal.AttachmentTypeNotAllowed(extension);

        var stored = await vault.StoreAsync(content, limits.MaxFileBytes, ct);
        if (stored.Value is not { } original) return stored.Refusal!;

        var kept = false;
        try
        {
            var taken = await InspectAsync(originalName, original, ct);
            if (taken.Value is not { } attachment) return taken;

            kept = attachment.Served == original || keepOriginal;
            return attachment with { Original = attachment.Served == original || !keepOriginal ? null : original };
        }
        finally
        {
            if (!kept) vault.Delete(original.Id);
        }
    }

    /// <summary>Whether one more file of this size may join those a case already has.</summary>
    public Refusal? RoomFor(int files, long totalBytes, long newBytes)
    {
        if (files >= limits.MaxFiles) return new Refusal.TooManyAttachments(limits.MaxFiles);
        return totalBytes + newBytes > limits.MaxTotalBytes ? new Refusal.AttachmentsTooLargeTogether(limits.MaxTotalBytes) : null;
    }

    private async Task<Outcome<TakenAttachment>> InspectAsync(string originalName, StoredFile original, CancellationToken ct)
    {
        await using var content = await vault.OpenAsync(original.Id, ct);
        var inspected = inspection.Inspect(originalName, content);
        if (inspected.Refusal is { } refusal) return refusal;

        var type = inspected.Value;
        var name = AttachmentName.Clean(originalName, type);
        if (!MetadataStripping.Applies(type)) return new TakenAttachment(type, name, original, Original: null);

        content.Position = 0;
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, ct);
        var stripped = MetadataStripping.Strip(type, bytes);
        if (stripped.Value is not { } clean) return stripped.Refusal!;

        using var cleanStream = new MemoryStream(clean, writable: false);
        var served = await vault.StoreAsync(cleanStream, limits.MaxFileBytes, ct);
        return served.Value is { } file ? new TakenAttachment(type, name, file, Original: null) : served.Refusal!;
    }
}
