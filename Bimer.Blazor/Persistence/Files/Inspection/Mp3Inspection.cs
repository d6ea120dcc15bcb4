using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>MPEG sound, layer III: after the tags two frames follow each other exactly. One sync mark alone occurs anywhere by chance.</summary>
internal static class Mp3Inspection
{
    private const int PaddingLimit = 64 * 1024;

    private static ReadOnlySpan<short> KilobitsMpeg1 => [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static ReadOnlySpan<short> KilobitsMpeg2 => [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static ReadOnlySpan<int> Rates => [44_100, 48_000, 32_000];

    public static bool IsFrameHeader(ReadOnlySpan<byte> bytes) => FrameLength(bytes) > 0;

    public static Refusal? Inspect(ContentReader content)
    {
        var start = content.Has(0, "ID3"u8) ? AfterTag(content) : 0;
        if (start is not { } first) return Damaged();

        // Some writers pad the tag beyond its stated length.
        for (var limit = first + PaddingLimit; first < limit && content.Byte(first) == 0;) first++;

        var length = FrameLength(content.ReadUpTo(first, 4));
        return length > 0 && (first + length >= content.Length || FrameLength(content.ReadUpTo(first + length, 4)) > 0) ? null : Damaged();
    }

    private static long? AfterTag(ContentReader content)
    {
        var head = content.ReadUpTo(0, 10);
        if (head.Length < 10 || head.AsSpan(6, 4).ContainsAnyInRange((byte)0x80, (byte)0xFF)) return null;
        var size = (head[6] << 21) | (head[7] << 14) | (head[8] << 7) | head[9];   // seven bits a byte
        return 10 + size + ((head[5] & 0x10) != 0 ? 10 : 0);
    }

    /// <summary>In bytes; 0 when these are not the first bytes of a layer III frame.</summary>
    private static int FrameLength(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || (bytes[1] & 0xE0) != 0xE0) return 0;
        var version = (bytes[1] >> 3) & 3;
        var layer = (bytes[1] >> 1) & 3;
        var kilobits = bytes[2] >> 4;
        var rate = (bytes[2] >> 2) & 3;
        if (version == 1 || layer != 1 || kilobits is 0 or 15 || rate == 3) return 0;

        var padding = (bytes[2] >> 1) & 1;
        return version == 3
            ? (144_000 * KilobitsMpeg1[kilobits] / Rates[rate]) + padding
            : (72_000 * KilobitsMpeg2[kilobits] / (Rates[rate] >> (version == 2 ? 1 : 2))) + padding;
    }

    private static Refusal.AttachmentDamaged Damaged() => new(AttachmentType.Mp3);
}
