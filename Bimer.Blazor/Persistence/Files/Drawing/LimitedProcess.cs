using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>
/// Runs a program of Debian on a stranger's file: it gets the file by its standard input and answers by its output, writes nothing to
/// the disk, sees none of our settings, gains no rights, and is bounded in memory, processor time, files, output and time. One that
/// works on files only gets a <see cref="RoomApart"/> to write in. Whatever it started is gone when the answer is there.
/// </summary>
internal sealed class LimitedProcess(DrawingOptions limits)
{
    private const long MostOutput = 200L * 1_048_576;

    /// <summary>What was killed is gone at once, unless the disk itself hangs.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LateBy = TimeSpan.FromSeconds(2);

    /// <param name="room">Where it may write; without one it writes nowhere.</param>
    /// <returns>What it answered; null when it is not there, failed, took too long or wrote too much.</returns>
    public async Task<byte[]?> RunAsync(string program, IEnumerable<string> arguments, Stream input, CancellationToken ct, RoomApart? room = null)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(limits.LongestTime);
        using var process = Start(WordsOf(program, arguments, room), room);
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
            await EndAsync(process);
        }
    }

    /// <summary>
    /// Of the processes of a room apart the kernel ends all when the first ends, and that one when who started it ends. Each holds the two
    /// pipes until it is gone: only then is there nobody left who writes into the room.
    /// </summary>
    private static async Task EndAsync(Process process)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        using var time = new CancellationTokenSource(LongestEnd);
        try
        {
            await process.WaitForExitAsync(time.Token);
            await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, time.Token);
            await process.StandardError.BaseStream.CopyToAsync(Stream.Null, time.Token);
        }
        catch (OperationCanceledException)
        {
            // It cannot be ended; its room is removed as far as that goes.
        }
    }

    /// <summary>
    /// What is started as <c>setpriv</c>. Of our own death nobody tells a program that hangs: so one of the machine ends it, a little later than we would.
    /// </summary>
    internal string[] WordsOf(string program, IEnumerable<string> arguments, RoomApart? room) => [.. BoundsOf(room), program, .. arguments];

    private string[] BoundsOf(RoomApart? room)
    {
        var bounds = room?.Bounds ?? RoomBounds.None;
        return
        [
            "--no-new-privs", "timeout", "-s", "KILL", Seconds(limits.LongestTime + LateBy), .. room?.Words ?? [], "prlimit", Limit(bounds.Memory, bounds.Times * limits.MemoryMegabytes * 1_048_576L), Limit("cpu", (long)limits.LongestTime.TotalSeconds + 1),
            Limit("fsize", bounds.MayWrite ? MostOutput : 0), Limit("core", 0), Limit("nofile", bounds.Files), "--",
        ];
    }

    private static Process? Start(string[] words, RoomApart? room)
    {
        var start = new ProcessStartInfo("setpriv", words)
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/",
        };
        start.Environment.Clear();
        (start.Environment["PATH"], start.Environment["LANG"]) = ("/usr/bin:/bin", "C.UTF-8");
        if (room is not null) (start.Environment["HOME"], start.Environment["TMPDIR"]) = (RoomApart.Inside, RoomApart.Inside);
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;   // not a Debian machine
        }
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);

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
