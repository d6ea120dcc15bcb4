using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Shell.Html;

/// <summary>Markup of our own, written out in the source. The analyzers refuse anything else (CA1857), so no input can become markup here.</summary>
internal readonly struct ConstantMarkup
{
    private ConstantMarkup(string markup) => Rendered = new MarkupString(markup);

    public MarkupString Rendered { get; }

    public static ConstantMarkup Of([ConstantExpected] string markup) => new(markup);
}
