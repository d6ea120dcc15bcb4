using System.Globalization;

namespace Bimer.Blazor.Facts;

/// <summary>One row of a data file; a value that cannot be read is reported with file and line.</summary>
public sealed class CsvRow(string file, int line, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> fields)
{
    public string File => file;

    /// <summary>The line of the file the row begins on, from 1.</summary>
    public int Line => line;

    /// <summary>The text of a column, possibly empty.</summary>
    public string this[string column] =>
        columns.TryGetValue(column, out var index) ? fields[index] : throw Wrong($"there is no column '{column}'");

    /// <summary>The text of a column that must not be empty.</summary>
    public string Text(string column) => this[column] is { Length: > 0 } text ? text : throw Wrong($"{column} is empty");

    /// <summary>The text of a column, or null where it is empty.</summary>
    public string? OptionalText(string column) => this[column] is { Length: > 0 } text ? text : null;

    public int Whole(string column) =>
        int.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong($"{column} is not a whole number: '{this[column]}'");

    public double Number(string column) =>
        double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong($"{column} is not a number: '{this[column]}'");

    public DateOnly Date(string column) =>
        DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong($"{column} is not a date (yyyy-MM-dd): '{this[column]}'");

    /// <summary>The value a word of the file stands for.</summary>
    public T OneOf<T>(string column, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(this[column], out var value) ? value : throw Wrong($"{column} has an unknown word: '{this[column]}'");

    public FactFileException Wrong(string problem) => new(file, line, problem);
}
