using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>
/// Runs a program of Debian on a stranger's file: it gets the file by its standard input and answers by its output, writes nothing to
/// the disk, sees none of our settings, gains no rights, and is bounded in memory, processor time, files, output and time. One that
/// works on files only gets a room to write in, and then no network.
/// </summary>
internal sealed class LimitedProcess(DrawingOptions limits)
{
    private const long MostOutput = 200L * 1_048_576;

    /// <param name="room">The folder it may write in; without one it writes nowhere.</param>
    /// <returns>What it answered; null when it is not there, failed, took too long or wrote too much.</returns>
    public async Task<byte[]?> RunAsync(string program, IEnumerable<string> arguments, Stream input, CancellationToken ct, string? room = null)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(limits.LongestTime);
        using var process = Start([.. BoundsOf(room), program, .. arguments], room);
        if (process is null) return null;
        try
        {
            var silence = process.StandardError.BaseStream.CopyToAsync(Stream.Null, time.Token);
            var feeding = FeedAsync(process, input, time.Token);
            var output = await ReadAsync(process.StandardOutput.BaseStream, time.Token);
            await Task.WhenAll(feeding, silence);
            await process.WaitForExitAsync(time.Token);
            return process.ExitCode == 0 ? output : null;
        }
        catch (Exception given) when (given is InvalidDataException || (given is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private string[] BoundsOf(string? room)
    {
        string[] apart = room is null ? [] : ["unshare", "--user", "--map-root-user", "--net"];
        var (memory, files, bytes) = room is null ? (1L, 64, 0L) : (4L, 256, MostOutput);
        return
        [
            "--no-new-privs", .. apart, "prlimit", Limit("as", memory * limits.MemoryMegabytes * 1_048_576L), Limit("cpu", (long)limits.LongestTime.TotalSeconds + 1),
            Limit("fsize", bytes), Limit("core", 0), Limit("nofile", files), "--",
        ];
    }

    private static Process? Start(string[] words, string? room)
    {
        var start = new ProcessStartInfo("setpriv", words)
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = room ?? "/",
        };
        start.Environment.Clear();
        (start.Environment["PATH"], start.Environment["LANG"]) = ("/usr/bin:/bin", "C.UTF-8");
        if (room is not null) start.Environment["HOME"] = room;
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;   // not a Debian machine
        }
    }

    private static string Limit(string what, long most) => string.Create(CultureInfo.InvariantCulture, $"--{what}={most}");

    private static async Task FeedAsync(Process process, Stream input, CancellationToken ct)
    {
        try
        {
            await using var into = process.StandardInput.BaseStream;
            await input.CopyToAsync(into, ct);
        }
        catch (IOException)
        {
            // It has read enough, or is gone; its exit code tells.
        }
    }

    private static async Task<byte[]> ReadAsync(Stream output, CancellationToken ct)
    {
        using var all = new MemoryStream();
        var piece = new byte[81_920];
        for (int read; (read = await output.ReadAsync(piece, ct)) > 0;)
        {
            if (all.Length + read > MostOutput) throw new InvalidDataException("It wrote too much.");
            all.Write(piece, 0, read);
        }

        return all.ToArray();
    }
}
