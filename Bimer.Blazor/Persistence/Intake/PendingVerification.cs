using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>
/// An identity that waits for the register (doğrulama bekliyor): what is to be compared, sealed, and when it is asked again. The letters of
/// the mother's maiden name live here alone and go with the row.
/// </summary>
public sealed class PendingVerification
{
    public CaseId CaseId { get; init; }

    /// <summary>On whose behalf the register is asked: who recorded it.</summary>
    public UserId Officer { get; init; }

    public UnitId Unit { get; init; }

    /// <summary>Number, name and letters, sealed to <see cref="CaseId"/>.</summary>
    public byte[] Sealed { get; init; } = [];

    public int Tries { get; init; }

    /// <summary>Not before.</summary>
    public DateTimeOffset NextAt { get; init; }
}
