namespace Bimer.Blazor.Persistence.Files.Cleaning;

/// <summary>
/// Leaves of a film its pictures and its sound and what it takes to play them. The boxes that may stay are listed, and in them the fields
/// that may; everything else becomes zeros at its length, tracks of places and captions with their samples. Nothing moves.
/// </summary>
internal static class FilmCleaning
{
    private static readonly Dictionary<string, string[]> Rooms = new(StringComparer.Ordinal)
    {
        ["moov"] = ["mvhd", "trak"],
        ["trak"] = ["tkhd", "edts", "mdia"],
        ["edts"] = ["elst"],
        ["mdia"] = ["mdhd", "hdlr", "minf"],
        ["minf"] = ["vmhd", "smhd", "dinf", "stbl"],
        ["dinf"] = ["dref"],
        ["stbl"] = ["stsd", "stts", "ctts", "cslg", "stss", "sdtp", "stsc", "stsz", "stco", "co64"],
    };

    /// <returns>False when nobody can vouch for it: the row of boxes breaks off, a box is not as long as it must be, it comes in fragments, or there is nothing to be seen or heard in it.</returns>
    public static bool TryClean(Span<byte> film)
    {
        if (FilmBox.Row(film, 0, film.Length) is not { } row) return false;
        if (row.Any(box => box.Is("moof")) || row.Count(box => box.Is("moov")) != 1) return false;
        if (!TryCleanRoom(film, row.Single(box => box.Is("moov")))) return false;

        if (FilmSamples.Of(film, row.Single(box => box.Is("moov"))) is not { Count: > 0 } samples) return false;
        foreach (var box in row)
        {
            if (box.Is("ftyp")) FilmFields.CleanBrands(film[box.Content..box.End]);
            else if (box.Is("mdat")) FilmSamples.BlankBetween(film, box, samples);
            else if (!box.Is("moov")) box.Blank(film);
        }

        return true;
    }

    private static bool TryCleanRoom(Span<byte> film, FilmBox room)
    {
        if (FilmBox.Row(film, room.Content, room.End) is not { } row) return false;
        foreach (var box in row)
        {
            var mayStay = Rooms[room.Type].Contains(box.Type, StringComparer.Ordinal) && (!box.Is("trak") || IsSeenOrHeard(film, box));
            if (!mayStay) box.Blank(film);
            else if (!(Rooms.ContainsKey(box.Type) ? TryCleanRoom(film, box) : FilmFields.TryClean(film[box.Content..box.End], box.Type))) return false;
        }

        return true;
    }

    private static bool IsSeenOrHeard(ReadOnlySpan<byte> film, FilmBox track) =>
        Inside(film, track, "mdia", "hdlr") is { } handler && handler.End - handler.Content >= 12
        && film.Slice(handler.Content + 8, 4) is var kind && (kind.SequenceEqual("vide"u8) || kind.SequenceEqual("soun"u8))
        && Inside(film, track, "mdia", "minf", "stbl", "stsd") is { } entries && FilmEntries.AreKnown(film[entries.Content..entries.End]);

    /// <summary>The first box on that way down, or null.</summary>
    internal static FilmBox? Inside(ReadOnlySpan<byte> film, FilmBox room, params ReadOnlySpan<string> way)
    {
        foreach (var type in way)
        {
            if (FilmBox.Row(film, room.Content, room.End) is not { } row) return null;
            var found = row.Where(box => box.Is(type)).Select(box => (FilmBox?)box).FirstOrDefault();
            if (found is not { } box) return null;
            room = box;
        }

        return room;
    }
}
