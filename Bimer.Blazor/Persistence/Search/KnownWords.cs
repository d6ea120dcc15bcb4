using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>
/// What the search knows of one case. Each database keeps an index over it by itself: FTS5 by triggers on SQLite, a generated tsvector on
/// PostgreSQL, so whoever writes this row writes the index with it, in the same transaction.
/// </summary>
public sealed class KnownWords
{
    public CaseId CaseId { get; init; }

    /// <summary>Each word of the case once, folded, parted by blanks.</summary>
    public string Words { get; init; } = "";

    /// <summary>Where it has been, see <see cref="SearchScope"/>. It grows only: it narrows what is looked at and gives no right.</summary>
    public string Scope { get; init; } = "";
}
