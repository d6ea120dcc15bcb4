using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Inbox.Sorting;

/// <summary>All of one row that it can be put in order by: facts of the envelope, none of them of who applies.</summary>
/// <param name="Rank">Its place in the order of the box.</param>
/// <param name="Unit">The unit its column tells; none for the citizen.</param>
/// <param name="IsOver">Settled: no time runs any more.</param>
internal sealed record SortKey(
    RoutingId Id, long Rank, CaseKind Kind, IntakeChannel Channel, Priority Priority, UnitId? Unit, DateTimeOffset FiledAt, DateOnly ReceivedOn, DateTimeOffset DueEndsAt, bool IsOver)
{
    /// <summary>What a number says of it; nothing where words do.</summary>
    public long Of(SortBy by) => by switch
    {
        SortBy.Due => DueEndsAt.UtcTicks,
        SortBy.Filed => FiledAt.UtcTicks,
        SortBy.Number => Id.CaseId.Value,
        SortBy.Kind => (long)Kind,
        SortBy.Basis => (long)Kind.Basis(),
        SortBy.Channel => (long)Channel,
        SortBy.Priority => (long)Priority,
        SortBy.Elapsed => -ReceivedOn.DayNumber,
        SortBy.Moved => Rank,
        _ => 0,
    };
}
