using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Audit;

/// <summary>What is wrong with the first bad row.</summary>
public enum AuditDefect
{
    /// <summary>The row or one before it was changed, put in or moved: its fingerprint does not follow from what is there.</summary>
    Altered = 1,

    /// <summary>No row has this place although a later one has, or an anchor knows it.</summary>
    Missing = 2,

    /// <summary>The row at this place is not the one that was anchored.</summary>
    NotAsAnchored = 3,

    /// <summary>A line of an anchor file is not genuine.</summary>
    AnchorForged = 4,
}

/// <param name="Position">The place in the chain; 0 where the anchor itself is at fault.</param>
/// <param name="Sequence">The row at that place, where there is one.</param>
public sealed record AuditFault(AuditDefect Defect, long Position, long? Sequence, string? AnchorFile = null);

/// <summary>What was verified and what could not be.</summary>
/// <param name="Verified">Places from 1 up to here hold, inclusive.</param>
/// <param name="Anchored">Up to here an anchor outside the database vouches, inclusive; what is after it can be cut off unseen.</param>
/// <param name="Unsealed">Rows without a place, about a second's worth while the sealer runs.</param>
/// <param name="FirstUnsealed">The lowest sequence among those.</param>
public sealed record AuditReport(long Verified, long Anchored, long Unsealed, long? FirstUnsealed, AuditFault? Fault)
{
    public bool Holds => Fault is null;
}

/// <summary>Walks the chain from its beginning and names the first row that does not fit.</summary>
public sealed class AuditVerifier(IDbContextFactory<BimerDbContext> dbFactory, AuditChain chain, AuditAnchors anchors)
{
    public async Task<AuditReport> VerifyAsync(CancellationToken ct)
    {
        // Read before the rows: an anchor written meanwhile may know more than this walk sees.
        var known = await anchors.ReadAsync(ct);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var walk = new Walk(chain, known);
        await foreach (var row in db.AuditEntries.AsNoTracking().Where(a => a.ChainPosition != null).OrderBy(a => a.ChainPosition).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!walk.Step(row)) break;
        }

        walk.End();
        var open = db.AuditEntries.Where(a => a.ChainPosition == null);
        return new AuditReport(walk.Head.Position, walk.Anchored, await open.LongCountAsync(ct), await open.MinAsync(a => (long?)a.Sequence, ct), walk.Fault);
    }

    private sealed class Walk(AuditChain chain, IReadOnlyList<AuditAnchor> anchors)
    {
        private readonly ILookup<long, AuditAnchor> _anchors = anchors.Where(a => a.IsGenuine).ToLookup(a => a.Head.Position);

        public AuditHead Head { get; private set; } = AuditHead.Beginning;

        public long Anchored { get; private set; }

        public AuditFault? Fault { get; private set; }

        public bool Step(AuditEntry row)
        {
            var next = chain.Next(Head, row);
            Fault = row.ChainPosition != next.Position ? new AuditFault(AuditDefect.Missing, next.Position, null)
                : !next.Hash.AsSpan().SequenceEqual(row.ChainHash) ? new AuditFault(AuditDefect.Altered, next.Position, row.Sequence)
                : _anchors[next.Position].FirstOrDefault(a => !a.Head.Hash.AsSpan().SequenceEqual(next.Hash)) is { } other
                    ? new AuditFault(AuditDefect.NotAsAnchored, next.Position, row.Sequence, other.File)
                    : null;
            if (Fault is not null) return false;
            Head = next;
            if (_anchors.Contains(next.Position)) Anchored = next.Position;
            return true;
        }

        public void End()
        {
            if (Fault is not null) return;
            if (anchors.FirstOrDefault(a => a.IsGenuine && a.Head.Position > Head.Position) is { } beyond)
                Fault = new AuditFault(AuditDefect.Missing, Head.Position + 1, null, beyond.File);
            else if (anchors.FirstOrDefault(a => !a.IsGenuine) is { } forged)
                Fault = new AuditFault(AuditDefect.AnchorForged, 0, null, forged.File);
        }
    }
}
