using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bimer.Tests.Given;

namespace Bimer.Tests.HouseRules.Reading;

/// <summary>A resource file: the words of one room in one language.</summary>
internal sealed partial class WordFile
{
    private const string English = ".en.resx";
    private const string One = ".One";

    private WordFile(string path)
    {
        Path = path;
        Words = XDocument.Load(Repository.At(path)).Root!.Elements("data")
            .GroupBy(data => (string)data.Attribute("name")!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (string?)group.Last().Element("value") ?? "", StringComparer.Ordinal);
    }

    public string Path { get; }

    public IReadOnlyDictionary<string, string> Words { get; }

    /// <summary>The class that stands for the file: <c>Bimer.Blazor/Portal/Filing/FilingWords.resx</c> is <c>Bimer.Blazor.Portal.Filing.FilingWords</c>.</summary>
    public string Marker => Path.Replace(".resx", "", StringComparison.Ordinal).Replace('/', '.');

    public string EnglishPath => Path.Replace(".resx", English, StringComparison.Ordinal);

    public static async Task<IReadOnlyList<WordFile>> TurkishAsync() =>
        [.. (await Repository.FilesAsync(".resx")).Where(file => !file.EndsWith(English, StringComparison.Ordinal)).Select(file => new WordFile(file))];

    /// <summary>What is wrong between this file and its English twin, in words.</summary>
    public IEnumerable<string> Defects()
    {
        if (!File.Exists(Repository.At(EnglishPath))) return [$"{EnglishPath} is missing"];
        var english = new WordFile(EnglishPath);
        var empty = Words.Where(w => string.IsNullOrWhiteSpace(w.Value)).Select(w => $"{Path}: {w.Key} is empty")
            .Concat(english.Words.Where(w => string.IsNullOrWhiteSpace(w.Value)).Select(w => $"{EnglishPath}: {w.Key} is empty"));
        var onlyHere = Words.Keys.Except(english.Words.Keys, StringComparer.Ordinal).Select(key => $"{EnglishPath} lacks {key}");
        var onlyThere = english.Words.Keys.Where(key => !Words.ContainsKey(key) && !Words.ContainsKey(PluralOf(key))).Select(key => $"{Path} lacks {key}");
        var unequal = Words.Where(w => english.Words.TryGetValue(w.Key, out var twin) && !Holes(w.Value).SetEquals(Holes(twin)))
            .Select(w => $"{Path}: {w.Key} has other {{n}} than its English twin");
        return empty.Concat(onlyHere).Concat(onlyThere).Concat(unequal);
    }

    // English alone has a word of its own for one; see CountedWords.
    private static string PluralOf(string key) => key.EndsWith(One, StringComparison.Ordinal) ? key[..^One.Length] : key;

    private static HashSet<string> Holes(string text) => [.. Hole.Matches(text).Select(m => m.Groups["number"].Value)];

    [GeneratedRegex(@"\{(?<number>\d+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Hole { get; }
}
