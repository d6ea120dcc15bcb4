using System.Security.Cryptography;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Vault;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Portal;

/// <summary>Puts codes into a visit's row and takes them out, by keyed hash: a stolen database holds no code that could be tried offline.</summary>
public sealed class CodeHash(LookupHash lookup, IOptions<GateOptions> options, TimeProvider clock)
{
    public TimeSpan Lifetime => options.Value.CodeLifetime;

    internal bool Put(FilingSession row, CodeUse use, string code)
    {
        (row.CodeHash, row.CodeEndsAt, row.CodeTries) = (Of(row.Id, use, code), clock.GetUtcNow() + Lifetime, 0);
        return true;
    }

    /// <summary>Counts the try; the code is gone after the right one and after the last.</summary>
    internal CodeAnswer Spend(FilingSession row, CodeUse use, string? typed)
    {
        if (row.CodeHash is not { } expected || clock.GetUtcNow() >= row.CodeEndsAt || row.CodeTries >= options.Value.CodeTries) return CodeAnswer.Dead;

        row.CodeTries++;
        var isRight = CryptographicOperations.FixedTimeEquals(expected, Of(row.Id, use, OnlyDigits(typed)));
        if (isRight || row.CodeTries >= options.Value.CodeTries) row.CodeHash = null;
        // Whoever is told "wrong" after the last try looks for the right one in vain.
        return isRight ? CodeAnswer.Right : row.CodeHash is null ? CodeAnswer.Dead : CodeAnswer.Wrong;
    }

    // People type "123 456" as the phone shows it.
    private static string OnlyDigits(string? typed) => string.Concat((typed ?? "").Take(40).Where(char.IsAsciiDigit));

    private byte[] Of(Guid visit, CodeUse use, string code) => lookup.Of(LookupPurpose.PhoneAndNationalId, $"code/{use}/{visit:N}", code);
}
