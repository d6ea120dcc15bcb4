using Bimer.Blazor.Shell.Html;

namespace Bimer.Blazor.Shell.Letters;

/// <summary>The words of a letter as they are marked: one space for any run of space, paragraphs and cells run on.</summary>
public sealed class MarkedWords
{
    private readonly string _text;

    private MarkedWords(string text) => _text = text;

    public static MarkedWords Of(string html)
    {
        var reader = new Reader();
        HtmlTokens.Read(SafeHtml.Clean(html), reader);
        return new MarkedWords(Tidy(string.Concat(reader.Runs)));
    }

    /// <summary>What was selected or typed, as it would stand in a letter.</summary>
    public static string Tidy(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>How often these words stand there; letter by letter, for the page marks them by the same comparison.</summary>
    public int PlacesOf(string words)
    {
        var (sought, count, from) = (Tidy(words), 0, 0);
        if (sought.Length == 0) return 0;
        for (; (from = _text.IndexOf(sought, from, StringComparison.Ordinal)) >= 0; from += sought.Length) count++;
        return count;
    }

    private sealed class Reader : IHtmlReader
    {
        public List<string> Runs { get; } = [];

        public void Start(string name, Func<string, string> attribute)
        {
            if (!HtmlRules.Inline.Contains(name)) Runs.Add(" ");
        }

        public void End(string name) => Start(name, _ => "");

        public void Text(string text) => Runs.Add(text);
    }
}
