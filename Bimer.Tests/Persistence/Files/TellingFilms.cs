using System.Buffers.Binary;
using System.Text;

namespace Bimer.Tests.Persistence.Files;

/// <summary>
/// Films of a picture and a sound that name their maker, each in one of the places where cameras and programs write such things. The
/// samples stand behind the first box, so that every film has them at the same place.
/// </summary>
internal sealed class TellingFilms
{
    /// <summary>Short enough for a box's name or a time.</summary>
    public const string Maker = "KNRY";

    private const int SamplesAt = 24 + 8;
    private const int Spare = 40;

    private readonly string _place;
    private bool _isHidden;

    private TellingFilms(string place) => _place = place;

    /// <summary>What is seen and heard: two pictures and a sound.</summary>
    public static byte[] Samples { get; } = [.. Enumerable.Range(0, 300).Select(i => (byte)(i % 64))];

    /// <summary>Where they stand.</summary>
    public static Range SamplesPlace => SamplesAt..(SamplesAt + Samples.Length);

    public static IReadOnlyList<string> Places { get; } =
    [
        "brands", "udta at top", "meta at top", "uuid at top", "free at top", "skip at top", "wide at top", "xxxx at top", "a box's own name",
        "udta in moov", "meta in moov", "free in moov", "xxxx in moov", "udta in trak", "meta in trak", "tref in trak", "xxxx in edts", "udta in mdia", "xxxx in mdia",
        "skip in minf", "meta in minf", "xxxx in dinf", "uuid in stbl", "sgpd in stbl", "made mvhd", "changed mvhd", "reserved mvhd", "preview mvhd",
        "made tkhd", "changed tkhd", "reserved tkhd", "made mdhd", "changed mdhd", "maker hdlr", "reserved hdlr", "name hdlr", "address dref",
        "compressor", "picture vendor", "sound vendor", "xxxx in entry", "profile in entry", "places track", "spare bytes",
    ];

    public static byte[] Of(string place)
    {
        var telling = new TellingFilms(place);
        var film = telling.Film();
        return telling._isHidden || place.Length == 0 ? film : throw new ArgumentOutOfRangeException(nameof(place), place, "Nobody hides there.");
    }

    public static byte[] Box(string type, ReadOnlySpan<byte> content)
    {
        var box = new byte[8 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        Encoding.Latin1.GetBytes(type).CopyTo(box, 4);
        content.CopyTo(box.AsSpan(8));
        return box;
    }

    private byte[] Film() =>
    [
        .. Box("ftyp", [.. "isom"u8, 0, 0, 2, 0, .. "isom"u8, .. Or("brands", "mp42")]),
        .. Box("mdat", [.. Samples, .. _place is "places track" ? Hidden(Spare) : new byte[Spare], .. _place is "spare bytes" ? Hidden(Spare) : new byte[Spare]]),
        .. Strangers("top"), .. _place is "a box's own name" ? Box(Encoding.ASCII.GetString(Hidden(4)), []) : [],
        .. Box("moov", [.. MovieHead(), .. Track("vide", Picture(), [100, 100], 0), .. Track("soun", Sound(), [100], 200), .. PlacesTrack(), .. Strangers("moov")]),
    ];

    private byte[] PlacesTrack() => _place is "places track" ? Track("meta", Box("mett", new byte[8]), [Spare], Samples.Length) : [];

    private byte[] MovieHead() => Box("mvhd",
        [.. new byte[4], .. Time("made mvhd"), .. Time("changed mvhd"), .. Number(1_000), .. Number(3_000), 0, 1, 0, 0, 1, 0, .. At("reserved mvhd", 10), .. new byte[36], .. At("preview mvhd", 24), .. Number(4)]);

    private byte[] Track(string kind, byte[] entry, int[] sizes, int offset) => Box("trak",
    [
        .. Box("tkhd", [0, 0, 0, 7, .. Time("made tkhd"), .. Time("changed tkhd"), .. Number(1), .. At("reserved tkhd", 4), .. Number(3_000), .. new byte[60]]),
        .. Box("edts", [.. Box("elst", [.. new byte[4], .. Number(1), .. Number(3_000), .. Number(0), 0, 1, 0, 0]), .. Strangers("edts")]),
        .. Box("mdia",
        [
            .. Box("mdhd", [.. new byte[4], .. Time("made mdhd"), .. Time("changed mdhd"), .. Number(1_000), .. Number(3_000), 0x52, 0xB2, 0, 0]),
            .. Box("hdlr", [.. new byte[4], .. At("maker hdlr", 4), .. Encoding.ASCII.GetBytes(kind), .. At("reserved hdlr", 12), .. At("name hdlr", 9)]),
            .. Box("minf", [.. Box(kind is "soun" ? "smhd" : "vmhd", new byte[kind is "soun" ? 8 : 12]), .. Where(), .. Table(entry, sizes, offset), .. Strangers("minf")]),
            .. Strangers("mdia"),
        ]),
        .. Strangers("trak"),
    ]);

    private byte[] Where() => Box("dinf",
        [.. Box("dref", [.. new byte[4], .. Number(1), .. Box("url ", [0, 0, 0, (byte)(_place is "address dref" ? 0 : 1), .. At("address dref", 8)])]), .. Strangers("dinf")]);

    private byte[] Table(byte[] entry, int[] sizes, int offset) => Box("stbl",
    [
        .. Box("stsd", [.. new byte[4], .. Number(1), .. entry]),
        .. Box("stts", [.. new byte[4], .. Number(1), .. Number(sizes.Length), .. Number(1_000)]),
        .. Box("stsc", [.. new byte[4], .. Number(1), .. Number(1), .. Number(sizes.Length), .. Number(1)]),
        .. Box("stsz", [.. new byte[8], .. Number(sizes.Length), .. sizes.SelectMany(Number)]),
        .. Box("stco", [.. new byte[4], .. Number(1), .. Number(SamplesAt + offset)]),
        .. Strangers("stbl"),
    ]);

    private byte[] Picture() => Box("avc1",
    [
        .. new byte[6], 0, 1, .. At("picture vendor", 16), 0, 64, 0, 48, .. new byte[14], .. At("compressor", 32), 0, 24, 0xFF, 0xFF,
        .. Box("avcC", [1, 66, 0, 30]), .. _place is "profile in entry" ? Box("colr", [.. "prof"u8, .. Hidden(20)]) : [], .. Strangers("entry"),
    ]);

    private byte[] Sound() => Box("mp4a", [.. new byte[6], 0, 1, .. new byte[4], .. At("sound vendor", 4), 0, 2, 0, 16, .. new byte[8], .. Box("esds", new byte[4])]);

    // "udta in moov" is a box "udta" with a name in the box "moov".
    private byte[] Strangers(string room) => _place.Split(' ') is [{ Length: 4 } type, "in" or "at", var at] && at.Equals(room, StringComparison.Ordinal) ? Box(type, Hidden(16)) : [];

    private byte[] Time(string place) => At(place, 4);

    private byte[] At(string place, int length) => _place.Equals(place, StringComparison.Ordinal) ? Hidden(length) : new byte[length];

    private byte[] Or(string place, string otherwise) => _place.Equals(place, StringComparison.Ordinal) ? Hidden(4) : Encoding.ASCII.GetBytes(otherwise);

    private byte[] Hidden(int length)
    {
        _isHidden = true;
        return Encoding.ASCII.GetBytes(Maker.PadRight(length, '\0'));
    }

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
