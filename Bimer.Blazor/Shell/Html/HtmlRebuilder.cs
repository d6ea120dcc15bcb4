using System.Globalization;
using System.Text;

namespace Bimer.Blazor.Shell.Html;

/// <summary>
/// Builds the clean fragment. Keeps its own list of open elements, so what comes out is nested and closed whatever came in,
/// and gives the same list when it is read again.
/// </summary>
internal sealed class HtmlRebuilder(int maxLength) : IHtmlReader
{
    private readonly HtmlWriter _out = new(maxLength);
    private readonly StringBuilder _text = new();
    private bool _newLine;

    public bool WasCut => _out.WasCut;

    public void Text(string text) => _text.Append(text);

    public void Start(string original, Func<string, string> attribute)
    {
        FlushText();
        var name = HtmlRules.NameOf(original);
        if (name is "br") WriteBreak();
        else if (HtmlRules.Inline.Contains(name)) StartInline(name, attribute);
        else if (HtmlRules.Paragraphs.Contains(name) || HtmlRules.Containers.Contains(name)) StartBlock(name);
        else if (name is "li") StartItem();
        else if (HtmlRules.Cells.Contains(name)) StartCell(name, attribute);
        else if (name is "tr" || HtmlRules.RowGroups.Contains(name) || name is "caption") StartTablePart(name);
        else if (HtmlRules.LineEnders.Contains(name)) EndLine();
    }

    public void End(string original)
    {
        FlushText();
        var name = HtmlRules.NameOf(original);
        if (HtmlRules.Inline.Contains(name) || HtmlRules.Paragraphs.Contains(name)) _out.CloseWithin(name, HtmlRules.Walls);
        else if (HtmlRules.Walls.Contains(name)) CloseWall(name);
        else if (HtmlRules.LineEnders.Contains(name)) EndLine();
    }

    public string Finish()
    {
        FlushText();
        _out.CloseAll();
        var html = _out.ToString();
        return string.IsNullOrWhiteSpace(html) ? "" : html;
    }

    private void FlushText()
    {
        if (_text.Length == 0) return;
        var text = _text.ToString();
        _text.Clear();
        if (string.IsNullOrWhiteSpace(text) && (HtmlRules.Frames.Contains(_out.Current) || _newLine)) return;
        MakeRoomForText();
        _out.WriteText(text);
    }

    private void StartInline(string name, Func<string, string> attribute)
    {
        var link = "";
        if (name is "a")
        {
            link = SafeLink.Of(attribute("href")) ?? "";
            _out.CloseWithin("a", HtmlRules.Walls);
            if (link.Length == 0 || _out.IsOpen("a")) return;
        }
        if (_out.Depth >= SafeHtml.MaxDepth) return;
        MakeRoomForText();
        _out.Open(name, link.Length == 0 ? "" : $" href=\"{HtmlWriter.Escaped(link)}\" rel=\"noopener noreferrer\"");
    }

    private void StartBlock(string name)
    {
        EndParagraph();
        if (_out.Depth >= SafeHtml.MaxDepth)
        {
            EndLine();
            return;
        }
        MakeRoomForBlock();
        _out.Open(name);
        _newLine = false;
    }

    private void StartItem()
    {
        if (!_out.CloseWithin("li", HtmlRules.Lists)) EndParagraph();
        if (!HtmlRules.Lists.Contains(_out.Current))
        {
            if (_out.Depth >= SafeHtml.MaxDepth)
            {
                EndLine();
                return;
            }
            MakeRoomForBlock();
            _out.Open("ul");
        }
        _out.Open("li");
        _newLine = false;
    }

    private void StartCell(string name, Func<string, string> attribute)
    {
        if (!_out.ReturnTo("table", "tr", "table", "thead", "tbody", "tfoot"))
        {
            EndLine();
            return;
        }
        if (_out.Current is not "tr") _out.Open("tr");
        _out.Open(name, Span("colspan", attribute) + Span("rowspan", attribute));
        _newLine = false;
    }

    private void StartTablePart(string name)
    {
        var parents = name is "tr" ? new[] { "table", "thead", "tbody", "tfoot" } : ["table"];
        if (!_out.ReturnTo("table", parents))
        {
            EndLine();
            return;
        }
        _out.Open(name);
        _newLine = false;
    }

    private void CloseWall(string name)
    {
        // The end of a list ends what is open in it, but not the table around it; the same the other way round.
        var walls = name switch
        {
            "li" => HtmlRules.Lists,
            "ul" or "ol" or "blockquote" => HtmlRules.Cells,
            _ => HtmlRules.OnlyTable,
        };
        if (_out.CloseWithin(name, walls)) _newLine = false;
    }

    private void WriteBreak()
    {
        if (HtmlRules.Frames.Contains(_out.Current)) return;
        MakeRoomForText();
        _out.WriteBreak();
    }

    private void EndParagraph()
    {
        foreach (var paragraph in HtmlRules.Paragraphs) _out.CloseWithin(paragraph, HtmlRules.Walls);
    }

    private void EndLine()
    {
        EndParagraph();
        _newLine = true;
    }

    // Text that follows a line that has ended begins a new one.
    private void MakeRoomForText()
    {
        MakeRoomForBlock();
        if (!_newLine) return;
        _newLine = false;
        if (_out.IsAtBeginning) return;
        if (_out.Depth < SafeHtml.MaxDepth && (_out.Current is "" or "blockquote")) _out.Open("p");
        else _out.WriteBreak();
    }

    private void MakeRoomForBlock()
    {
        if (HtmlRules.Lists.Contains(_out.Current)) _out.Open("li");
        else if (_out.Current is "tr") _out.Open("td");
        else if (HtmlRules.Frames.Contains(_out.Current))
        {
            _out.Open("tr");
            _out.Open("td");
        }
    }

    private static string Span(string name, Func<string, string> attribute) =>
        int.TryParse(attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span is > 1 and <= 50
            ? string.Create(CultureInfo.InvariantCulture, $" {name}=\"{span}\"")
            : "";
}
