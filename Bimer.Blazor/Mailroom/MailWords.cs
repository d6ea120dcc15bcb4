using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bimer.Blazor.Mime;

namespace Bimer.Blazor.Mailroom;

/// <summary>What a mail says, in one value: the same whatever way it came, for the lines of its way differ in every mailbox.</summary>
internal static class MailWords
{
    public static byte[] DigestOf(MimeMessage mail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in (string[])[mail.From.Name, mail.From.Address, mail.Subject, .. mail.Texts.Where(text => text.IsWords).Select(text => text.Text), .. mail.Files.Select(file => file.Name)])
            Append(hash, Encoding.UTF8.GetBytes(line));
        foreach (var file in mail.Files) Append(hash, file.Content);
        return hash.GetHashAndReset();
    }

    // Each with its length: no other mail that reads the same when joined gives it.
    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
