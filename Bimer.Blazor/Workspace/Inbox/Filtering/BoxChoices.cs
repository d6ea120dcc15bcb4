using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>What one person wants to have at hand in every box.</summary>
/// <param name="Kinds">The kinds offered above the list for one click (S23), in their order.</param>
public sealed record BoxChoices(IReadOnlyList<CaseKind> Kinds)
{
    /// <summary>Of those who never chose.</summary>
    public static readonly BoxChoices Usual = new(Enum.GetValues<CaseKind>());

    /// <summary>The same without what does not exist, or no longer, and nothing twice.</summary>
    public BoxChoices Sound() => new([.. (Kinds ?? []).Where(Enum.IsDefined).Distinct().Order()]);
}
