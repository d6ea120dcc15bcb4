using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Shell.Html;

/// <summary>
/// Formatted text from people. Nothing they wrote is passed through: the text is taken apart, and a new fragment is built of the few elements
/// that are allowed, without styles, classes, scripts or pictures. Clean when it is written and again when it is shown; cleaning twice changes nothing.
/// </summary>
public static class SafeHtml
{
    /// <summary>The most a clean fragment may have, in UTF-16 units, inclusive; about forty pages.</summary>
    public const int MaxLength = 100_000;

    /// <summary>The most that is read of what was pasted: word processors wrap a page of text in a hundred pages of style.</summary>
    public const int MaxInput = 4_000_000;

    /// <summary>How deep elements may stand in each other; deeper ones lose their tags, not their text.</summary>
    public const int MaxDepth = 24;

    /// <summary>The clean fragment, never longer than <see cref="MaxLength"/> and its closing tags. For rendering.</summary>
    public static string Clean(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return "";
        var rebuilder = new HtmlRebuilder(MaxLength);
        HtmlTokens.Read(html.Length <= MaxInput ? html : html[..MaxInput], rebuilder);
        return rebuilder.Finish();
    }

    /// <summary>The clean fragment, or <see cref="Refusal.FormattedTextTooLong"/> instead of a silent cut. For writing.</summary>
    public static Outcome<string> Accept(string? html)
    {
        if (html is { Length: > MaxInput }) return new Refusal.FormattedTextTooLong(MaxInput);
        var rebuilder = new HtmlRebuilder(MaxLength);
        HtmlTokens.Read(html ?? "", rebuilder);
        var clean = rebuilder.Finish();
        return rebuilder.WasCut ? new Refusal.FormattedTextTooLong(MaxLength) : clean;
    }

    /// <summary>The same text for people whose mail program shows no HTML: paragraphs, list marks, cells and link targets kept in signs.</summary>
    public static string PlainTextOf(string? html)
    {
        var writer = new PlainTextWriter();
        HtmlTokens.Read(Clean(html), writer);
        return writer.Finish();
    }
}
