using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Search;

/// <summary>
/// What the search has still to learn of a case. Written with the change and as safe as it, taken into <see cref="KnownWords"/> a moment later
/// by <see cref="SearchCatchUp"/>: an index that is written for many cases at once costs a fraction of one written at every click.
/// </summary>
public sealed class DueWords
{
    public long Id { get; init; }

    public CaseId CaseId { get; init; }

    /// <summary>Each new word once, folded, parted by blanks.</summary>
    public string Words { get; init; } = "";

    /// <summary>Where it has come, see <see cref="SearchScope"/>.</summary>
    public string Scope { get; init; } = "";

    /// <summary>
    /// What a case gains on its way may be found only while its applicant is open. What it was filed with was chosen by how it was filed.
    /// </summary>
    public bool OnlyWhileOpen { get; init; }
}
