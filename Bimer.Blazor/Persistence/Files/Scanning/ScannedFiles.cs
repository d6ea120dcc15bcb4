using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files.Scanning;

/// <summary>The store as people are handed files out of it: by what the virus scanner said.</summary>
public sealed class ScannedFiles(FileVault vault, FileVerdicts verdicts)
{
    /// <param name="isOwn">Asked by whoever sent it.</param>
    /// <returns>The content; <see cref="Refusal.AttachmentBeingScanned"/> or <see cref="Refusal.AttachmentHarmful"/>.</returns>
    /// <exception cref="BrokenFileException">As <see cref="FileVault.OpenAsync"/>.</exception>
    public async Task<Outcome<Stream>> OpenAsync(AttachmentId file, bool isOwn, CancellationToken ct) =>
        verdicts.WhyNotOpen(file, isOwn) is { } why ? why : Outcome<Stream>.FromT(await vault.OpenAsync(new StoredFileId(file.Value), ct));

    /// <summary>Why nobody but its sender is handed it, nor shown a page of it; none where they are.</summary>
    public Refusal? WhyNotOpen(AttachmentId file) => verdicts.WhyNotOpen(file);
}
