using System.Buffers.Text;
using System.Security.Cryptography;

namespace Bimer.Blazor.Security.Sessions;

/// <summary>The 256 random bits in the cookie. The database holds their SHA-256: a stolen backup opens no session.</summary>
internal static class SessionToken
{
    private const int Bytes = 32;

    public static (string Text, byte[] Hash) Make()
    {
        var token = RandomNumberGenerator.GetBytes(Bytes);
        return (Base64Url.EncodeToString(token), SHA256.HashData(token));
    }

    /// <summary>None where the text cannot be one of our tokens.</summary>
    public static byte[]? HashOf(string? text)
    {
        if (text is not { Length: 43 } || !Base64Url.IsValid(text)) return null;
        var token = Base64Url.DecodeFromChars(text);
        return token.Length == Bytes ? SHA256.HashData(token) : null;
    }
}
