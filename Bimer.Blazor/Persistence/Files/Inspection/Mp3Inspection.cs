using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>MPEG sound, layer III: after the tags two frames follow each other exactly. One sync mark alone occurs anywhere by chance.</summary>
internal static class Mp3Inspection
{
    private const int PaddingLimit = 64 * 1024;

    public static Refusal? Inspect(ContentReader content)
    {
        var start = content.Has(0, "ID3"u8) ? AfterTag(content) : 0;
        if (start is not { } first) return Damaged();

        // Some writers pad the tag beyond its stated length.
        for (var limit = first + PaddingLimit; first < limit && content.Byte(first) == 0;) first++;

        var length = Mp3Frame.LengthOf(content.ReadUpTo(first, Mp3Frame.HeadBytes));
        return length > 0 && (first + length >= content.Length || Mp3Frame.LengthOf(content.ReadUpTo(first + length, Mp3Frame.HeadBytes)) > 0) ? null : Damaged();
    }

    private static long? AfterTag(ContentReader content)
    {
        var head = content.ReadUpTo(0, 10);
        return head.Length < 10 || head.AsSpan(6, 4).ContainsAnyInRange((byte)0x80, (byte)0xFF) ? null : Mp3Tags.LengthOf(head);
    }

    private static Refusal.AttachmentDamaged Damaged() => new(AttachmentType.Mp3);
}
