using System.Buffers.Binary;
using System.Text;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>A film is a row of boxes from the first byte to the last, with a movie box among them. HEIC, AVIF and QuickTime share the row but not the brand.</summary>
internal static class Mp4Inspection
{
    private const int MostBoxes = 100_000;

    private static readonly string[] Brands =
        ["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4VH", "M4VP", "MSNV", "mmp4", "dash", "3gp4", "3gp5", "3gp6"];

    public static Refusal? Inspect(ContentReader content)
    {
        var brand = Encoding.ASCII.GetString(content.ReadUpTo(8, 4));
        if (!Brands.Contains(brand, StringComparer.Ordinal)) return new Refusal.AttachmentIsSomethingElse(AttachmentType.Mp4, Detected: null);

        var movie = false;
        var offset = 0L;
        for (var boxes = 0; offset < content.Length && boxes < MostBoxes; boxes++)
        {
            if (BoxAt(content, offset) is not { } box) return Damaged();
            movie |= string.Equals(box.Type, "moov", StringComparison.Ordinal);
            offset += box.Size;
        }
        return movie && offset == content.Length ? null : Damaged();
    }

    private static (string Type, long Size)? BoxAt(ContentReader content, long offset)
    {
        if (content.UInt32BigEndian(offset) is not { } size) return null;
        var type = content.ReadUpTo(offset + 4, 4);
        if (type.Length < 4 || type.Any(letter => letter is < 0x20 or > 0x7E)) return null;

        size = size switch
        {
            0 => content.Length - offset,   // "to the end of the file"
            1 => LongSize(content, offset),
            _ => size,
        };
        return size >= 8 && size <= content.Length - offset ? (Encoding.ASCII.GetString(type), size) : null;
    }

    private static long LongSize(ContentReader content, long offset)
    {
        Span<byte> bytes = stackalloc byte[8];
        return content.TryRead(offset + 8, bytes) ? BinaryPrimitives.ReadInt64BigEndian(bytes) : 0;
    }

    private static Refusal.AttachmentDamaged Damaged() => new(AttachmentType.Mp4);
}
