using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// The register answered after the petition was recorded (kimlik doğrulama, S15). It changes nothing but what is known of the identity:
    /// the clock, custody and the way of the case stay.
    /// </summary>
    /// <param name="result">What came of it; never <see cref="IdentityCheck.Unverified"/> or <see cref="IdentityCheck.Stated"/>.</param>
    /// <returns>Accepted without a change where it waits for nothing any more.</returns>
    public Outcome SettleIdentity(IdentityCheck result, DateTimeOffset now)
    {
        if (IdentityCheck != IdentityCheck.Unverified) return Outcome.Accepted;
        var movement = result switch
        {
            IdentityCheck.Verified => MovementKind.IdentityVerified,
            IdentityCheck.Refuted => MovementKind.IdentityRefuted,
            IdentityCheck.Unverifiable => MovementKind.IdentityUnverifiable,
            _ => throw new ArgumentOutOfRangeException(nameof(result), result, "No end of a verification."),
        };
        IdentityCheck = result;
        Version++;
        Record(movement, routing: null, by: null, now);
        Raise(new IdentityChecked(Id, result, now));
        return Outcome.Accepted;
    }
}
