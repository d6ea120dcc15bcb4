using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Bimer.Blazor.Shell.Html;

/// <summary>What a fragment is made of, in order.</summary>
internal interface IHtmlReader
{
    void Start(string name, Func<string, string> attribute);
    void End(string name);
    void Text(string text);
}

/// <summary>
/// Takes a fragment apart with AngleSharp's tokenizer. Not with its parser: a tree repaired by rules meant for browsers is what lets
/// one document be read as two, and a few thousand open elements make it slow. Elements that hold no readable text are left out with all they hold.
/// </summary>
internal static class HtmlTokens
{
    private static readonly Dictionary<string, HtmlParseMode> RawContent = new(StringComparer.Ordinal)
    {
        ["script"] = HtmlParseMode.Script,
        ["style"] = HtmlParseMode.Rawtext,
        ["iframe"] = HtmlParseMode.Rawtext,
        ["xmp"] = HtmlParseMode.Rawtext,
        ["noembed"] = HtmlParseMode.Rawtext,
        ["noframes"] = HtmlParseMode.Rawtext,
        ["textarea"] = HtmlParseMode.RCData,
        ["title"] = HtmlParseMode.RCData,
        ["plaintext"] = HtmlParseMode.Plaintext,
    };

    private static readonly HashSet<string> LeftOut = new(
        [.. RawContent.Keys, "noscript", "template", "svg", "math", "object", "applet", "select", "head", "audio", "video", "canvas", "map", "dialog"],
        StringComparer.Ordinal);

    public static void Read(string html, IHtmlReader reader)
    {
        using var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        var leftOut = new Skipping();
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token.Type == HtmlTokenType.StartTag && RawContent.TryGetValue(token.Name, out var mode)) tokenizer.State = mode;
            if (!leftOut.Covers(token)) Tell(reader, token);
        }
    }

    private static void Tell(IHtmlReader reader, HtmlToken token)
    {
        switch (token.Type)
        {
            case HtmlTokenType.StartTag:
                reader.Start(token.Name, token.AsTag().GetAttribute);
                break;
            case HtmlTokenType.EndTag:
                reader.End(token.Name);
                break;
            case HtmlTokenType.Character:
                reader.Text(token.Data);
                break;
        }
    }

    /// <summary>Inside an element that is left out, until its own end; the same name may stand in itself.</summary>
    private sealed class Skipping
    {
        private string? _name;
        private int _depth;

        public bool Covers(HtmlToken token)
        {
            if (_name is null)
            {
                if (token.Type != HtmlTokenType.StartTag || !LeftOut.Contains(token.Name)) return false;
                if (token.AsTag().IsSelfClosing && !RawContent.ContainsKey(token.Name)) return true;
                (_name, _depth) = (token.Name, 1);
                return true;
            }
            if (!string.Equals(token.Name, _name, StringComparison.Ordinal)) return true;
            if (token.Type == HtmlTokenType.StartTag && !token.AsTag().IsSelfClosing) _depth++;
            if (token.Type == HtmlTokenType.EndTag && --_depth == 0) _name = null;
            return true;
        }
    }
}
