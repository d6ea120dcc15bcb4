using System.Buffers.Binary;
using System.Text;

namespace Bimer.Blazor.Persistence.Files.Cleaning;

/// <summary>Of the boxes that stay the fields that need not: when the film was made and changed, who made it, in which language, and what is reserved.</summary>
internal static class FilmFields
{
    private const ushort Undetermined = 0x55C4;   // "und", five bits a letter

    private static readonly string[] Brands = ["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "3gp4", "3gp5", "3gp6"];

    /// <param name="content">Of the box, without its head.</param>
    /// <returns>False when it is not as long as such a box must be.</returns>
    public static bool TryClean(Span<byte> content, string type) => type switch
    {
        "mvhd" => TryCleanTimes(content, length: 100) && Clear(content[^74..^64]) && Clear(content[^28..^4]),
        "tkhd" => TryCleanTimes(content, length: 84) && Clear(content.Slice(content[0] == 1 ? 24 : 16, 4)) && Clear(content[^60..^52]),
        "mdhd" => TryCleanTimes(content, length: 24) && SetLanguage(content[^4..]),
        "hdlr" => content.Length >= 24 && Clear(content[4..8]) && Clear(content[12..]),
        "dref" => TryCleanPlaces(content),
        "stsd" => FilmEntries.TryClean(content),
        _ => true,   // tables of numbers
    };

    /// <summary>Who else may play it; a camera's own mark is none of them.</summary>
    public static void CleanBrands(Span<byte> content)
    {
        for (var at = 0; at + 4 <= content.Length; at += 4)
        {
            var brand = content.Slice(at, 4);
            if (at == 4) brand.Clear();   // the version is whatever a program likes
            else if (!Brands.Contains(Encoding.Latin1.GetString(brand), StringComparer.Ordinal)) "isom"u8.CopyTo(brand);
        }
    }

    private static bool TryCleanTimes(Span<byte> content, int length)
    {
        if (content.IsEmpty || content.Length != (content[0] == 1 ? length + 12 : length)) return false;
        return Clear(content[4..(content[0] == 1 ? 20 : 12)]);   // both times have 64 bits, or 32
    }

    private static bool SetLanguage(Span<byte> end)
    {
        BinaryPrimitives.WriteUInt16BigEndian(end, Undetermined);
        return Clear(end[2..]);
    }

    /// <summary>Where the samples lie: in this very file, whatever path or address stood there.</summary>
    private static bool TryCleanPlaces(Span<byte> content)
    {
        if (content.Length < 8 || FilmBox.Row(content, 8, content.Length) is not { } places) return false;
        foreach (var place in places)
        {
            if (place.End - place.Content < 4) return false;
            "url "u8.CopyTo(content[(place.Start + 4)..]);
            Clear(content[place.Content..place.End]);
            content[place.Content + 3] = 1;
        }

        return true;
    }

    private static bool Clear(Span<byte> field)
    {
        field.Clear();
        return true;
    }
}
