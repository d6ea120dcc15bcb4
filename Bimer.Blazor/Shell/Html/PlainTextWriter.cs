using System.Globalization;
using System.Text;

namespace Bimer.Blazor.Shell.Html;

/// <summary>Writes a clean fragment as text: blank lines between paragraphs, marks before items, bars between cells, targets after links.</summary>
internal sealed class PlainTextWriter : IHtmlReader
{
    private static readonly string[] _schemes = ["https://", "http://", "mailto:"];

    private readonly StringBuilder _text = new();
    private readonly Stack<int?> _lists = new();   // null: bullets; else the last number
    private string _link = "";
    private int _linkStart;
    private bool _firstCell;
    private bool _afterMark;   // a paragraph inside an item or cell continues its line

    public void Start(string name, Func<string, string> attribute)
    {
        switch (name)
        {
            case "br": BreakLine(); break;
            case "p" or "h3" or "h4" or "blockquote" or "table": Separate(2); break;
            case "ul" or "ol": StartList(name); break;
            case "li": StartItem(); break;
            case "tr": StartRow(); break;
            case "td" or "th": StartCell(); break;
            case "a": (_link, _linkStart) = (attribute("href"), _text.Length); break;
        }
    }

    public void End(string name)
    {
        switch (name)
        {
            case "p" or "h3" or "h4" or "blockquote" or "table": Separate(2); break;
            case "ul" or "ol": EndList(); break;
            case "a": EndLink(); break;
        }
    }

    public void Text(string text)
    {
        foreach (var letter in text)
        {
            // One space for any run of it, none at the beginning of a line.
            if (!char.IsWhiteSpace(letter)) Write(letter);
            else if (_text.Length > 0 && _text[^1] is not (' ' or '\n')) _text.Append(' ');
        }
    }

    public string Finish() => _text.ToString().Trim();

    private void Write(char letter)
    {
        _text.Append(letter);
        _afterMark = false;
    }

    private void BreakLine()
    {
        _text.TrimEndSpaces().Append('\n');
        _afterMark = false;
    }

    private void StartList(string name)
    {
        Separate(_lists.Count == 0 ? 2 : 1);
        _lists.Push(name is "ol" ? 0 : null);
    }

    private void EndList()
    {
        _lists.TryPop(out _);
        Separate(_lists.Count == 0 ? 2 : 1);
    }

    private void StartItem()
    {
        _afterMark = false;
        Separate(1);
        var number = _lists.TryPop(out var last) ? last + 1 : null;
        _lists.Push(number);
        _text.Append(' ', (_lists.Count - 1) * 2);
        _text.Append(number is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value}. ") : "• ");
        _afterMark = true;
    }

    private void StartRow()
    {
        _afterMark = false;
        Separate(1);
        _firstCell = true;
    }

    private void StartCell()
    {
        if (!_firstCell) _text.TrimEndSpaces().Append(" | ");
        _firstCell = false;
        _afterMark = true;
    }

    private void EndLink()
    {
        var label = _text.ToString(_linkStart, _text.Length - _linkStart).Trim();
        if (label.Length == 0) _text.Append(_link);
        else if (!IsAddress(label)) _text.Append(" (").Append(_link).Append(')');
    }

    // Only the whole address may stand for itself: "turkiye.gov.tr" is also the end of addresses that lead elsewhere.
    private bool IsAddress(string label) => string.Equals(_link, label, StringComparison.Ordinal)
        || _schemes.Any(scheme => _link.Length == scheme.Length + label.Length && _link.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && _link.EndsWith(label, StringComparison.Ordinal));

    private void Separate(int lines)
    {
        if (_text.Length == 0 || _afterMark) return;
        _text.TrimEndSpaces();
        for (var have = Trailing('\n'); have < lines; have++) _text.Append('\n');
    }

    private int Trailing(char letter)
    {
        var count = 0;
        while (count < _text.Length && _text[_text.Length - 1 - count] == letter) count++;
        return count;
    }
}

internal static class TrimmingText
{
    public static StringBuilder TrimEndSpaces(this StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ') text.Length--;
        return text;
    }
}
