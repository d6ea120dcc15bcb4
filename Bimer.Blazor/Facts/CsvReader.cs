using System.Text;

namespace Bimer.Blazor.Facts;

/// <summary>
/// RFC 4180 with a header row: quoted fields may hold commas, doubled quotes and line ends. Beyond the RFC, a record that begins
/// with # is a comment and an empty line is skipped.
/// </summary>
public sealed class CsvReader
{
    private readonly TextReader _text;
    private readonly string _file;
    private readonly StringBuilder _field = new();
    private int _line = 1;

    private CsvReader(TextReader text, string file)
    {
        _text = text;
        _file = file;
    }

    /// <summary>Reads all rows; the file name is only for messages.</summary>
    /// <exception cref="FactFileException">A quote is never closed, or a row is shorter or longer than the header.</exception>
    public static IReadOnlyList<CsvRow> Read(TextReader text, string file) => new CsvReader(text, file).Rows();

    private List<CsvRow> Rows()
    {
        Dictionary<string, int>? columns = null;
        List<CsvRow> rows = [];
        while (NextRecord() is var (line, fields))
        {
            if (columns is null)
            {
                columns = Header(line, fields);
                continue;
            }

            if (fields.Count != columns.Count)
                throw new FactFileException(_file, line, $"{columns.Count} fields were expected, {fields.Count} found");
            rows.Add(new CsvRow(_file, line, columns, fields));
        }

        return columns is null ? throw new FactFileException(_file, 0, "the file has no header row") : rows;
    }

    private Dictionary<string, int> Header(int line, List<string> names)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!columns.TryAdd(name, columns.Count)) throw new FactFileException(_file, line, $"column '{name}' appears twice");
        }

        return columns;
    }

    private (int Line, List<string> Fields)? NextRecord()
    {
        while (_text.Peek() is '#' or '\n' or '\r')
        {
            _text.ReadLine();
            _line++;
        }

        if (_text.Peek() < 0) return null;
        var start = _line;
        List<string> fields = [];
        do fields.Add(NextField());
        while (EndsWithComma());
        return (start, fields);
    }

    private string NextField()
    {
        _field.Clear();
        if (_text.Peek() == '"') ReadQuoted();
        while (_text.Peek() is >= 0 and not (',' or '\n' or '\r')) _field.Append((char)_text.Read());
        return _field.ToString();
    }

    private void ReadQuoted()
    {
        var start = _line;
        _ = _text.Read();
        while (_text.Read() is var read and >= 0)
        {
            if (read == '\n') _line++;
            if (read == '"')
            {
                if (_text.Peek() != '"') return;
                _ = _text.Read();
            }

            _field.Append((char)read);
        }

        throw new FactFileException(_file, start, "a quote is never closed");
    }

    private bool EndsWithComma()
    {
        var end = _text.Read();
        if (end == '\r' && _text.Peek() == '\n') end = _text.Read();
        if (end is '\n' or '\r') _line++;
        return end == ',';
    }
}
