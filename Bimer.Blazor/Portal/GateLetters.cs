using System.Globalization;
using System.Security.Cryptography;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Applicants;
using Microsoft.AspNetCore.WebUtilities;

namespace Bimer.Blazor.Portal;

/// <summary>
/// Which letters a page asks for. The places travel with the form under a seal, so nobody answers for places they like better.
/// </summary>
public sealed class GateLetters(Sealer sealer, TimeProvider clock)
{
    private static readonly SealPurpose Purpose = new("gate-letters");
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(4);

    public (MaidenNameChallenge Places, string Sealed) Draw()
    {
        var places = MaidenNameChallenge.Draw(RandomNumberGenerator.GetInt32);
        var content = string.Create(CultureInfo.InvariantCulture, $"{places.First},{places.Second},{clock.GetUtcNow().ToUnixTimeSeconds()}");
        return (places, WebEncoders.Base64UrlEncode(sealer.SealText(Purpose, content, [])));
    }

    /// <summary>The places of a page we made, or null for anything else and for a page that lay open too long.</summary>
    public MaidenNameChallenge? Read(string? sealedPlaces)
    {
        if (sealedPlaces is null or { Length: > 400 }) return null;
        try
        {
            var parts = sealer.OpenText(Purpose, WebEncoders.Base64UrlDecode(sealedPlaces), []).Split(',');
            var drawnAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[2], CultureInfo.InvariantCulture));
            if (clock.GetUtcNow() - drawnAt > Lifetime) return null;
            return MaidenNameChallenge.Restore(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        }
        catch (Exception wrong) when (wrong is FormatException or BrokenSealException)
        {
            return null;
        }
    }
}
