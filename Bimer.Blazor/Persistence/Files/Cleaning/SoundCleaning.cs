using Bimer.Blazor.Persistence.Files.Inspection;

namespace Bimer.Blazor.Persistence.Files.Cleaning;

/// <summary>
/// Writes a sound anew from its whole frames. Tags stand in front, behind, and between; there are six families of them and they nest.
/// None is looked for: what is no frame is left out.
/// </summary>
internal static class SoundCleaning
{
    /// <returns>False when there is nothing to be heard in it.</returns>
    public static bool TryClean(ReadOnlySpan<byte> sound, Stream into)
    {
        int? kind = null;
        var inARow = false;
        for (var at = 0; at <= sound.Length - Mp3Frame.HeadBytes;)
        {
            var length = FrameAt(sound[at..], kind);
            if (length == 0 || !(inARow || IsFollowed(sound[at..], length)))
            {
                inARow = false;
                at += (int)Math.Clamp(Mp3Tags.LengthOf(sound[at..]), 1, sound.Length - at);
                continue;
            }

            var frame = sound.Slice(at, length);
            (kind, inARow) = (Mp3Frame.KindOf(frame), true);
            if (!Mp3Frame.TellsAboutTheFile(frame)) into.Write(frame);
            at += length;
        }

        return into.Length > 0;
    }

    /// <summary>The length of the whole frame that begins here; 0 when there is none of this kind.</summary>
    private static int FrameAt(ReadOnlySpan<byte> rest, int? kind)
    {
        var length = Mp3Frame.LengthOf(rest);
        return length > 0 && length <= rest.Length && (kind is null || Mp3Frame.KindOf(rest) == kind) ? length : 0;
    }

    // Four bytes that look like a head occur in the pictures of tags by chance; two frames that meet exactly do not.
    private static bool IsFollowed(ReadOnlySpan<byte> rest, int length) => length == rest.Length || FrameAt(rest[length..], Mp3Frame.KindOf(rest)) > 0;
}
