using System.Buffers.Binary;

namespace Bimer.Blazor.Persistence.Files.Cleaning;

/// <summary>How a track is to be decoded: the codec and what it needs. Cameras add their names, programs theirs.</summary>
internal static class FilmEntries
{
    private const int Head = 8;   // version and count
    private const int PictureBytes = 78;
    private const int SoundBytes = 28;

    private static readonly string[] Pictures = ["avc1", "avc3", "hvc1", "hev1", "av01", "vp08", "vp09", "mp4v", "s263"];
    private static readonly string[] Sounds = ["mp4a", "ac-3", "ec-3", "Opus", "samr", "sawb"];

    private static readonly string[] Needed =
        ["avcC", "hvcC", "av1C", "vpcC", "esds", "dac3", "dec3", "dOps", "damr", "d263", "btrt", "pasp", "clap", "fiel", "colr", "mdcv", "clli"];

    /// <param name="content">Of the box "stsd".</param>
    public static bool AreKnown(ReadOnlySpan<byte> content) =>
        content.Length >= Head && FilmBox.Row(content, Head, content.Length) is { Count: > 0 } entries && entries.All(entry => IsPicture(entry) || IsSound(entry));

    public static bool TryClean(Span<byte> content)
    {
        if (FilmBox.Row(content, Head, content.Length) is not { } entries) return false;
        foreach (var entry in entries)
        {
            var inside = content[entry.Content..entry.End];
            if (!(IsPicture(entry) ? TryCleanPicture(inside) : TryCleanSound(inside))) return false;
        }

        return true;
    }

    private static bool TryCleanPicture(Span<byte> entry)
    {
        if (entry.Length < PictureBytes) return false;
        entry[..6].Clear();
        entry[8..24].Clear();    // who made the program
        entry[36..40].Clear();
        entry[42..74].Clear();   // what the program is called
        return TryCleanRow(entry, PictureBytes);
    }

    private static bool TryCleanSound(Span<byte> entry)
    {
        if (entry.Length < SoundBytes) return false;
        entry[..6].Clear();
        entry[10..16].Clear();   // who made the program
        var more = BinaryPrimitives.ReadUInt16BigEndian(entry[8..]) switch { 0 => 0, 1 => 16, _ => 36 };
        return TryCleanRow(entry, SoundBytes + more);
    }

    private static bool TryCleanRow(Span<byte> entry, int start)
    {
        if (start > entry.Length || FilmBox.Row(entry, start, entry.Length) is not { } row) return false;
        foreach (var box in row)
            if (!Needed.Contains(box.Type, StringComparer.Ordinal) || IsProfile(entry, box)) box.Blank(entry);
        return true;
    }

    // A colour profile is a file of its own and names the screen it was made for.
    private static bool IsProfile(ReadOnlySpan<byte> entry, FilmBox box) =>
        box.Is("colr") && !(entry[box.Content..box.End].StartsWith("nclx"u8) || entry[box.Content..box.End].StartsWith("nclc"u8));

    private static bool IsPicture(FilmBox entry) => Pictures.Contains(entry.Type, StringComparer.Ordinal);

    private static bool IsSound(FilmBox entry) => Sounds.Contains(entry.Type, StringComparer.Ordinal);
}
