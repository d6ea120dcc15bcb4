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
/// <param name="Parts">The words with what stands around them; nothing where number and summary tell them all.</param>
public sealed record SearchRow(CaseHit Hit, SearchField Where, IReadOnlyList<ExcerptPart> Parts)
{
    /// <summary>The summary with what was found in it.</summary>
    public IReadOnlyList<ExcerptPart> Summary { get; init; } = [];
}

/// <summary>What was found, as it stood at <paramref name="At"/>.</summary>
public sealed record SearchPage(IReadOnlyList<SearchRow> Rows, bool HasMore, DateTimeOffset At)
{
    /// <summary>There may be more that was not compared, or not looked at.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>What rings when a row changes, or may no longer be seen.</summary>
    public IReadOnlyList<LiveTopic> Topics { get; init; } = [];
}
