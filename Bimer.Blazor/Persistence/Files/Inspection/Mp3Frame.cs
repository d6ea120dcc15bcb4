namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>The pieces an MPEG sound of layer III is made of (ISO 11172-3): each says by its first four bytes how long it is.</summary>
internal static class Mp3Frame
{
    public const int HeadBytes = 4;

    // Where encoders put what they say about the whole file: behind the side information, whose length depends on version and channels.
    private const int AboutWithin = 64;

    private static ReadOnlySpan<short> KilobitsMpeg1 => [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static ReadOnlySpan<short> KilobitsMpeg2 => [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static ReadOnlySpan<int> Rates => [44_100, 48_000, 32_000];

    /// <summary>In bytes, head included; 0 when these are not the first bytes of a frame.</summary>
    public static int LengthOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadBytes || bytes[0] != 0xFF || (bytes[1] & 0xE0) != 0xE0) return 0;
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

    /// <summary>What does not change within one sound: version, layer, sampling rate.</summary>
    public static int KindOf(ReadOnlySpan<byte> frame) => ((frame[1] & 0xFE) << 8) | (frame[2] & 0x0C);

    /// <summary>A frame nobody hears: it holds a table of the file and the name of the program that wrote it.</summary>
    public static bool TellsAboutTheFile(ReadOnlySpan<byte> frame)
    {
        var beginning = frame[..Math.Min(frame.Length, AboutWithin)];
        return beginning.IndexOf("Xing"u8) >= 0 || beginning.IndexOf("Info"u8) >= 0 || beginning.IndexOf("VBRI"u8) >= 0;
    }
}
