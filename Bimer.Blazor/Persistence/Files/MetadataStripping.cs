using Bimer.Blazor.Persistence.Files.Cleaning;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files;

/// <summary>Takes out of pictures what says who made them, where and with what. Other kinds are not touched: of a hidden case they are only seen as drawn pages.</summary>
public static class MetadataStripping
{
    public static bool Applies(AttachmentType type) => type is AttachmentType.Jpeg or AttachmentType.Png;

    /// <summary>The picture without its metadata, or <see cref="Refusal.AttachmentDamaged"/>. Held in memory: call it for inspected files only, they are within the limit.</summary>
    public static Outcome<byte[]> Strip(AttachmentType type, ReadOnlySpan<byte> picture)
    {
        if (!Applies(type)) throw new ArgumentOutOfRangeException(nameof(type), type, message: null);
        using var clean = new MemoryStream(picture.Length);
        var done = type == AttachmentType.Jpeg ? JpegCleaning.TryClean(picture, clean) : PngCleaning.TryClean(picture, clean);
        return done ? clean.ToArray() : new Refusal.AttachmentDamaged(type);
    }
}
