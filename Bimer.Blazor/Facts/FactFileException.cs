namespace Bimer.Blazor.Facts;

/// <summary>A shipped data file is not as it must be. Names the file and, where there is one, the line.</summary>
public sealed class FactFileException : Exception
{
    public FactFileException(string file, int line, string problem)
        : base(line > 0 ? $"{file}({line}): {problem}" : $"{file}: {problem}")
    {
        File = file;
        Line = line;
    }

    public string File { get; }

    /// <summary>Counted from 1, comments included; 0 when the whole file is meant.</summary>
    public int Line { get; }
}
