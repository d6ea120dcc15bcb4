using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Registers;

/// <summary>How a question to a register ended.</summary>
public enum TraceOutcome
{
    /// <summary>Written before the question leaves; what still says so after a crash is reported as unknown (bilinmiyor).</summary>
    Asked = 1,

    Answered = 2,
    Fault = 3,
    TimedOut = 4,
    Cancelled = 5,
    Unknown = 6,
}

/// <summary>
/// Who asked a register what, for which purpose (K17): committed before the question leaves, one row for every question on the
/// wire. Field names only, never the values.
/// </summary>
public sealed class RegisterTrace
{
    public Guid Id { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The officer who asked; none for the citizens' gate.</summary>
    public UserId? Officer { get; init; }

    public UnitId? Unit { get; init; }

    /// <summary>The visit at the citizens' gate; none for an officer.</summary>
    public Guid? Visit { get; init; }

    public CaseId? CaseId { get; init; }

    public string Purpose { get; init; } = "";

    public string Service { get; init; } = "";

    public string Fields { get; init; } = "";

    public TraceOutcome Outcome { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
