using Bimer.Domain.Kernel;

namespace Bimer.Domain.Ports;

/// <summary>
/// The record of who asked a register what (geri izleme, KPS): a row is committed before the question leaves, and how it ended is
/// written afterwards. Field names only, never values.
/// </summary>
public interface ITraceLedger
{
    /// <summary>Commits the row; the question may leave only after this returned.</summary>
    Task<Guid> OpenAsync(TraceSubject subject, CancellationToken ct);

    /// <summary>Writes how the question ended. What never comes here is reported as unknown (bilinmiyor).</summary>
    Task CloseAsync(Guid trace, TraceEnding ending, CancellationToken ct);
}

/// <summary>On whose behalf and for what a register is asked.</summary>
/// <param name="Officer">The officer; none for the citizens' gate.</param>
/// <param name="Unit">The officer's unit.</param>
/// <param name="Visit">The visit at the citizens' gate; none for an officer.</param>
/// <param name="CaseId">The case it is for, where there is one already.</param>
/// <param name="Purpose">A stable code such as <c>gate.person</c>.</param>
/// <param name="Service">The register's own name for the service.</param>
/// <param name="Fields">Which fields were asked for, separated by commas.</param>
public sealed record TraceSubject(UserId? Officer, UnitId? Unit, Guid? Visit, CaseId? CaseId, string Purpose, string Service, string Fields);

/// <summary>How a question ended.</summary>
public enum TraceEnding
{
    Answered,
    Fault,
    TimedOut,
    Cancelled,
}
