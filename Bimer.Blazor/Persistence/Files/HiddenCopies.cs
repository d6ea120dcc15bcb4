using Bimer.Blazor.Persistence.Files.Cleaning;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files;

/// <summary>A file as people get it.</summary>
public sealed record CleanCopy(AttachmentType Type, Stream Content);

/// <summary>
/// What is handed out of a file that a hidden applicant sent. The original stays in the store (karantina): what it says about its maker
/// would say who filed. Pictures were cleaned when they came, plain text says nothing more, documents are drawn, of sound and film goes
/// what is heard and seen.
/// </summary>
public sealed class HiddenCopies(PageDrawing drawing)
{
    /// <param name="original">Disposed, unless it is what is handed out.</param>
    public async Task<Outcome<CleanCopy>> OfAsync(AttachmentType type, Stream original, CancellationToken ct)
    {
        if (type is AttachmentType.Jpeg or AttachmentType.Png or AttachmentType.Text) return new CleanCopy(type, original);
        await using (original)
        {
            if (type is AttachmentType.Mp3 or AttachmentType.Mp4) return await UntaggedAsync(type, original, ct);
            var drawn = await drawing.DrawAsync(type, original, ct);
            return drawn.Value is { } pages ? new CleanCopy(AttachmentType.Pdf, pages) : drawn.Refusal!;
        }
    }

    /// <summary>
    /// Whether a copy of a sound or a film can be made, told by its bytes alone: whoever sends one can still send another. Of documents
    /// that shows when they are drawn.
    /// </summary>
    /// <param name="original">Disposed.</param>
    public static async Task<bool> MayOpenAsync(AttachmentType type, Stream original, CancellationToken ct)
    {
        await using (original) return type is not (AttachmentType.Mp3 or AttachmentType.Mp4) || (await UntaggedAsync(type, original, ct)).IsAccepted;
    }

    private static async Task<Outcome<CleanCopy>> UntaggedAsync(AttachmentType type, Stream original, CancellationToken ct)
    {
        var bytes = new byte[original.Length];   // within the limit of one upload
        await original.ReadExactlyAsync(bytes, ct);
        if (type == AttachmentType.Mp4) return FilmCleaning.TryClean(bytes) ? new CleanCopy(type, new MemoryStream(bytes, writable: false)) : new Refusal.AttachmentNotDrawn(type);

        var sound = new MemoryStream(bytes.Length);
        if (!SoundCleaning.TryClean(bytes, sound)) return new Refusal.AttachmentNotDrawn(type);
        sound.Position = 0;
        return new CleanCopy(type, sound);
    }
}
