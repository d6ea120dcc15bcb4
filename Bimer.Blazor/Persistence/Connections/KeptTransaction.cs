using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Bimer.Blazor.Persistence.Connections;

/// <summary>A transaction that holds the write gate from before its beginning until it is disposed, however it ends.</summary>
internal sealed class KeptTransaction(SqliteTransaction inner, KeptConnection connection, WriteGate.Turn turn) : DbTransaction
{
    private bool _over;

    public SqliteTransaction Inner => inner;

    public override IsolationLevel IsolationLevel => inner.IsolationLevel;

    public override bool SupportsSavepoints => inner.SupportsSavepoints;

    protected override DbConnection DbConnection => connection;

    public override void Commit() => inner.Commit();
    public override void Rollback() => inner.Rollback();
    public override void Save(string savepointName) => inner.Save(savepointName);
    public override void Rollback(string savepointName) => inner.Rollback(savepointName);
    public override void Release(string savepointName) => inner.Release(savepointName);

    protected override void Dispose(bool disposing)
    {
        if (_over) return;
        _over = true;
        try
        {
            inner.Dispose();
        }
        finally
        {
            turn.Dispose();   // whatever became of the transaction, the next writer must get in
        }

        base.Dispose(disposing);
    }
}
