using Bimer.Domain.Kernel;

namespace Bimer.Domain.Organisation;

/// <summary>A public unit in the one administrative tree (kurum/birim); an institution is a unit that heads a branch.</summary>
public sealed class Unit
{
    private Unit() { }

    public Unit(UnitId id, DetsisCode code, string name, UnitKind kind, UnitId? parent)
    {
        Id = id;
        Code = code;
        Name = name;
        Kind = kind;
        Parent = parent;
    }

    public UnitId Id { get; private set; }

    /// <summary>The unit's number in the state organisation register; eight digits, unique, never reused.</summary>
    public DetsisCode Code { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>What tells units of the same name apart, usually the province; none where the name suffices.</summary>
    public string? Qualifier { get; init; }

    public UnitKind Kind { get; private set; }

    /// <summary>The administrative superior: reach, exclusion, approval and return follow it. None for the root.</summary>
    public UnitId? Parent { get; private set; }

    /// <summary>The ministry whose work a directorate does: counted in its reports, which gives no sight of cases.</summary>
    public UnitId? FunctionalParent { get; init; }

    public int? Plate { get; init; }

    /// <summary>True where the code is from the made-up block because no real one is known (temsilî).</summary>
    public bool IsRepresentative { get; init; }

    public bool IsClosed { get; private set; }

    /// <summary>The root has no users and takes no cases.</summary>
    public bool TakesCases => !IsClosed && Kind != UnitKind.State;
}
