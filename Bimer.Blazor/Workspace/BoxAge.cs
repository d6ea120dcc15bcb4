using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace;

/// <summary>
/// What a box holds longest, and whose legal time in it ends next (S19). Of a box of work that is everything in it; of what is settled or followed, what
/// its citizen still waits for: whatever is closed neither ages nor has time left.
/// </summary>
/// <param name="OldestOn">The day its oldest petition was received.</param>
/// <param name="Nearest">The nearest end of a legal time; none where everything in it came for information.</param>
public sealed record BoxAge(DateOnly OldestOn, CaseTime? Nearest)
{
    /// <summary>Of what is followed: whose days these are. Others close these cases, and no box of the reader rings for that.</summary>
    public (CaseId Oldest, CaseId? Nearest)? Watched { get; init; }

    /// <summary>Whole days in Istanbul since the oldest was received.</summary>
    public int DaysAt(DateTimeOffset now) => IstanbulTime.LegalDay(now).DayNumber - OldestOn.DayNumber;
}
