using System.Buffers.Binary;

namespace Bimer.Blazor.Persistence.Files.Cleaning;

/// <summary>Takes the tags off a sound: they stand before and behind the frames, which are not touched.</summary>
internal static class SoundCleaning
{
    private const int OldTag = 128;
    private const int ApeFoot = 32;

    public static ReadOnlyMemory<byte> Clean(ReadOnlyMemory<byte> sound)
    {
        while (FrontTag(sound.Span) is > 0 and var front) sound = sound[Math.Min(front, sound.Length)..];
        while (BackTag(sound.Span) is > 0 and var back) sound = sound[..^Math.Min(back, sound.Length)];
        return sound;
    }

    private static int FrontTag(ReadOnlySpan<byte> sound)
    {
        if (sound.Length < 10 || !sound.StartsWith("ID3"u8)) return 0;
        var size = (sound[6] << 21) | (sound[7] << 14) | (sound[8] << 7) | sound[9];   // seven bits a byte
        return 10 + size + ((sound[5] & 0x10) != 0 ? 10 : 0);
    }

    private static int BackTag(ReadOnlySpan<byte> sound)
    {
        if (sound.Length >= OldTag && sound[^OldTag..].StartsWith("TAG"u8)) return OldTag;
        if (sound.Length < ApeFoot || !sound[^ApeFoot..].StartsWith("APETAGEX"u8)) return 0;
        var foot = sound[^ApeFoot..];
        var hasHead = (foot[23] & 0x80) != 0;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(foot[12..]) + (hasHead ? ApeFoot : 0);
        return (int)Math.Clamp(size, ApeFoot, int.MaxValue);
    }
}
