namespace Bimer.Tests.Given;

/// <summary>A data folder of its own for one test or one server: what `Bimer:DataPath` points at. Gone afterwards.</summary>
public sealed class SqliteFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("bimer-data-").FullName;

    public string DatabaseFile => Path.Combine(Root, "bimer.db");

    public string ConnectionString => $"Data Source={DatabaseFile}";

    /// <summary>A path inside the folder, its parent made.</summary>
    public string At(params string[] parts)
    {
        var path = Path.Combine([Root, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    public void Dispose()
    {
        if (!Directory.Exists(Root)) return;
        // Out of the way first: a screen that was asking its last question when the server stopped would lay the database's own files into a folder that is being emptied.
        var gone = Root + ".gone";
        Directory.Move(Root, gone);
        Directory.Delete(gone, recursive: true);
    }
}
