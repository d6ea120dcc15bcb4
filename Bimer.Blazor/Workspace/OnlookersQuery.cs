using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>Somebody else in front of the same case.</summary>
public sealed record Onlooker(UserId Id, string Name, string Unit, CaseSpot Spot = CaseSpot.Reading);

/// <summary>
/// Who looks at a case (U17): told to those who may see it, of those who may. The rights of both are asked anew each time, so that who
/// has just been kept from a case neither learns of the others nor is named to them.
/// </summary>
public sealed class OnlookersQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, Presence presence, CaseNames names)
{
    /// <returns>The person's own screen in front of the case; none when they may not see it.</returns>
    public async Task<Presence.Seat?> SitAsync(CaseId id, CaseSpot spot, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.CasesVisibleTo(actor).AnyAsync(c => c.Id == id, ct) ? presence.Take(id, actor.UserId, spot) : null;
    }

    /// <summary>The others, without the person themselves.</summary>
    public async Task<IReadOnlyList<Onlooker>> ReadAsync(CaseId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return [];
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        // First: whether somebody sits there is told by nothing, also not by what is done.
        if (!await db.CasesVisibleTo(actor).AnyAsync(c => c.Id == id, ct)) return [];
        var others = presence.At(id).Where(other => other.Person != actor.UserId).ToList();
        if (others.Count == 0) return [];
        var seen = new List<Onlooker>();
        await names.LoadAsync(others.Select(other => (UserId?)other.Person), ct);
        foreach (var (person, spot) in others)
        {
            if (await ActorReader.ReadAsync(db, person, actor.On, ct) is not { } other || !await db.CasesVisibleTo(other).AnyAsync(c => c.Id == id, ct)) continue;
            seen.Add(new Onlooker(person, names.Of((UserId?)person) ?? "", names.Of(other.Roles.OrderBy(on => on.Role).First().Unit), spot));
        }

        return [.. seen.OrderBy(onlooker => onlooker.Name, StringComparer.Create(TurkishCulture.Info, ignoreCase: false))];
    }
}
