using System.Globalization;

namespace Bimer.Domain.Cases;

/// <summary>Makes the one line that stands for a petition in lists (özet).</summary>
internal static class PetitionSummary
{
    /// <summary>Most characters as people see them, the ellipsis included.</summary>
    internal const int MaxCharacters = 120;

    // "Sn.", "Dr.", "Mah.", "Cad." and "T.C." end no sentence; neither does the point of "3. kat".
    private const int ShortestSentenceWord = 5;

    internal static string Of(string text)
    {
        var line = text.Split('\n').Select(OnOneLine).First(l => l.Length > 0);
        return Shorten(FirstSentence(line));
    }

    private static string OnOneLine(string line) =>
        string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string FirstSentence(string line)
    {
        var wordStart = 0;
        for (var i = 0; i < line.Length - 1; i++)
        {
            if (line[i + 1] != ' ') continue;
            if (line[i] is '!' or '?' or '…') return line[..(i + 1)];
            if (line[i] == '.' && i - wordStart >= ShortestSentenceWord) return line[..i];
            wordStart = i + 2;
        }

        return line.Length > 1 && line[^1] == '.' && line[^2] != '.' ? line[..^1] : line;
    }

    private static string Shorten(string sentence)
    {
        var starts = StringInfo.ParseCombiningCharacters(sentence);
        if (starts.Length <= MaxCharacters) return sentence;

        var cut = sentence[..starts[MaxCharacters - 1]];   // room for the ellipsis
        var space = cut.LastIndexOf(' ');
        return (space > cut.Length / 2 ? cut[..space] : cut).TrimEnd(' ', ',', ';', ':', '.') + "…";
    }
}
