using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Bimer.Blazor.Shell.Letters;

/// <summary>A letter as an HTML document that needs nothing from outside: mail programs load neither pictures nor style files unasked.</summary>
internal static class LetterHtml
{
    private const string Page = "margin:0;padding:24px;background:#ffffff;color:#1c2024;font:16px/1.6 'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    private const string Sheet = "max-width:680px;margin:0 auto";
    private const string Head = "text-align:center;font-weight:600;margin:0 0 24px";
    private const string Signature = "text-align:right;margin:32px 0";
    private const string Small = "border-top:1px solid #c9ced6;padding-top:12px;font-size:13px;color:#50565e";

    // Turkish letters stay letters; markup is escaped all the same.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="lines">What stands around the text; escaped here.</param>
    /// <param name="cleanBody">The text itself, cleaned by the sanitiser.</param>
    public static string Write(LetterLines lines, string cleanBody) =>
        $"""
        <!DOCTYPE html>
        <html lang="tr">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encoder.Encode(lines.Number)}</title></head>
        <body style="{Page}">
        <div style="{Sheet}">
        <p style="{Head}">{Broken(lines.Letterhead)}</p>
        <p>{Broken(lines.Data)}</p>
        <p>{Encoder.Encode(lines.Greeting)}</p>
        {string.Join('\n', lines.Opening.Select(line => $"<p>{Encoder.Encode(line)}</p>"))}<div>{cleanBody}</div>
        {string.Join('\n', lines.Items.Select(item => $"<p>{Broken(item)}</p>"))}        {string.Join('\n', lines.Closing.Select(line => $"<p>{Encoder.Encode(line)}</p>"))}
        <p style="{Signature}">{Broken(lines.Signature)}</p>
        <p style="{Small}">{Encoder.Encode(LetterLines.Footer)}</p>
        </div>
        </body>
        </html>

        """;

    /// <summary>A letter that nobody wrote: lines alone, all of them escaped here.</summary>
    public static string WriteNotice(string title, IReadOnlyList<string> head, IReadOnlyList<string> data, IReadOnlyList<string> paragraphs) =>
        $"""
        <!DOCTYPE html>
        <html lang="tr">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Encoder.Encode(title)}</title></head>
        <body style="{Page}">
        <div style="{Sheet}">
        <p style="{Head}">{Broken(head)}</p>
        <p>{Broken(data)}</p>
        {string.Join('\n', paragraphs.Select(line => $"<p>{Encoder.Encode(line)}</p>"))}
        <p style="{Small}">{Encoder.Encode(LetterLines.Footer)}</p>
        </div>
        </body>
        </html>

        """;

    private static string Broken(IEnumerable<string> lines) => string.Join("<br>", lines.Select(Encoder.Encode));
}
