using System.Data;
using System.Data.Common;

namespace Bimer.Blazor.Persistence.Connections;

/// <summary>
/// One writer's part of a common commit. To whoever uses it, it is a transaction like any other: when its commit returns, the change is on
/// the disk, and when it was undone, nothing of it is left.
/// </summary>
internal sealed class CommonTransaction(KeptConnection connection, CommonWriter writer, Company company) : DbTransaction
{
    private bool _isOver;

    public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

    public override bool SupportsSavepoints => true;

    protected override DbConnection DbConnection => connection;

    // The framework's synchronous half: migrations and a context's own end know no other.
    public override void Commit() => End(keep: true).GetAwaiter().GetResult();
    public override Task CommitAsync(CancellationToken cancellationToken = default) => End(keep: true);
    public override void Rollback() => Undo().GetAwaiter().GetResult();
    public override Task RollbackAsync(CancellationToken cancellationToken = default) => Undo();
    public override void Save(string savepointName) => writer.Shelf.Run($"SAVEPOINT \"{savepointName}\"");
    public override void Rollback(string savepointName) => writer.Shelf.Run($"ROLLBACK TO \"{savepointName}\"");
    public override void Release(string savepointName) => writer.Shelf.Run($"RELEASE \"{savepointName}\"");

    public override async ValueTask DisposeAsync()
    {
        await Undo();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Undo().GetAwaiter().GetResult();
        base.Dispose(disposing);
    }

    /// <summary>
    /// Also who takes back waits for the others: what stood in the way may be a change of the same company, which nobody can read
    /// before it is committed.
    /// </summary>
    private Task Undo() => _isOver ? Task.CompletedTask : End(keep: false).ContinueWith(static _ => { }, TaskScheduler.Default);

    private Task End(bool keep)
    {
        ObjectDisposedException.ThrowIf(_isOver, this);
        _isOver = true;
        connection.Leave(this);
        writer.Leave(company, keep);
        return company.Settled;
    }
}
