using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>Names instead of ids, for what is about to be read.</summary>
public sealed class CaseNames(OfficerDirectory officers, UnitDirectory units)
{
    public Task LoadAsync(IEnumerable<UserId?> people, CancellationToken ct) => officers.LoadAsync(people.OfType<UserId>(), ct);

    public string Of(UnitId unit) => units.NameOf(unit);

    public string? Of(UnitId? unit) => unit is { } id ? units.NameOf(id) : null;

    /// <summary>Of somebody whose name was loaded before.</summary>
    public string? Of(UserId? person) => person is { } id ? officers.NameOf(id) : null;
}
