using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Workspace.Home;

/// <summary>The day of those who coordinate or manage: how what is open divides by the units directly below theirs, and what of it is urgent.</summary>
public sealed class BelowOverviewQuery(BelowReader reader, ICurrentActor currentActor, UnitDirectory units, SharedReads shared)
{
    /// <summary>None for whoever coordinates and manages nothing.</summary>
    public async Task<BelowOverview?> ReadAsync(CancellationToken ct) => await currentActor.GetAsync(ct) is { } actor ? await ReadAsync(actor, ct) : null;

    /// <summary>The same after a bell: people of the same rights share one read, see <see cref="SharedReads"/>.</summary>
    public async Task<BelowOverview?> ReadAgainAsync(CancellationToken ct)
    {
        if (await currentActor.GetAfterBellAsync(ct) is not { } actor) return null;
        return await shared.ReadAsync((nameof(BelowOverviewQuery), RightsSignature.Of(actor)), () => ReadAsync(actor, CancellationToken.None), ct);
    }

    private async Task<BelowOverview?> ReadAsync(Actor actor, CancellationToken ct)
    {
        if (await reader.ReadAsync(actor, ct) is not { } figures) return null;
        var nearest = figures.Urgent is [var first, ..] ? first.Time : null;
        var age = figures.OldestOn is { } oldest ? new BoxAge(oldest, nearest) : null;
        return new BelowOverview(figures.Units.Sum(f => f.Open), SpreadOf(figures.Units), SharesOf(actor, figures.Units), age, figures.Urgent, figures.At) { Returned = figures.Returned, Unpaid = figures.Unpaid };
    }

    private UnitShare[] SharesOf(Actor actor, IReadOnlyList<UnitFigures> figures)
    {
        var branches = new Branches(units, actor);
        return
        [
            .. figures.GroupBy(f => branches.Of(f.Unit))
                .Select(branch => new UnitShare(branch.Key, units.NameOf(branch.Key), branches.IsOwn(branch.Key), branch.Sum(f => f.Open), SpreadOf(branch)))
                .OrderByDescending(s => s.Spread.Late).ThenByDescending(s => s.Spread.Soon).ThenByDescending(s => s.Open).ThenBy(s => TurkishSortKey.Of(s.Name), StringComparer.Ordinal),
        ];
    }

    private static DueSpread SpreadOf(IEnumerable<UnitFigures> figures) =>
        figures.Aggregate(new DueSpread(0, 0, 0), (sum, f) => sum + new DueSpread(f.Late, f.UntilSoon - f.Late, f.Owed - f.UntilSoon));
}
