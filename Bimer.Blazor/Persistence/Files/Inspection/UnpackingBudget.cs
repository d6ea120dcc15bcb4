using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>How far one upload may unpack, nested archives included. Asked with declared sizes first, then kept while really unpacking.</summary>
internal sealed class UnpackingBudget(AttachmentLimits limits, long packedBytes)
{
    private long _bytes;
    private long _entries;

    /// <summary>The most one archive inside another may have: it has to be read in memory.</summary>
    public long NestedBytes => limits.MaxFileBytes;

    /// <summary>Counts an archive before it is read.</summary>
    public Refusal? Enter(int depth, long entries)
    {
        if (depth > limits.MaxZipDepth) return new Refusal.AttachmentUnpacksTooFar(UnpackingLimit.Depth, limits.MaxZipDepth);
        _entries += entries;
        return _entries > limits.MaxZipEntries ? new Refusal.AttachmentUnpacksTooFar(UnpackingLimit.Entries, limits.MaxZipEntries) : null;
    }

    /// <summary>Counts what an archive says its entries unpack to, before one of them is unpacked.</summary>
    public Refusal? Declare(IEnumerable<ZipEntry> entries)
    {
        foreach (var entry in entries)
        {
            // Entry by entry: the sum of two lies may wrap around.
            if (entry.Unpacked > limits.MaxUnpackedBytes - _bytes) return new Refusal.AttachmentUnpacksTooFar(UnpackingLimit.Bytes, limits.MaxUnpackedBytes);
            _bytes += entry.Unpacked;
        }
        return _bytes > limits.RatioFreeBytes && _bytes / limits.MaxZipRatio > packedBytes
            ? new Refusal.AttachmentUnpacksTooFar(UnpackingLimit.Ratio, limits.MaxZipRatio)
            : null;
    }
}
