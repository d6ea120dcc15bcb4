using System.Diagnostics;
using System.Globalization;

namespace Bimer.Tests.Given;

/// <summary>Where Debian puts the PostgreSQL programs, and how to run them: the server refuses to run as root.</summary>
internal static class PostgresPrograms
{
    private const string UnprivilegedUser = "postgres";

    public static ProcessStartInfo Run(string program, string workingDirectory, params IEnumerable<string> arguments)
    {
        var path = Find(program);
        var start = new ProcessStartInfo { WorkingDirectory = workingDirectory };
        if (Environment.IsPrivilegedProcess)
        {
            start.FileName = "setpriv";
            foreach (var word in (string[])[$"--reuid={UnprivilegedUser}", $"--regid={UnprivilegedUser}", "--clear-groups", path]) start.ArgumentList.Add(word);
        }
        else
        {
            start.FileName = path;
        }

        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>Hands the folder to the user the server will run as.</summary>
    public static async Task HandOverAsync(string folder)
    {
        if (Environment.IsPrivilegedProcess) await ChildProcess.RunAsync(new ProcessStartInfo("chown", [UnprivilegedUser, folder]));
    }

    private static string Find(string program) =>
        Folders().Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            $"PostgreSQL's '{program}' is not here. Install it with ./test.sh or `apt-get install postgresql`; these tests are not skipped without it.");

    private static IEnumerable<string> Folders()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        var newestFirst = versions.OrderByDescending(v => int.TryParse(Path.GetFileName(v.AsSpan()), CultureInfo.InvariantCulture, out var number) ? number : 0);
        return newestFirst.Select(v => Path.Combine(v, "bin")).Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
    }
}
