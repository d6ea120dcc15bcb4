using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Bimer.Blazor.Operations;

/// <summary>
/// What <c>/health/ready</c> says. Anybody may ask, and looking writes to the database: so it is looked once, and everybody who asks
/// within the next second is told the same.
/// </summary>
internal sealed class ReadyAnswer(HealthCheckService checks, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Answer? _last;

    public async Task<HealthReport> GetAsync()
    {
        if (Fresh is { } known) return known;
        await _turn.WaitAsync();   // never for long: each check has its own limit
        try
        {
            if (Fresh is { } meanwhile) return meanwhile;
            // Not the asker's token: whoever leaves must not turn the answer of all the others red.
            var report = await checks.CheckHealthAsync(CancellationToken.None);
            _last = new Answer(report, clock.GetTimestamp());
            return report;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private HealthReport? Fresh => _last is { } last && clock.GetElapsedTime(last.At) < Lasts ? last.Report : null;

    private sealed record Answer(HealthReport Report, long At);
}
