using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Operations;

/// <summary>Can the database take a change? Really writes, because a full disk still reads.</summary>
internal sealed class DatabaseWriteCheck(IDbContextFactory<BimerDbContext> dbFactory, WriteGate gate, TimeProvider clock) : IHealthCheck
{
    private const string Series = "health-probe";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var ticks = clock.GetUtcNow().UtcTicks;
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        using var turn = await gate.EnterAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO number_blocks (series, next) VALUES ({Series}, {ticks}) ON CONFLICT (series) DO UPDATE SET next = excluded.next", cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>Was every migration of this build applied?</summary>
internal sealed class MigrationCheck(IDbContextFactory<BimerDbContext> dbFactory) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        return pending == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{pending} migrations are not applied.");
    }
}

/// <summary>Is there room for files, logs and the database?</summary>
internal sealed class DiskCheck(DataFolder folder, IOptions<HealthLimits> limits) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var least = limits.Value.LeastFreeMegabytes;
        var free = new DriveInfo(folder.Root).AvailableFreeSpace / (1024 * 1024);
        return Task.FromResult(free >= least ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{free} MB are free, {least} MB are asked for."));
    }
}

/// <summary>Does what should leave the house leave it? A mail server that is away degrades, it does not take the site off line.</summary>
internal sealed class OutboxCheck(IDbContextFactory<BimerDbContext> dbFactory, IOptions<HealthLimits> limits, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var oldest = now - limits.Value.OldestOutboxMessage;
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var late = await db.OutboxMessages.AnyAsync(m => m.Status == OutboxStatus.Queued && m.CreatedAt < oldest && (m.Attempts > 0 || m.NextAttemptAt <= now), cancellationToken);
        return late ? HealthCheckResult.Degraded("Messages have waited for longer than Bimer:Health:OldestOutboxMessage.") : HealthCheckResult.Healthy();
    }
}

/// <summary>Are the keys there that open what is stored?</summary>
internal sealed class KeyCheck(KeyFile file, KeyRing ring) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(file.Read().Versions.Contains(ring.CurrentVersion)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The key file is not the one this process started with."));
}
