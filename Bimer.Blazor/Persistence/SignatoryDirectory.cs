using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>Who may sign for which unit today: the approver's role there and a valid İYEM record (S48, S64).</summary>
public sealed class SignatoryDirectory(UnitDirectory units)
{
    /// <summary>
    /// The approvers of the unit or, where it has none with a valid record, of the nearest unit above; BİMER Merkezi takes the
    /// root's place. The author is never among them, nor anybody of a unit the case must not reach. Empty is a visible defect.
    /// </summary>
    /// <param name="excluded">The units the case must not reach (gönderilmeyecek kurum).</param>
    public async Task<IReadOnlyList<Signatory>> NearestAsync(
        BimerDbContext db, UnitId unit, UserId author, IReadOnlyCollection<UnitId> excluded, DateOnly today, CancellationToken ct)
    {
        foreach (var candidate in units.LineageOf(unit).SelfAndAbove.Where(u => units.Find(u)?.Kind != UnitKind.State).Append(units.Centre.Id))
        {
            if (excluded.Any(units.LineageOf(candidate).IsWithin)) continue;
            var signatories = await OfAsync(db, candidate, author, today, ct);
            var seeing = excluded.Count == 0 ? signatories : await SeeingAsync(db, signatories, excluded, today, ct);
            if (seeing.Count > 0) return seeing;
        }

        return [];
    }

    /// <summary>The person's İYEM records with the facts of the unit they would sign for.</summary>
    public async Task<ApproverChoice> ChoiceAsync(BimerDbContext db, UserId person, UnitId unit, CancellationToken ct)
    {
        var authorities = await db.SigningAuthorities.AsNoTracking().Where(a => a.Holder == person).ToListAsync(ct);
        return new ApproverChoice(person, units.LineageOf(unit), authorities);
    }

    /// <summary>Without those who belong to an excluded unit through any role: the letter would lie in a box they cannot see into.</summary>
    private static async Task<IReadOnlyList<Signatory>> SeeingAsync(
        BimerDbContext db, IReadOnlyList<Signatory> signatories, IReadOnlyCollection<UnitId> excluded, DateOnly today, CancellationToken ct)
    {
        var people = signatories.Select(s => s.Person).ToList();
        var blind = await db.RoleAssignments.AsNoTracking()
            .Where(a => people.Contains(a.Officer) && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)
                && db.UnitClosure.Any(k => k.Below == a.Unit && excluded.Contains(k.Superior)))
            .Select(a => a.Officer).ToListAsync(ct);
        return [.. signatories.Where(s => !blind.Contains(s.Person))];
    }

    private async Task<IReadOnlyList<Signatory>> OfAsync(BimerDbContext db, UnitId unit, UserId author, DateOnly today, CancellationToken ct)
    {
        var approvers = await db.RoleAssignments.AsNoTracking()
            .Where(a => a.Unit == unit && a.Role == OfficerRole.Approver && a.Officer != author
                && a.ValidFrom <= today && (a.ValidUntil == null || a.ValidUntil >= today)
                && db.Officers.Any(o => o.Id == a.Officer && o.IsActive))
            .Select(a => a.Officer).Distinct().ToListAsync(ct);
        var authorities = await db.SigningAuthorities.AsNoTracking().Where(a => approvers.Contains(a.Holder)).ToListAsync(ct);
        var lineage = units.LineageOf(unit);
        return [.. approvers.Where(p => authorities.Exists(a => a.Covers(p, lineage, today))).Select(p => new Signatory(p, unit))];
    }
}

/// <summary>A person who may sign for a unit today.</summary>
public sealed record Signatory(UserId Person, UnitId Unit);
