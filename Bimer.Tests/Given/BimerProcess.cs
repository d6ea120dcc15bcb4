using System.Diagnostics;
using System.Globalization;

namespace Bimer.Tests.Given;

/// <summary>How to start the real program.</summary>
public sealed record BimerSettings(string DataPath)
{
    /// <summary>What <c>ASPNETCORE_ENVIRONMENT</c> says.</summary>
    public string Environment { get; init; } = "Development";

    /// <summary>Settings by their configuration key (<c>Bimer:Mail:Host</c>), given as environment variables.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The settings of a database, and whatever else a test needs.</summary>
    public static IReadOnlyDictionary<string, string> On(Kind kind, string? connectionString, params KeyValuePair<string, string>[] more) =>
        new Dictionary<string, string>([KeyValuePair.Create("Bimer:Database:Provider", kind.ToString()), KeyValuePair.Create("Bimer:Database:ConnectionString", connectionString ?? ""), .. more], StringComparer.Ordinal);

    /// <summary>Answers with success once the program is ready for people.</summary>
    public string ReadyPath { get; init; } = "/health/ready";

    /// <summary>An empty database in Development is filled with the demo first.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromMinutes(3);
}

/// <summary>The real program in a process of its own, as a person would start it: for kills, restarts and whole journeys.</summary>
public sealed class BimerProcess : IAsyncDisposable
{
    private readonly BimerSettings _settings;
    private ChildProcess _program;

    private BimerProcess(BimerSettings settings)
    {
        _settings = settings;
        Port = FreePort.Take();
        _program = Launch();
    }

    public int Port { get; }

    /// <summary>Without a slash at its end; the same after a restart, so open browsers find their way back.</summary>
    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");

    public int Id => _program.Id;

    public bool HasExited => _program.HasExited;

    /// <summary>The console of the current run.</summary>
    public IReadOnlyCollection<string> ConsoleLines => _program.ConsoleLines;

    public static async Task<BimerProcess> StartAsync(BimerSettings settings)
    {
        var bimer = new BimerProcess(settings);
        try
        {
            await bimer.WaitUntilReadyAsync();
            return bimer;
        }
        catch
        {
            await bimer.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one command of the command line (<c>init</c>, <c>verify</c>…) to its end and returns what it printed.</summary>
    public static Task<string> RunCommandAsync(BimerSettings settings, params string[] words) => ChildProcess.RunAsync(StartInfo(settings, null, words));

    /// <summary>Starts a program, or one of its commands, that is expected to end by itself, and returns what it answered.</summary>
    public static async Task<(int ExitCode, string Console)> RefusalAsync(BimerSettings settings, string url = "http://127.0.0.1:0", params string[] words)
    {
        await using var program = ChildProcess.Start(StartInfo(settings, url, words));
        await program.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (program.ExitCode, program.Console);
    }

    public Task Kill9Async() => _program.Kill9Async();

    /// <summary>SIGTERM, as a service manager does; returns when the program has ended.</summary>
    public Task StopGracefullyAsync() => _program.SignalAsync("TERM");

    /// <summary>Starts again on the same data and port; whatever still runs is killed first.</summary>
    public async Task RestartAsync()
    {
        await _program.DisposeAsync();
        _program = Launch();
        await WaitUntilReadyAsync();
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private static ProcessStartInfo StartInfo(BimerSettings settings, string? url, params string[] words)
    {
        var program = Repository.At($"Bimer.Blazor/bin/{Repository.Configuration}/net10.0/Bimer.Blazor.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. words]) { WorkingDirectory = Repository.Root };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = settings.Environment;
        start.Environment["Bimer__DataPath"] = settings.DataPath;
        if (url is not null) start.Environment["ASPNETCORE_URLS"] = url;
        foreach (var (key, value) in settings.Settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    private ChildProcess Launch() => ChildProcess.Start(StartInfo(_settings, Url));

    private async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri(Url), Timeout = TimeSpan.FromSeconds(10) };
        await Eventually.TrueAsync(() => AnswersAsync(http), $"{Url}{_settings.ReadyPath} answers", _settings.ReadyWithin);
    }

    /// <summary>The process is gone before its last words have been read, so its streams are read to their ends first.</summary>
    private async Task<InvalidOperationException> WhyItEndedAsync()
    {
        await _program.WaitForExitAsync();
        return new($"Bimer ended with {_program.ExitCode} before it was ready:\n{_program.Console}");
    }

    private async Task<bool> AnswersAsync(HttpClient http)
    {
        if (HasExited) throw await WhyItEndedAsync();
        try
        {
            using var answer = await http.GetAsync(new Uri(_settings.ReadyPath, UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
