namespace Bimer.Tests.Facts;

/// <summary>Where the sources lie, seen from the built tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string from)
    {
        for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Bimer.Blazor.sln"))) return at.FullName;
        }

        throw new InvalidOperationException("Bimer.Blazor.sln is nowhere above the built tests.");
    }
}
