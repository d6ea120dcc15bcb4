using System.Collections.Frozen;
using System.Globalization;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>Makes the one line that stands for a petition in lists (özet).</summary>
internal static class PetitionSummary
{
    /// <summary>Most characters as people see them, the ellipsis included.</summary>
    internal const int MaxCharacters = 120;

    // "Sn.", "Dr.", "Mah.", "Cad." and "T.C." end no sentence; neither does the point of "3. kat".
    private const int ShortestSentenceWord = 5;

    private const int LongestGreeting = 32;
    private const int MostWords = 4;

    // As the search folds them.
    private static readonly FrozenSet<string> _addresses = Folded("merhaba", "merhabalar", "selam", "selamlar", "selamun", "sayin", "degerli");
    private static readonly FrozenSet<string> _greetings = Folded("iyi gunler", "iyi aksamlar", "iyi calismalar", "gunaydin", "kolay gelsin", "hayirli gunler");

    internal static string Of(string text)
    {
        var lines = text.Split('\n').Select(OnOneLine).Where(l => l.Length > 0).ToList();
        return Shorten(FirstSentence(lines.Select(WithoutGreeting).FirstOrDefault(l => l.Length > 0) ?? lines[0]));
    }

    /// <summary>"Merhaba, yolumuz bozuk" is about the road.</summary>
    private static string WithoutGreeting(string line)
    {
        var end = line.IndexOfAny([',', '!', ':']);
        var (head, rest) = end < 0 ? (line, "") : (line[..end], line[(end + 1)..].TrimStart());
        return head.Length <= LongestGreeting && IsGreeting(TurkishFold.Of(head)) ? WithoutGreeting(rest) : line;
    }

    private static bool IsGreeting(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords && (_addresses.Contains(words[0]) || _greetings.Contains(string.Join(' ', words)));
    }

    private static FrozenSet<string> Folded(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

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
