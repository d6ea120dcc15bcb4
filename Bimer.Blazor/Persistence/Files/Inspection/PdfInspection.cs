using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>A PDF has its header at the first byte (seen by the detection) and its end mark in the last kilobytes.</summary>
internal static class PdfInspection
{
    private const int TailBytes = 4_096;

    public static Refusal? Inspect(ContentReader content)
    {
        var tail = content.ReadUpTo(Math.Max(0, content.Length - TailBytes), TailBytes);
        return tail.AsSpan().LastIndexOf("%%EOF"u8) < 0 ? new Refusal.AttachmentDamaged(AttachmentType.Pdf) : null;
    }
}
