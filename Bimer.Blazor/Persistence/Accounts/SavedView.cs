using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Accounts;

/// <summary>
/// A narrowed box under a name (görünüm): what its address asks for, never what it found. Of one person or of all who work in one unit; whoever
/// opens it reads the box with their own rights.
/// </summary>
public sealed class SavedView
{
    /// <summary>Longest name, in UTF-16 units.</summary>
    public const int LongestName = 60;

    public Guid Id { get; init; }

    /// <summary>Key of the box.</summary>
    public string Box { get; init; } = "";

    /// <summary>The unit whose people all have it; none for a view of the person's own.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>Who keeps it.</summary>
    public UserId By { get; init; }

    public string Name { get; set; } = "";

    /// <summary>Filter, kind and columns as they stand in the address, without the box.</summary>
    public string Query { get; set; } = "";
}
