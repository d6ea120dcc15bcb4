using System.Collections.Frozen;

namespace Bimer.Blazor.Shell.Html;

/// <summary>Which elements a clean fragment may have and where they may stand.</summary>
internal static class HtmlRules
{
    /// <summary>Running text with a manner.</summary>
    public static readonly FrozenSet<string> Inline = Names("strong", "b", "em", "i", "u", "a");

    /// <summary>Blocks that hold running text only; the next block ends them.</summary>
    public static readonly FrozenSet<string> Paragraphs = Names("p", "h3", "h4");

    /// <summary>Blocks that hold blocks.</summary>
    public static readonly FrozenSet<string> Containers = Names("ul", "ol", "table", "blockquote");

    public static readonly FrozenSet<string> Lists = Names("ul", "ol");
    public static readonly FrozenSet<string> Cells = Names("td", "th");
    public static readonly FrozenSet<string> OnlyTable = Names("table");
    public static readonly FrozenSet<string> RowGroups = Names("thead", "tbody", "tfoot");

    /// <summary>Elements that hold parts, never text.</summary>
    public static readonly FrozenSet<string> Frames = Names("ul", "ol", "table", "thead", "tbody", "tfoot", "tr");

    /// <summary>No end tag of running text or of a paragraph reaches out of these.</summary>
    public static readonly FrozenSet<string> Walls = Names("ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "blockquote");

    /// <summary>Unknown blocks end a line even though their tags go.</summary>
    public static readonly FrozenSet<string> LineEnders = Names(
        "div", "section", "article", "header", "footer", "main", "nav", "aside", "pre", "address", "figure", "figcaption", "fieldset", "form",
        "dl", "dt", "dd", "hr", "center", "details", "summary", "body", "html");

    /// <summary>What an element is called in a clean fragment: a letter has two levels of headings.</summary>
    public static string NameOf(string name) => name switch
    {
        "h1" or "h2" => "h3",
        "h5" or "h6" => "h4",
        _ => name,
    };

    private static FrozenSet<string> Names(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
