using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>Hands out the configured database's contexts as the one model everybody else knows.</summary>
internal sealed class DbContextFactoryOf<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<BimerDbContext>
    where TContext : BimerDbContext
{
    public BimerDbContext CreateDbContext() => Transacting(inner.CreateDbContext());

    public async Task<BimerDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        Transacting(await inner.CreateDbContextAsync(cancellationToken));

    /// <summary>On SQLite the transaction holds the write gate: a save of one statement would otherwise go without, and pass it by.</summary>
    private static TContext Transacting(TContext db)
    {
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        return db;
    }
}
