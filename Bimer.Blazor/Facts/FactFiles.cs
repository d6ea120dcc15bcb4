namespace Bimer.Blazor.Facts;

/// <summary>The data files, embedded so that no path matters at run time. Sources and licences: Facts/README.md.</summary>
public static class FactFiles
{
    private const string Prefix = "Facts.Data.";

    /// <summary>Opens a file by its name in Facts/Data.</summary>
    /// <exception cref="FactFileException">No such file is embedded.</exception>
    public static TextReader Open(string file)
    {
        var stream = typeof(FactFiles).Assembly.GetManifestResourceStream(Prefix + file);
        return stream is null ? throw new FactFileException(file, 0, "the file is not embedded") : new StreamReader(stream);
    }
}
