namespace Bimer.Tests.Given;

/// <summary>A folder of its own for one test, gone afterwards. A whole data folder with a database is a <see cref="SqliteFolder"/>.</summary>
public sealed class AFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bimer-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Every file below, relative, in order.</summary>
    public IReadOnlyList<string> Files =>
    [
        .. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Path, file)).Order(StringComparer.Ordinal),
    ];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
