using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bimer.Tests.HouseRules.Reading;

/// <summary>Finds the words a component writes by itself, in what the Razor compiler made of its markup: there, words and code are told apart already.</summary>
internal static class Markup
{
    private const string Builder = "Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder.";

    private const string Join = "System.String.Concat";
    private const string Lookup = $"{Framework.Words}.IStringLocalizer.get_Item";

    /// <summary>Names that read the same in every language.</summary>
    private static readonly string[] _sameEverywhere = ["Bimer", "Ctrl K"];

    /// <summary>Attributes and parameters people read or hear.</summary>
    private static readonly HashSet<string> _spoken = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "alt", "placeholder", "label", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext",
        "text", "arialabel", "description", "caption", "heading", "header", "summary", "message", "emptytext", "subtitle",
    };

    public static IEnumerable<string> WordsOf(HouseType component) =>
        from method in component.Methods from words in WordsOf(method) select $"{component.FullName}: \"{words.Trim()}\"";

    /// <summary>The words of ready-made markup: its text and its spoken attributes.</summary>
    public static IEnumerable<string> WordsOf(string html)
    {
        // A template takes a lone table row as it is; a body would drop its tags.
        var page = new HtmlParser().ParseDocument($"<template>{html}</template>");
        var content = ((IHtmlTemplateElement)page.QuerySelector("template")!).Content;
        var texts = content.Descendants().OfType<IText>().Where(t => t.ParentElement?.LocalName is not ("script" or "style")).Select(t => t.Data);
        var spoken = content.Descendants().OfType<IElement>().SelectMany(e => e.Attributes).Where(a => _spoken.Contains(a.Name)).Select(a => a.Value);
        return texts.Concat(spoken).Where(HasLetters);
    }

    private static IEnumerable<string> WordsOf(HouseMethod method)
    {
        var steps = method.Steps;
        var from = 0;
        for (var at = 0; at < steps.Count; at++)
        {
            if (steps[at].Names is not [var called, ..] || !called.StartsWith(Builder, StringComparison.Ordinal)) continue;
            var window = steps.Skip(from).Take(at - from + 1).ToList();
            from = at + 1;
            foreach (var words in WordsOf(called[Builder.Length..], window)) yield return words;
        }
    }

    private static IEnumerable<string> WordsOf(string call, List<Step> window) => call switch
    {
        "AddMarkupContent" => window.Select(s => s.Literal).OfType<string>().SelectMany(WordsOf),
        "AddContent" => Written(window),
        "AddAttribute" or "AddComponentParameter" when window.Find(s => s.Literal is not null) is { Literal: { } name } first && _spoken.Contains(name) =>
            Written(window[(window.IndexOf(first) + 1)..]),
        _ => [],
    };

    private static IEnumerable<string> Written(List<Step> window) =>
        from at in Enumerable.Range(0, window.Count - 1)
        let text = window[at].Literal
        where text is not null && HasLetters(text) && IsWritten(window, at)
        select text;

    // A string handed to the builder is written out, and so is one joined with others, unless the whole is a key; one handed to another call is a key or a format.
    private static bool IsWritten(List<Step> window, int at)
    {
        var next = window[at + 1];
        if (next.Names.Count > 0 && !next.Calls(Join))
        {
            return next.Names[0].StartsWith(Builder, StringComparison.Ordinal) || next.Names[0].EndsWith(".AppendLiteral", StringComparison.Ordinal);
        }

        var join = window.FindIndex(at + 1, step => step.Calls(Join));
        return join > 0 && !window.Skip(join + 1).First(step => step.Names.Count > 0).Calls(Lookup);
    }

    private static bool HasLetters(string text) =>
        _sameEverywhere.Aggregate(text, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal)).Any(char.IsLetter);
}
