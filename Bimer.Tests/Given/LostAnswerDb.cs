using Bimer.Blazor.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Bimer.Tests.Given;

/// <summary>The product's database whose connection breaks off while it answers a commit: what was saved is there, and who saved it does not know.</summary>
internal sealed class LostAnswerDb(IDbContextFactory<BimerDbContext> inner) : IDbContextFactory<BimerDbContext>
{
    public BimerDbContext CreateDbContext()
    {
        var db = inner.CreateDbContext();
        db.SavedChanges += (_, _) =>
        {
            db.Database.CurrentTransaction?.Commit();
            throw new NpgsqlException("The connection broke off.", new IOException());
        };
        return db;
    }
}
