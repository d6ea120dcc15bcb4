using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Home;

/// <summary>How many of a unit's signed letters say that the petition is not examined (İşleme Alınmayacak oranı, S46, S47).</summary>
/// <param name="IsOwn">The unit the person coordinates or manages, without what lies below it.</param>
/// <param name="Answered">All that was signed there for good.</param>
public sealed record NotExaminedShare(UnitId Unit, string Name, bool IsOwn, int Answered, int NotExamined)
{
    /// <summary>Percent of what was signed.</summary>
    public int Percent => (int)Math.Round(100.0 * NotExamined / Answered, MidpointRounding.AwayFromZero);
}

/// <summary>Counts them by the units directly below whoever coordinates or manages. Asked for, not kept current: it is a look back.</summary>
public sealed class NotExaminedQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, TimeProvider clock)
{
    /// <summary>The periods that may be asked for, in days until now.</summary>
    public static readonly IReadOnlyList<int> Periods = [30, 90, 365];

    /// <param name="days">One of <see cref="Periods"/>.</param>
    /// <returns>None for whoever coordinates and manages nothing; the unit with the highest share first.</returns>
    public async Task<IReadOnlyList<NotExaminedShare>?> ReadAsync(int days, CancellationToken ct)
    {
        if (!Periods.Contains(days) || await currentActor.GetAsync(ct) is not { } actor || !actor.Roles.Any(on => on.Role.ReachesBelow())) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var found = await db.AnsweredBelow(actor, clock.GetUtcNow().AddDays(-days)).ToListAsync(ct);
        var branches = new Branches(units, actor);
        return
        [
            .. found.GroupBy(f => branches.Of(f.Unit))
                .Select(branch => new NotExaminedShare(branch.Key, units.NameOf(branch.Key), branches.IsOwn(branch.Key), branch.Sum(f => f.Answered), branch.Sum(f => f.NotExamined)))
                .OrderByDescending(s => s.Percent).ThenByDescending(s => s.NotExamined).ThenByDescending(s => s.Answered).ThenBy(s => TurkishSortKey.Of(s.Name), StringComparer.Ordinal),
        ];
    }
}
