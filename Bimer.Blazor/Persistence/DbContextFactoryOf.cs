using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>Hands out the configured database's contexts as the one model everybody else knows.</summary>
internal sealed class DbContextFactoryOf<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<BimerDbContext>
    where TContext : BimerDbContext
{
    public BimerDbContext CreateDbContext() => inner.CreateDbContext();

    public async Task<BimerDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await inner.CreateDbContextAsync(cancellationToken);
}
