using System.Text;

namespace Bimer.Blazor.Shell.Html;

/// <summary>The fragment being written and its open elements. Full, it takes no more text and no more starts; ends always fit.</summary>
internal sealed class HtmlWriter(int maxLength)
{
    private readonly StringBuilder _html = new();
    private readonly List<string> _open = [];
    private int _beginning;

    public bool WasCut { get; private set; }

    public int Depth => _open.Count;

    /// <summary>The innermost open element; empty at the top.</summary>
    public string Current => _open.Count == 0 ? "" : _open[^1];

    /// <summary>Nothing has been written in the innermost element yet.</summary>
    public bool IsAtBeginning => _html.Length == _beginning && _open.Count > 0;

    public bool IsOpen(string name) => _open.Contains(name, StringComparer.Ordinal);

    public void Open(string name, string attributes = "")
    {
        if (!Fits(name.Length + attributes.Length + 2)) return;
        _html.Append('<').Append(name).Append(attributes).Append('>');
        _open.Add(name);
        _beginning = _html.Length;
    }

    public void WriteBreak()
    {
        if (Fits("<br>".Length)) _html.Append("<br>");
    }

    public void WriteText(string text)
    {
        foreach (var rune in text.EnumerateRunes())   // a lone surrogate comes out as U+FFFD
        {
            if (rune.Value is < 0x20 and not ('\t' or '\n') or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF) continue;
            var escaped = Escaped(rune.ToString());
            if (!Fits(escaped.Length)) return;
            _html.Append(escaped);
        }
    }

    /// <summary>Closes the innermost element of this name and all in it, unless a wall stands between; true when there was one.</summary>
    public bool CloseWithin(string name, IReadOnlySet<string> walls)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (string.Equals(_open[i], name, StringComparison.Ordinal))
            {
                CloseDownTo(i);
                return true;
            }
            if (walls.Contains(_open[i])) return false;
        }
        return false;
    }

    /// <summary>Closes up to the innermost element of <paramref name="parents"/>, not leaving the innermost <paramref name="frame"/>; false when there is none.</summary>
    public bool ReturnTo(string frame, params string[] parents)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (parents.Contains(_open[i], StringComparer.Ordinal))
            {
                CloseDownTo(i + 1);
                return true;
            }
            if (string.Equals(_open[i], frame, StringComparison.Ordinal)) return false;
        }
        return false;
    }

    public void CloseAll() => CloseDownTo(0);

    public override string ToString() => _html.ToString();

    public static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private bool Fits(int length)
    {
        WasCut |= _html.Length + length > maxLength;
        return !WasCut;
    }

    private void CloseDownTo(int count)
    {
        while (_open.Count > count)
        {
            _html.Append("</").Append(_open[^1]).Append('>');
            _open.RemoveAt(_open.Count - 1);
        }
    }
}
