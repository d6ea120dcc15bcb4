using System.Collections.Frozen;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>The whole tree in memory: names for screens, lineages for rules. Public knowledge, so no rights are asked.</summary>
public sealed class UnitDirectory(IDbContextFactory<BimerDbContext> dbFactory)
{
    private FrozenDictionary<UnitId, Unit> _units = FrozenDictionary<UnitId, Unit>.Empty;

    public IReadOnlyCollection<Unit> All => _units.Values;

    /// <summary>Raised by every reading of the tree: whoever made something of it knows when to make it anew.</summary>
    public int Edition { get; private set; }

    /// <summary>BİMER Merkezi, which takes the place of the root wherever the root would have to act.</summary>
    public Unit Centre => _units.Values.First(u => u.Kind == UnitKind.Centre);

    /// <summary>Reads the tree anew: at the start and after a change of the organisation.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var units = await db.Units.AsNoTracking().ToListAsync(ct);
        _units = units.ToFrozenDictionary(u => u.Id);
        Edition++;
    }

    public Unit? Find(UnitId id) => _units.GetValueOrDefault(id);

    /// <summary>The unit's name as people say it; units of the same name carry their province.</summary>
    public string NameOf(UnitId id) => Find(id) is { } unit ? Label(unit) : "?";

    public static string Label(Unit unit) => unit.Qualifier is { Length: > 0 } qualifier ? $"{unit.Name} ({qualifier})" : unit.Name;

    /// <summary>The facts rules ask of a unit; a unit nobody knows takes no cases.</summary>
    public UnitLineage LineageOf(UnitId id)
    {
        var line = new List<UnitId>(6);
        for (var unit = Find(id); unit is not null; unit = unit.Parent is { } parent ? Find(parent) : null) line.Add(unit.Id);
        return new UnitLineage(id, line, Find(id)?.TakesCases ?? false);
    }

    /// <summary>The nearest unit above this one that takes cases and lies outside all of these; BİMER Merkezi where there is none (S38).</summary>
    public UnitId NearestOutside(UnitId unit, IReadOnlyCollection<UnitId> excluded) =>
        LineageOf(unit).SelfAndAbove.Skip(1).Where(above => Find(above)?.TakesCases == true && !excluded.Any(LineageOf(above).IsWithin))
            .Append(Centre.Id).First();

    /// <summary>What the citizen may be told of why a part went elsewhere.</summary>
    /// <param name="sent">A part another unit sent.</param>
    /// <param name="parts">Every part of the case.</param>
    public TransferReason ReasonOf(Routing sent, IReadOnlyCollection<Routing> parts)
    {
        var sender = sent.From!.Value;
        return new TransferReason(InstitutionOf(sender)?.Kind == UnitKind.Centre, parts.Any(part =>
            part.Purpose == RoutingPurpose.Action && (part.IsOpen || part.State == RoutingState.Answered) && !IsElsewhere(sender, part.To) && !CameOutOf(part)));

        // What the other institution gave or sent back had left first: it is no part that stayed.
        bool CameOutOf(Routing part)
        {
            for (var at = part; at is not null; at = parts.FirstOrDefault(other => other.Id == at.Parent))
                if (at.Id == sent.Id) return true;
            return false;
        }
    }

    /// <summary>The two lie in different institutions.</summary>
    public bool IsElsewhere(UnitId from, UnitId to) => InstitutionOf(from)?.Id != InstitutionOf(to)?.Id;

    /// <summary>The ministry, governorship, independent body or centre that heads the unit's branch.</summary>
    public Unit? InstitutionOf(UnitId id) => LineageOf(id).SelfAndAbove.Select(Find)
        .FirstOrDefault(u => u?.Kind is UnitKind.Ministry or UnitKind.Governorship or UnitKind.IndependentBody or UnitKind.Centre);
}
