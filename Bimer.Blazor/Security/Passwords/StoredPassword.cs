using System.Globalization;
using System.Security.Cryptography;

namespace Bimer.Blazor.Security.Passwords;

/// <summary>A password as it is stored: <c>pbkdf2-sha512$cost$salt$hash</c>, salt and hash in Base64.</summary>
internal sealed record StoredPassword(int Iterations, byte[] Salt, byte[] Hash)
{
    private const string Algorithm = "pbkdf2-sha512";
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    public static StoredPassword Make(ReadOnlySpan<byte> password, int iterations)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new(iterations, salt, Derive(password, salt, iterations));
    }

    /// <summary>None where the text is not a hash of a known form.</summary>
    public static StoredPassword? Parse(string? text)
    {
        if (text?.Split('$') is not [Algorithm, var cost, var salt, var hash]) return null;
        return int.TryParse(cost, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) && iterations > 0
            ? new(iterations, Convert.FromBase64String(salt), Convert.FromBase64String(hash))
            : null;
    }

    public bool Fits(ReadOnlySpan<byte> password) => CryptographicOperations.FixedTimeEquals(Derive(password, Salt, Iterations), Hash);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Algorithm}${Iterations}${Convert.ToBase64String(Salt)}${Convert.ToBase64String(Hash)}");

    private static byte[] Derive(ReadOnlySpan<byte> password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA512, HashBytes);
}
