using Bimer.Blazor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Tests.Given;

/// <summary>The product's database where, once, something happens between the reading of the next work and its saving.</summary>
internal sealed class MeanwhileDb(IDbContextFactory<BimerDbContext> inner, Func<Task> meanwhile) : IDbContextFactory<BimerDbContext>
{
    private int _happened;

    public BimerDbContext CreateDbContext()
    {
        var db = inner.CreateDbContext();
        db.SavingChanges += Happen;
        return db;
    }

    private void Happen(object? sender, SavingChangesEventArgs saving)
    {
        if (Interlocked.Exchange(ref _happened, 1) == 0) Task.Run(meanwhile).GetAwaiter().GetResult();
    }
}
