using System.Buffers.Binary;
using System.Text;
using Bimer.Blazor.Persistence.Vault;

namespace Bimer.Blazor.Persistence.Audit;

/// <summary>A place in the chain and the fingerprint that holds everything before it.</summary>
public sealed record AuditHead(long Position, byte[] Hash)
{
    /// <summary>Before the first row.</summary>
    public static AuditHead Beginning { get; } = new(0, new byte[AuditMac.Bytes]);
}

/// <summary>
/// How rows hang together: each fingerprint covers the one before it, the place and every column of the row. Changing the layout
/// breaks every chain there is.
/// </summary>
public sealed class AuditChain(AuditMac mac)
{
    public AuditHead Next(AuditHead before, AuditEntry row)
    {
        using var bytes = new MemoryStream(256);
        bytes.Write(before.Hash);
        Number(bytes, before.Position + 1);
        Number(bytes, row.Sequence);
        Number(bytes, row.At.UtcTicks);
        Text(bytes, row.Action);
        Number(bytes, row.Actor?.Value);
        Number(bytes, row.CaseId?.Value);
        Number(bytes, row.Routing?.Value);
        Number(bytes, row.Unit?.Value);
        Text(bytes, row.Detail);
        return new AuditHead(before.Position + 1, mac.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    /// <summary>The fingerprint under which a head is written outside the database.</summary>
    public byte[] AnchorMac(string line) => mac.Of(Encoding.UTF8.GetBytes("anchor\n" + line));

    // A mark in front of every value and a length in front of every text: no two rows read alike when joined.
    private static void Number(MemoryStream bytes, long? value)
    {
        Span<byte> field = stackalloc byte[1 + sizeof(long)];
        field[0] = value is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64BigEndian(field[1..], value ?? 0);
        bytes.Write(field);
    }

    private static void Text(MemoryStream bytes, string? value)
    {
        Number(bytes, value is null ? null : Encoding.UTF8.GetByteCount(value));
        if (value is not null) bytes.Write(Encoding.UTF8.GetBytes(value));
    }
}
