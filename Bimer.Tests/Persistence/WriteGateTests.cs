using Bimer.Blazor.Persistence;
using Bimer.Tests.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>The one gate of all writers: whoever goes through it gives it back, however it ends.</summary>
public sealed class WriteGateTests
{
    [Fact]
    public async Task A_transaction_that_cannot_even_be_ended_gives_the_gate_back()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        await using var db = await office.DbAsync();
        var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync("COMMIT");   // behind its back: there is nothing left to roll back

        await transaction.DisposeAsync();

        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var turn = await office.Services.GetRequiredService<WriteGate>().EnterAsync(soon.Token);
    }
}
