using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Bimer.Blazor.Persistence.Audit;

/// <summary>
/// Gives unsealed rows their places in the chain. Two sealers at once cannot fork it: a place is unique and a row is sealed only
/// while it has none, so the second one's whole batch is undone and read anew.
/// </summary>
public sealed class AuditSealing(IDbContextFactory<BimerDbContext> dbFactory, AuditChain chain)
{
    private const int Batch = 500;

    /// <summary>Seals what is there; returns how many rows. Rows that commit late get a later place, none is passed over.</summary>
    public async Task<int> SealAsync(CancellationToken ct)
    {
        var total = 0;
        while (true)
        {
            var count = await SealBatchAsync(ct);
            total += count;
            if (count < Batch) return total;
        }
    }

    /// <summary>The last place that was given.</summary>
    public static async Task<AuditHead> HeadAsync(BimerDbContext db, CancellationToken ct)
    {
        var last = await db.AuditEntries.AsNoTracking().Where(a => a.ChainPosition != null).OrderByDescending(a => a.ChainPosition)
            .Select(a => new { a.ChainPosition, a.ChainHash }).FirstOrDefaultAsync(ct);
        return last is null ? AuditHead.Beginning : new AuditHead(last.ChainPosition!.Value, last.ChainHash ?? []);
    }

    private async Task<int> SealBatchAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        // Asked outside the gate: nobody queues behind a sealer that has nothing to do.
        if (!await db.AuditEntries.AnyAsync(a => a.ChainPosition == null, ct)) return 0;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var head = await HeadAsync(db, ct);
        var rows = await db.AuditEntries.AsNoTracking().Where(a => a.ChainPosition == null).OrderBy(a => a.Sequence).Take(Batch).ToListAsync(ct);
        if (!await WriteAsync(db, transaction, head, rows, ct)) return 0;
        await transaction.CommitAsync(ct);
        return rows.Count;
    }

    private async Task<bool> WriteAsync(BimerDbContext db, IDbContextTransaction transaction, AuditHead head, List<AuditEntry> rows, CancellationToken ct)
    {
        // One prepared statement: hundreds of rows a second pass through here while writers wait.
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = "UPDATE audit_entries SET chain_position = @position, chain_hash = @hash WHERE sequence = @sequence AND chain_position IS NULL";
        var (position, hash, sequence) = (Parameter(command, "position"), Parameter(command, "hash"), Parameter(command, "sequence"));
        try
        {
            foreach (var row in rows)
            {
                head = chain.Next(head, row);
                (position.Value, hash.Value, sequence.Value) = (head.Position, head.Hash, row.Sequence);
                if (await command.ExecuteNonQueryAsync(ct) != 1) return false;
            }

            return true;
        }
        catch (DbException fault) when (fault.IsDuplicateKey() || fault.IsDeadlock())   // another server seals too
        {
            return false;
        }
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }
}
