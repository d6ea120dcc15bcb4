using System.Text;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Files.Inspection;

/// <summary>Text is what decodes as UTF-8 or, failing that, as Windows-1254, and holds no control characters but line ends and tabs.</summary>
internal static class TextInspection
{
    private static readonly string[] MarkupBeginnings = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<iframe", "{\\rtf", "MIME-Version:"];

    // Bytes with no letter in Windows-1254.
    private static ReadOnlySpan<byte> NoLetter => [0x81, 0x8D, 0x8E, 0x8F, 0x90, 0x9D, 0x9E];

    /// <summary>A guess from the beginning alone, to tell a text from something unknown.</summary>
    public static bool LooksLikeText(ContentReader content) => !content.ReadUpTo(0, 4_096).Any(IsForbiddenControl);

    public static Refusal? Inspect(ContentReader content)
    {
        if (BeginsLikeMarkup(content)) return new Refusal.AttachmentIsSomethingElse(AttachmentType.Text, Detected: null);
        return IsUtf8(content) || IsWindows1254(content) ? null : new Refusal.AttachmentIsNotText();
    }

    private static bool BeginsLikeMarkup(ContentReader content)
    {
        var beginning = Encoding.UTF8.GetString(content.ReadUpTo(0, 512)).TrimStart('\uFEFF').TrimStart();
        return MarkupBeginnings.Any(mark => beginning.StartsWith(mark, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsUtf8(ContentReader content)
    {
        var decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var chars = new char[64 * 1024];
        return Chunks(content).All(chunk =>
        {
            try
            {
                _ = decoder.GetChars(chunk.Bytes, 0, chunk.Bytes.Length, chars, 0, chunk.Last);
                return !chunk.Bytes.Any(IsForbiddenControl);
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
        });
    }

    private static bool IsWindows1254(ContentReader content) =>
        Chunks(content).All(chunk => chunk.Bytes.AsSpan().IndexOfAny(NoLetter) < 0 && !chunk.Bytes.Any(IsForbiddenControl));

    private static IEnumerable<(byte[] Bytes, bool Last)> Chunks(ContentReader content)
    {
        const int size = 32 * 1024;
        for (var offset = 0L; offset < content.Length; offset += size)
            yield return (content.ReadUpTo(offset, size), offset + size >= content.Length);
    }

    private static bool IsForbiddenControl(byte value) => value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f') or 0x7F;
}
