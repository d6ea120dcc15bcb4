using Bimer.Domain.Cases;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>What a file begins like. The family is settled here; whether it holds what it promises is for the family's own inspection.</summary>
internal enum ContentFamily
{
    Unknown,
    Pdf,
    Jpeg,
    Png,
    Tiff,
    Zip,
    OleCompound,
    Mp3,
    Mp4,
    Text,
}

internal static class TypeDetection
{
    /// <summary>The marks have to stand at the very beginning: a reader that searches for them further on sees another file than we do.</summary>
    public static ContentFamily FamilyOf(ContentReader content)
    {
        var head = content.ReadUpTo(0, 16).AsSpan();
        if (head.StartsWith("%PDF-"u8)) return ContentFamily.Pdf;
        if (head.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return ContentFamily.Jpeg;
        if (head.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10])) return ContentFamily.Png;
        if (head.StartsWith<byte>([(byte)'I', (byte)'I', 42, 0]) || head.StartsWith<byte>([(byte)'M', (byte)'M', 0, 42])) return ContentFamily.Tiff;
        if (head.StartsWith("PK\x03\x04"u8)) return ContentFamily.Zip;
        if (head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return ContentFamily.OleCompound;
        if (head.Length >= 8 && head[4..].StartsWith("ftyp"u8)) return ContentFamily.Mp4;
        if (head.StartsWith("ID3"u8) || Mp3Frame.LengthOf(head) > 0) return ContentFamily.Mp3;
        return TextInspection.LooksLikeText(content) ? ContentFamily.Text : ContentFamily.Unknown;
    }

    /// <summary>The kind a family stands for, or null when it takes a closer look (zip) or is on no list.</summary>
    public static AttachmentType? TypeOf(ContentFamily family) => family switch
    {
        ContentFamily.Pdf => AttachmentType.Pdf,
        ContentFamily.Jpeg => AttachmentType.Jpeg,
        ContentFamily.Png => AttachmentType.Png,
        ContentFamily.Tiff => AttachmentType.Tiff,
        ContentFamily.Mp3 => AttachmentType.Mp3,
        ContentFamily.Mp4 => AttachmentType.Mp4,
        ContentFamily.Text => AttachmentType.Text,
        _ => null,
    };
}
