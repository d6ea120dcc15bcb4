using System.Globalization;
using System.Security.Cryptography;

namespace Bimer.Blazor.Portal;

/// <summary>What a code opens; one for the one thing is none for the other.</summary>
public enum CodeUse
{
    /// <summary>The gate.</summary>
    Gate,

    /// <summary>The human check of somebody without JavaScript (S10).</summary>
    Human,
}

/// <summary>How typing a code ended.</summary>
public enum CodeAnswer
{
    Right,
    Wrong,

    /// <summary>Used up, too old, too often tried, or never sent.</summary>
    Dead,
}

/// <summary>
/// The codes of a visit: six digits, the newest only, kept as a keyed hash bound to visit and use. Over a limit nothing is sent, and
/// the page says the same.
/// </summary>
public sealed class GateCodes(VisitBook visits, CodeLimits limits, CodeHash hashes, CodeSms sms)
{
    /// <summary>Sends a new code to the visit's phone, unless a limit is reached.</summary>
    public async Task SendAsync(string token, CodeUse use, string device, CancellationToken ct)
    {
        if (await visits.FindAsync(token, ct) is not { } visit || visit.WasRefused || visit.IsVerified != (use == CodeUse.Human)) return;
        if (!await limits.AllowAsync(visit, device, ct)) return;

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var changed = await visits.ChangeAsync(token, v => hashes.Put(v.Row, use, code), ct);
        if (changed is null) return;

        await sms.SendAsync(visit, code, hashes.Lifetime, ct);
    }

    /// <summary>Tries a code. Counted before it is compared and saved in the same step: a thousand guesses at once are not all the first.</summary>
    public async Task<CodeAnswer> TryAsync(string token, CodeUse use, string? typed, CancellationToken ct)
    {
        var answer = CodeAnswer.Dead;
        await visits.ChangeAsync(token, visit =>
        {
            var before = visit.Row.CodeTries;
            answer = hashes.Spend(visit.Row, use, typed);
            return visit.Row.CodeTries != before;
        }, ct);
        return answer;
    }
}
