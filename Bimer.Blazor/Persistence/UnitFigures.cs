using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence;

/// <summary>What is open in one unit: how much, how much of it is late, and where the nearest and the oldest stand.</summary>
public sealed class UnitFigures
{
    public required UnitId Unit { get; init; }

    /// <summary>All parts, also those that came for information.</summary>
    public required int Open { get; init; }

    /// <summary>Those that came for action; the rest is late for others.</summary>
    public required int Owed { get; init; }

    /// <summary>Of <see cref="Owed"/>: the legal time is over.</summary>
    public required int Late { get; init; }

    /// <summary>Of <see cref="Owed"/>: over or ending within the week.</summary>
    public required int UntilSoon { get; init; }

    /// <summary>The smallest rank with a head start of what is owed; none where there is none.</summary>
    public required long? NearestAhead { get; init; }

    /// <summary>The smallest without.</summary>
    public required long? NearestPlain { get; init; }

    /// <summary>The lowest number: numbers rise with the time of recording.</summary>
    public required CaseId Oldest { get; init; }
}

/// <summary>How much is open within a wide reach, of one kind; also what came for information.</summary>
internal readonly record struct KindOpen(CaseKind Kind, int Open);

/// <summary>How old what is open within a wide reach is, of one kind.</summary>
internal sealed class KindAge
{
    public required CaseKind Kind { get; init; }

    /// <summary>The lowest number: numbers rise with the time of recording.</summary>
    public required CaseId Oldest { get; init; }

    /// <summary>The smallest rank with a head start of what came for action; none where there is none.</summary>
    public required long? NearestAhead { get; init; }

    /// <summary>The smallest without.</summary>
    public required long? NearestPlain { get; init; }
}

/// <summary>The ranks that divide what is open by its legal time: the end of each time counts as over.</summary>
internal sealed record OpenDays((long Ahead, long Plain) Late, (long Ahead, long Plain) Soon)
{
    public static OpenDays At(DateTimeOffset now, int soonDays) => new(Routing.RanksOf(now), Routing.RanksOf(now.AddDays(soonDays)));
}
