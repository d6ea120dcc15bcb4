using Bimer.Blazor.Live;
using Bimer.Domain.Searching;

namespace Bimer.Blazor.Workspace.Searching;

/// <summary>What stands first.</summary>
public enum SearchOrder
{
    /// <summary>What was recorded last.</summary>
    Newest,

    /// <summary>What answers best.</summary>
    Best,
}

/// <summary>One case that was found.</summary>
/// <param name="Where">What of it tells the words.</param>
/// <param name="Parts">The words with what stands around them; nothing where only number and summary tell them.</param>
public sealed record SearchRow(CaseHit Hit, SearchField Where, IReadOnlyList<ExcerptPart> Parts);

/// <summary>What was found, as it stood at <paramref name="At"/>.</summary>
public sealed record SearchPage(IReadOnlyList<SearchRow> Rows, bool HasMore, DateTimeOffset At)
{
    /// <summary>There may be more that was not compared, or not looked at.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>What rings when a row changes, or may no longer be seen.</summary>
    public IReadOnlyList<LiveTopic> Topics { get; init; } = [];
}
