using System.Net;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>The words of a desk's form, out of the editor or as a mail brought them: plain, marked, and as the editor opens them.</summary>
internal static class DeskText
{
    public static string PlainOf(DeskForm form) => form.Html.Length > 0 ? SafeHtml.PlainTextOf(form.Html) : form.Text;

    /// <summary>None where nothing but paragraphs is there: plain words need no markup.</summary>
    public static string? MarkupOf(DeskForm form)
    {
        var clean = SafeHtml.Clean(form.Html);
        // Every other sign of this kind is escaped in a clean fragment.
        var tags = clean.Replace("<p>", "", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal).Replace("<br>", "", StringComparison.Ordinal);
        return tags.Contains('<', StringComparison.Ordinal) ? clean : null;
    }

    public static string EditorOf(DeskForm form) => form.Html.Length > 0
        ? SafeHtml.Clean(form.Html)
        : string.Concat(form.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(ParagraphOf));

    /// <summary>Cleaned on the way in; what is too long even so is told, not cut.</summary>
    public static Outcome<DeskForm> Cleaned(DeskForm form)
    {
        var (clean, aside) = (AcceptedOf(form), form.Aside is { } other ? AcceptedOf(other) : "");
        if ((clean.Refusal ?? aside.Refusal) is { } refusal) return refusal;
        return form with { Html = clean.Value!, Aside = form.Aside is null ? null : form.Aside with { Html = aside.Value!, Aside = null } };
    }

    private static Outcome<string> AcceptedOf(DeskForm form) => form.Html.Length == 0 ? "" : SafeHtml.Accept(form.Html);

    private static string ParagraphOf(string lines) =>
        "<p>" + WebUtility.HtmlEncode(lines.Trim('\n')).Replace("\n", "<br>", StringComparison.Ordinal) + "</p>";
}
