using System.Buffers;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>Keeps of an entry's pieces what its inspection needs: the text of descriptions, the whole of archives, nothing of the rest.</summary>
internal sealed class OfficeSample(ZipEntry entry, long nestedBytes)
{
    private const int DescriptionBytes = 1_048_576;

    private static ReadOnlySpan<byte> ArchiveMark => "PK\x03\x04"u8;
    private static ReadOnlySpan<byte> EntityMark => "<!ENTITY"u8;

    private readonly ArrayBufferWriter<byte> _kept = new();
    private readonly bool _isXml = entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
    private readonly bool _isDescription = OfficeMarks.IsDescription(entry.Name);
    private byte[] _end = [];
    private bool _begun;

    public byte[] Bytes => _kept.WrittenSpan.ToArray();

    public bool IsArchive { get; private set; }

    /// <summary>Whether <see cref="Bytes"/> is all there was.</summary>
    public bool IsWhole => _kept.WrittenCount == entry.Unpacked;

    /// <summary>An XML part that declares entities could grow without end in whatever opens it; no office program writes one.</summary>
    public bool DeclaresEntities { get; private set; }

    public void Take(ReadOnlySpan<byte> piece)
    {
        if (!_begun) IsArchive = piece.StartsWith(ArchiveMark);
        _begun = true;

        if (_isXml && !DeclaresEntities) LookForEntities(piece);
        var room = (IsArchive ? nestedBytes : _isDescription ? DescriptionBytes : 0) - _kept.WrittenCount;
        _kept.Write(piece[..(int)Math.Clamp(room, 0, piece.Length)]);
    }

    private void LookForEntities(ReadOnlySpan<byte> piece)
    {
        byte[] joined = [.. _end, .. piece[..Math.Min(piece.Length, EntityMark.Length)]];   // the mark may lie across two pieces
        DeclaresEntities = piece.IndexOf(EntityMark) >= 0 || joined.AsSpan().IndexOf(EntityMark) >= 0;
        _end = piece[^Math.Min(piece.Length, EntityMark.Length - 1)..].ToArray();
    }
}
