using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Security;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>
/// That a person files and not a machine by the thousand (güvenlik doğrulama, S10): the browser works for it, or, without a script, a
/// second code from the phone is typed. No picture, no third party.
/// </summary>
public sealed class HumanCheck(LookupHash lookup, GateCodes codes, VisitCookie cookie, IOptions<GateOptions> options)
{
    private const int LongestProof = 24;

    public int Bits => options.Value.ProofBits;

    /// <summary>What the browser works on: of one visit, so no work serves twice.</summary>
    public string ChallengeOf(Guid visit) =>
        Convert.ToHexStringLower(lookup.Of(LookupPurpose.PhoneAndNationalId, "proof", visit.ToString("N")).AsSpan(0, 16));

    /// <summary>SHA-256 of challenge, colon and proof begins with so many zero bits.</summary>
    public bool Proves(Guid visit, string? proof)
    {
        if (Bits == 0) return true;
        if (proof is null or { Length: 0 or > LongestProof } || !proof.All(char.IsAsciiLetterOrDigit)) return false;
        return LeadingZeros(SHA256.HashData(Encoding.ASCII.GetBytes(ChallengeOf(visit) + ":" + proof))) >= Bits;
    }

    public async Task<CodeAnswer> TryCodeAsync(string? typed, CancellationToken ct) =>
        cookie.Token is { } token ? await codes.TryAsync(token, CodeUse.Human, typed, ct) : CodeAnswer.Dead;

    public async Task SendCodeAsync(CancellationToken ct)
    {
        if (cookie.Token is { } token) await codes.SendAsync(token, CodeUse.Human, cookie.Device, ct);
    }

    internal static int LeadingZeros(ReadOnlySpan<byte> hash)
    {
        var zeros = 0;
        foreach (var octet in hash)
        {
            zeros += BitOperations.LeadingZeroCount((uint)octet) - 24;
            if (octet != 0) break;
        }

        return zeros;
    }
}
