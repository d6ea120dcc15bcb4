using System.Buffers.Binary;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>Pictures are measured by their headers before anything could decode them, and may carry neither pages nor archives.</summary>
internal static class PictureInspection
{
    // Where phones, cameras and editors put text; colour tables and the coded picture are not searched.
    private static readonly HashSet<string> PngPicture = new(StringComparer.Ordinal) { "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "fdAT" };

    public static Refusal? InspectPng(ReadOnlySpan<byte> png, long maxPixels)
    {
        if (PngChunks.Read(png) is not { } chunks) return new Refusal.AttachmentDamaged(AttachmentType.Png);

        var header = png[chunks[0].DataStart..];
        if (InspectSize(AttachmentType.Png, BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]), maxPixels)
            is { } refusal) return refusal;

        foreach (var chunk in chunks)
        {
            if (!PngPicture.Contains(chunk.Type) && HiddenContent.HoldsMarkup(png[chunk.Start..chunk.End]))
                return new Refusal.AttachmentHidesAnotherFile(AttachmentType.Png);
        }
        return HiddenContent.HoldsAFile(png[chunks[^1].End..]) ? new Refusal.AttachmentHidesAnotherFile(AttachmentType.Png) : null;
    }

    public static Refusal? InspectJpeg(ReadOnlySpan<byte> jpeg, long maxPixels)
    {
        if (JpegSegments.Read(jpeg, out var end) is not { } segments) return new Refusal.AttachmentDamaged(AttachmentType.Jpeg);

        foreach (var segment in segments)
        {
            var bytes = jpeg[segment.Start..segment.End];
            if (segment.IsFrame && InspectFrame(bytes, maxPixels) is { } refusal) return refusal;
            if (segment.Marker is 0xFE or (>= 0xE0 and <= 0xEF) && HiddenContent.HoldsMarkup(bytes))
                return new Refusal.AttachmentHidesAnotherFile(AttachmentType.Jpeg);
        }
        return HiddenContent.HoldsAFile(jpeg[end..]) ? new Refusal.AttachmentHidesAnotherFile(AttachmentType.Jpeg) : null;
    }

    private static Refusal? InspectFrame(ReadOnlySpan<byte> frame, long maxPixels) => frame.Length < 9
        ? new Refusal.AttachmentDamaged(AttachmentType.Jpeg)
        : InspectSize(
            AttachmentType.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(frame[7..]), BinaryPrimitives.ReadUInt16BigEndian(frame[5..]), maxPixels);

    private static Refusal? InspectSize(AttachmentType type, long width, long height, long maxPixels)
    {
        if (width == 0 || height == 0) return new Refusal.AttachmentDamaged(type);
        return width > maxPixels / height ? new Refusal.AttachmentHasTooManyPixels(width, height, maxPixels) : null;
    }
}
