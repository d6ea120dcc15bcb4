using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence;

/// <summary>
/// An accepted command and what it answered, committed with its change: the same id again is answered with this, not done
/// again. A refused command changed nothing and is not remembered.
/// </summary>
public sealed class RememberedCommand
{
    public CommandId Id { get; init; }

    /// <summary>Who sent it; the same id from anybody else is answered as unknown.</summary>
    public string Sender { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>What the first time handed over, for example the case's number; none where nothing is handed over.</summary>
    public string? Answer { get; init; }
}
