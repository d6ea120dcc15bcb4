using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Shell.Html;

/// <summary>
/// Finished markup for what is drawn often and never changes by itself: one piece in a circuit's memory instead of dozens. What is written
/// in the source is markup, whatever fills a hole is text.
/// </summary>
public readonly record struct Markup
{
    internal Markup(string written) => Rendered = new MarkupString(written);

    public MarkupString Rendered { get; }

    internal static Markup Of(ref MarkupWriter written) => written.Finish();
}

/// <summary>The compiler hands it the parts of <c>$"…"</c> one by one; the holes are encoded, without exception.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupWriter(int literalLength, int formattedCount)
{
    private const int TypicalHole = 40;
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _written = new(literalLength + (formattedCount * TypicalHole));

    public void AppendLiteral(string markup) => _written.Append(markup);

    public void AppendFormatted(string? text)
    {
        if (text is not null) _written.Append(_encoder.Encode(text));
    }

    /// <summary>Markup that was made here before.</summary>
    public void AppendFormatted(Markup markup) => _written.Append(markup.Rendered.Value);

    internal Markup Finish() => new(_written.ToString());
}
