namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>How long a revealed identity stays on the screen.</summary>
public sealed class RevealWindow(TimeProvider clock)
{
    public const int Seconds = 60;

    public Task CloseAsync(CancellationToken ct) => Task.Delay(TimeSpan.FromSeconds(Seconds), clock, ct);
}
