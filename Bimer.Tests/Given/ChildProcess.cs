using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Bimer.Tests.Given;

/// <summary>A program a test started: its console is kept, and it does not outlive the test run, however that ends.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Process _lastWill;
    private readonly ConcurrentQueue<string> _console = new();

    private ChildProcess(ProcessStartInfo start, string lastWill)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _lastWill = LeaveLastWill(lastWill, _process.Id);
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Standard output and error, line by line, in the order they came.</summary>
    public IReadOnlyCollection<string> ConsoleLines => _console;

    public string Console => string.Join('\n', _console);

    /// <param name="start">What to run; its three streams are taken over.</param>
    /// <param name="lastWill">Shell words that run if the test run dies first; <c>$1</c> is the child.</param>
    public static ChildProcess Start(ProcessStartInfo start, string lastWill = "kill -9 $1") => new(start, lastWill);

    /// <summary>Runs a short-lived program to its end; anything but exit code 0 throws with its words.</summary>
    public static async Task<string> RunAsync(ProcessStartInfo start)
    {
        await using var child = Start(start);
        await child.WaitForExitAsync();
        return child.ExitCode == 0
            ? child.Console
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {child.ExitCode}:\n{child.Console}");
    }

    public Task WaitForExitAsync() => _process.WaitForExitAsync();

    /// <summary>`kill -9`: no goodbye, no flush.</summary>
    public async Task Kill9Async()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks as an operator would (INT, TERM, HUP) and waits for the end.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {_process.Id}")]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    /// <summary>What the kernel does when the test run dies; only the proof of the last will calls it.</summary>
    internal void BreakPipe() => _lastWill.StandardInput.Close();

    public async ValueTask DisposeAsync()
    {
        await Kill9Async();
        _lastWill.Kill();
        await _lastWill.WaitForExitAsync();
        _lastWill.Dispose();
        _process.Dispose();
    }

    // The pipe to this shell breaks when the test run ends, be it by `kill -9`; then the child goes too. What ends the run by its whole group
    // must not end this shell before it has done so.
    private static Process LeaveLastWill(string will, int child) => Process.Start(new ProcessStartInfo("sh")
    {
        ArgumentList = { "-c", $"trap '' TERM INT HUP; exec >/dev/null 2>&1; read -r _; {will}", "last-will", child.ToString(CultureInfo.InvariantCulture) },
        UseShellExecute = false,
        RedirectStandardInput = true,
    })!;

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text) _console.Enqueue(text);
    }
}
