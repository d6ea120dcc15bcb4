namespace Bimer.Blazor.Persistence.Files;

/// <summary>The name of a file in the store; random, says nothing about content or case.</summary>
public readonly record struct StoredFileId(Guid Value)
{
    public static StoredFileId New() => new(Guid.NewGuid());

    public override string ToString() => Value.ToString("N");
}

/// <summary>What the database keeps about a stored file.</summary>
/// <param name="Id">Where it lies.</param>
/// <param name="Length">Of the content, in bytes; on disk it is a little longer.</param>
/// <param name="Sha256">Of the content, 32 bytes.</param>
public sealed record StoredFile(StoredFileId Id, long Length, byte[] Sha256);
