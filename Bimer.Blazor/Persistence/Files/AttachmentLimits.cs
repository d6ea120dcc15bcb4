using System.ComponentModel.DataAnnotations;

namespace Bimer.Blazor.Persistence.Files;

/// <summary>What may lie with a case, as settings (<c>Bimer:Attachments</c>). Every limit includes its own value. Megabytes are 1,048,576 bytes.</summary>
public sealed record AttachmentLimits
{
    public const string Section = "Bimer:Attachments";

    private const long Megabyte = 1_048_576;

    [Range(1, 100)] public int MaxFiles { get; init; } = 10;

    /// <summary>One file. Pictures up to this size are cleaned in memory.</summary>
    [Range(1, 512 * Megabyte)] public long MaxFileBytes { get; init; } = 20 * Megabyte;

    /// <summary>All files of one case together.</summary>
    [Range(1, 5_120 * Megabyte)] public long MaxTotalBytes { get; init; } = 50 * Megabyte;

    /// <summary>Width × height of a picture, before anything is decoded.</summary>
    [Range(1, 1_000_000_000)] public long MaxPixels { get; init; } = 100_000_000;

    [Range(1, 1_000_000)] public int MaxZipEntries { get; init; } = 5_000;

    /// <summary>Everything an office file unpacks to, archives inside it included.</summary>
    [Range(1, 10_240 * Megabyte)] public long MaxUnpackedBytes { get; init; } = 200 * Megabyte;

    /// <summary>How many times its packed size a file may unpack to, once it unpacks to more than <see cref="RatioFreeBytes"/>.</summary>
    [Range(2, 10_000)] public int MaxZipRatio { get; init; } = 100;

    /// <summary>Small repetitive sheets pack very well and harm nobody.</summary>
    [Range(0, 1_024 * Megabyte)] public long RatioFreeBytes { get; init; } = 10 * Megabyte;

    /// <summary>Archives within archives: a workbook embedded in a document is one.</summary>
    [Range(0, 10)] public int MaxZipDepth { get; init; } = 2;
}
