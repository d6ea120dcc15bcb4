using System.Buffers.Binary;

namespace Bimer.Blazor.Persistence.Files.Cleaning;

/// <summary>Where a film's pictures and sound stand among everything that was recorded with them.</summary>
internal static class FilmSamples
{
    private const int Head = 8;   // version and count

    /// <summary>From the first to the last, end exclusive; null when the tables do not agree with the film.</summary>
    public static IReadOnlyList<(long Start, long End)>? Of(ReadOnlySpan<byte> film, FilmBox movie)
    {
        List<(long Start, long End)> places = [];
        foreach (var track in FilmBox.Row(film, movie.Content, movie.End)!.Where(box => box.Is("trak")))
            if (!TryAdd(places, film, track)) return null;
        places.Sort();
        return places.TrueForAll(place => place.Start >= 0 && place.End >= place.Start) && places.TrueForAll(InsideOf(film.Length)) ? places : null;
    }

    /// <summary>What no picture and no sound needs: what was recorded with a track that is gone, and what fills the gaps.</summary>
    public static void BlankBetween(Span<byte> film, FilmBox data, IReadOnlyList<(long Start, long End)> samples)
    {
        long at = data.Content;
        foreach (var (start, end) in samples)
        {
            if (end <= at) continue;
            if (start >= data.End) break;
            if (start > at) film[(int)at..(int)start].Clear();
            at = end;
        }

        if (at < data.End) film[(int)at..data.End].Clear();
    }

    private static Predicate<(long Start, long End)> InsideOf(long length) => place => place.End <= length;

    private static bool TryAdd(List<(long Start, long End)> places, ReadOnlySpan<byte> film, FilmBox track)
    {
        var runs = Table(film, track, "stsc", width: 12);
        var sizes = Table(film, track, "stsz", width: 0);
        var near = Table(film, track, "stco", width: 4);
        var chunks = near.IsEmpty ? Table(film, track, "co64", width: 8) : near;
        if (runs.IsEmpty || sizes.Length < Head + 4 || chunks.IsEmpty) return false;

        var (count, width, run) = (Number(chunks, 4), near.IsEmpty ? 8 : 4, 0);
        var samples = new Samples(sizes);
        for (var chunk = 1L; chunk <= count; chunk++)
        {
            if (run < Number(runs, 4) && Number(runs, Head + (run * 12)) <= chunk) run++;
            if (run == 0 || samples.Next(Number(runs, Head + ((run - 1) * 12) + 4)) is not { } length) return false;
            var offset = Head + (int)((chunk - 1) * width);
            var start = width == 4 ? Number(chunks, offset) : BinaryPrimitives.ReadInt64BigEndian(chunks[offset..]);
            places.Add((start, start + length));
        }

        return true;
    }

    /// <summary>The content of a table that holds all the entries it says it has; empty otherwise.</summary>
    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> film, FilmBox track, string type, int width)
    {
        if (FilmCleaning.Inside(film, track, "mdia", "minf", "stbl", type) is not { } box) return [];
        var content = film[box.Content..box.End];
        return content.Length >= Head && content.Length - Head >= Number(content, 4) * width ? content : [];
    }

    private static long Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    /// <summary>How long the samples are, one after the other: all alike, or each by its own number.</summary>
    private ref struct Samples(ReadOnlySpan<byte> table)
    {
        private readonly ReadOnlySpan<byte> _table = table;
        private long _next;

        /// <summary>The bytes of so many samples; fewer at the end. Null when the table is shorter than it says.</summary>
        public long? Next(long samples)
        {
            var (each, count) = (Number(_table, 4), Number(_table, Head));
            var taken = Math.Min(samples, count - _next);
            if (each > 0)
            {
                _next += taken;
                return taken * each;
            }

            if (Head + 4 + ((_next + taken) * 4) > _table.Length) return null;
            var bytes = 0L;
            for (var end = _next + taken; _next < end; _next++) bytes += Number(_table, Head + 4 + (int)(_next * 4));
            return bytes;
        }
    }
}
