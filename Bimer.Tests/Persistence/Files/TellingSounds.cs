using System.Buffers.Binary;
using System.Text;

namespace Bimer.Tests.Persistence.Files;

/// <summary>Sounds that name their maker, each in one of the places where programs write such things.</summary>
internal static class TellingSounds
{
    private const string Maker = TellingFiles.Maker;
    private const int FrameBytes = 417;   // MPEG-1 layer III, 128 kbit/s, 44.1 kHz

    /// <summary>What is heard, and all that may be left.</summary>
    public static byte[] Frames { get; } = [.. Frame(1), .. Frame(2), .. Frame(3), .. Frame(4)];

    public static IReadOnlyDictionary<string, byte[]> Places { get; } = new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["a tag in front"] = [.. Id3(3, 0, Ascii(Maker)), .. Frames],
        ["a tag of the fourth version with an extended head and a foot"] = [.. Id3(4, 0x50, [0, 0, 0, 6, 1, 0, .. Ascii(Maker)]), .. "3DI"u8, .. Id3(4, 0x50, [])[3..], .. Frames],
        ["a second tag behind the first"] = [.. Id3(3, 0, new byte[20]), .. Id3(4, 0, Ascii(Maker)), .. Frames],
        ["what stands between the tag and the sound"] = [.. Id3(3, 0, new byte[20]), .. Ascii(Maker), .. Frames],
        ["a tag in front that is marked like an APE"] = [.. Ape(Ascii(Maker), isHead: true), .. Ascii(Maker), .. ApeFoot(Maker.Length), .. Frames],
        ["an APE tag behind, with head and foot"] = [.. Frames, .. Ape(Ascii(Maker), isHead: true), .. Ascii(Maker), .. ApeFoot(Maker.Length)],
        ["an APE tag behind another tag's bytes"] = [.. Frames, .. Ascii(Maker), .. ApeFoot(Maker.Length), .. new byte[40]],
        ["an old tag"] = [.. Frames, .. OldTag()],
        ["an old tag that was lengthened"] = [.. Frames, .. "TAG+"u8, .. Ascii(Maker.PadRight(223, '\0')), .. OldTag(new string(' ', 30))],
        ["the words of the song"] = [.. Frames, .. "LYRICSBEGIN"u8, .. Ascii($"IND0000200AUT{Maker.Length:D5}{Maker}"), .. "000048LYRICS200"u8, .. OldTag(new string(' ', 30))],
        ["a tag at the very end"] = [.. Frames, .. Id3(4, 0x10, Ascii(Maker)), .. "3DI"u8, .. Id3(4, 0x10, [])[3..]],
        ["a tag between two frames"] = [.. Frames[..(2 * FrameBytes)], .. Id3(3, 0, Ascii(Maker)), .. Frames[(2 * FrameBytes)..]],
        ["loose words between two frames"] = [.. Frames[..(2 * FrameBytes)], .. Ascii(Maker), .. Frames[(2 * FrameBytes)..]],
        ["a picture in a tag whose bytes look like a frame"] = [.. Frames, .. "TAGX"u8, 0xFF, 0xFB, 0x90, 0x00, .. Ascii(Maker), .. new byte[500]],
        ["a last frame that is cut short"] = [.. Frames, 0xFF, 0xFB, 0x90, 0x00, .. Ascii(Maker)],
        ["a frame that tells about the file"] = [.. About("Xing"), .. Frames],
        ["a frame of the program that tells about the file"] = [.. About("Info"), .. Frames],
    };

    private static byte[] Frame(int number) =>
        [0xFF, 0xFB, 0x90, 0x00, .. Enumerable.Range(0, FrameBytes - 4).Select(i => (byte)(((i * 7) + number) % 251))];

    private static byte[] About(string mark)
    {
        byte[] frame = [0xFF, 0xFB, 0x90, 0x00, .. new byte[32], .. Ascii(mark), 0, 0, 0, 0, .. Ascii(Maker)];
        return [.. frame, .. new byte[FrameBytes - frame.Length]];
    }

    private static byte[] Id3(byte version, byte flags, byte[] content) => [.. "ID3"u8, version, 0, flags, 0, 0, 0, (byte)content.Length, .. content];

    private static byte[] Ape(byte[] items, bool isHead)
    {
        var mark = new byte[32];
        "APETAGEX"u8.CopyTo(mark);
        BinaryPrimitives.WriteInt32LittleEndian(mark.AsSpan(8), 2_000);
        BinaryPrimitives.WriteInt32LittleEndian(mark.AsSpan(12), items.Length + 32);
        BinaryPrimitives.WriteUInt32LittleEndian(mark.AsSpan(20), isHead ? 0xA000_0000 : 0x8000_0000);
        return mark;
    }

    private static byte[] ApeFoot(int length) => Ape(new byte[length], isHead: false);

    private static byte[] OldTag(string title = Maker) => [.. "TAG"u8, .. Ascii(title.PadRight(125, '\0'))];

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
