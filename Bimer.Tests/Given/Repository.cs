using System.Diagnostics;

namespace Bimer.Tests.Given;

/// <summary>The working copy the tests were built from.</summary>
public static class Repository
{
    private static readonly Lazy<Task<IReadOnlyList<string>>> _tracked = new(ListAsync);

    /// <summary>The folder of the solution, ending with a slash.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Debug or Release: the configuration of this build.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>What git keeps or would keep, as paths from <see cref="Root"/>: nothing that is ignored, nothing deleted.</summary>
    public static Task<IReadOnlyList<string>> FilesAsync() => _tracked.Value;

    public static async Task<IEnumerable<string>> FilesAsync(params string[] endings) =>
        (await FilesAsync()).Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    public static string At(string file) => Path.Combine(Root, file);

    private static async Task<IReadOnlyList<string>> ListAsync()
    {
        // A checkout may belong to another user than the one who runs the tests.
        string[] words = ["-c", "safe.directory=*", "-c", "core.quotePath=false", "ls-files", "--cached", "--others", "--exclude-standard"];
        var listing = await ChildProcess.RunAsync(new ProcessStartInfo("git", words) { WorkingDirectory = Root });
        return [.. listing.Split('\n').Distinct(StringComparer.Ordinal).Where(file => File.Exists(At(file)))];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bimer.Blazor.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie below Bimer.Blazor.sln.");
        }

        return folder.FullName + '/';
    }
}
