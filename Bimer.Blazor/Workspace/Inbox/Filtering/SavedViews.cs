using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Accounts;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>A view as its reader has it.</summary>
/// <param name="Unit">The unit it is shared in; none for one's own.</param>
/// <param name="MayChange">The reader may rename and delete it.</param>
public sealed record ViewLine(Guid Id, string Name, string Query, UnitId? Unit, bool MayChange);

/// <summary>
/// Keeps narrowed boxes under a name (görünümler, S24), for a person or for all who work in a unit. A view is a question: the answer is read
/// anew with the rights of whoever asks, so sharing one shares nothing of what it finds. Each change sent twice does the same once more; no command needs
/// to be remembered.
/// </summary>
public sealed class SavedViews(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor)
{
    /// <summary>The most views of one box for one person, and again for one unit.</summary>
    public const int Most = 12;

    /// <summary>Longest name, in UTF-16 units.</summary>
    public const int LongestName = SavedView.LongestName;

    /// <summary>One's own and those of the units one works in now, by name.</summary>
    public async Task<IReadOnlyList<ViewLine>> ReadAsync(Box box, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return [];
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var units = UnitsOf(actor).Select(unit => (UnitId?)unit).ToList();
        var views = await db.SavedViews.AsNoTracking().Where(v => v.Box == box.Key && (v.Unit == null ? v.By == actor.UserId : units.Contains(v.Unit))).ToListAsync(ct);
        return [.. views.OrderBy(v => v.Unit is not null).ThenBy(v => TurkishSortKey.Of(v.Name), StringComparer.Ordinal)
            .Select(v => new ViewLine(v.Id, v.Name, v.Query, v.Unit, MayChange(actor, v)))];
    }

    /// <summary>The units whose people may be given a view by this person: where they work on cases, coordinate or sign.</summary>
    public static IReadOnlyList<UnitId> UnitsOf(Actor actor) => [.. actor.Roles.Select(on => on.Unit).Distinct()];

    /// <summary>Keeps what a box is narrowed to; the same name again asks for something else from now on.</summary>
    /// <param name="unit">For all who work there; none for oneself.</param>
    public Task<Outcome> KeepAsync(Box box, string name, BoxFilter filter, UnitId? unit, CancellationToken ct) => ChangeAsync(async (db, actor) =>
    {
        if (unit is { } shared && !UnitsOf(actor).Contains(shared)) return new Refusal.NotYourView();
        if (Cleaned(name) is not { } kept) return new Refusal.InvalidViewName(LongestName);
        var views = await SideBySideAsync(db, box.Key, unit, actor.UserId, ct);
        var view = views.Find(v => IsNamed(v, kept));
        if (view is not null && !MayChange(actor, view)) return new Refusal.NotYourView();
        if (view is null && views.Count >= Most) return new Refusal.TooManyViews(Most);
        if (view is null) db.Add(view = new SavedView { Id = Guid.CreateVersion7(), Box = box.Key, Unit = unit, By = actor.UserId });
        (view.Name, view.Query) = (kept, BoxFilters.QueryOf(filter));
        return Outcome.Accepted;
    }, ct);

    /// <summary>Gives a view another name; none that another has: of two of one name nobody knows which is replaced.</summary>
    public Task<Outcome> RenameAsync(Guid id, string name, CancellationToken ct) => ChangeAsync(async (db, actor) =>
    {
        if (await FindAsync(db, actor, id, ct) is not { } view) return new Refusal.NotYourView();
        if (Cleaned(name) is not { } kept) return new Refusal.InvalidViewName(LongestName);
        if ((await SideBySideAsync(db, view.Box, view.Unit, view.By, ct)).Exists(other => other.Id != view.Id && IsNamed(other, kept))) return new Refusal.ViewNameTaken();
        view.Name = kept;
        return Outcome.Accepted;
    }, ct);

    /// <summary>What is gone already is as good as deleted.</summary>
    public Task<Outcome> DropAsync(Guid id, CancellationToken ct) => ChangeAsync(async (db, actor) =>
    {
        if (await FindAsync(db, actor, id, ct) is { } view) db.Remove(view);
        return Outcome.Accepted;
    }, ct);

    private async Task<Outcome> ChangeAsync(Func<BimerDbContext, Actor, Task<Outcome>> change, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        try
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            var outcome = await change(db, actor);
            if (outcome.IsAccepted) await db.SaveChangesAsync(CancellationToken.None);
            return outcome;
        }
        catch (Exception fault) when (fault.IsPassing())
        {
            return Outcome.FromRefusal(fault.WhyNot());
        }
        catch (DbUpdateException)
        {
            return new Refusal.ChangedMeanwhile();   // another window was first
        }
    }

    /// <summary>The views that stand beside each other: of one box and one unit, or of one box and one person.</summary>
    private static Task<List<SavedView>> SideBySideAsync(BimerDbContext db, string box, UnitId? unit, UserId by, CancellationToken ct) =>
        db.SavedViews.Where(v => v.Box == box && v.Unit == unit && (unit != null || v.By == by)).ToListAsync(ct);

    private static bool IsNamed(SavedView view, string name) => TurkishWords.Compare(view.Name, name) == TurkishMatch.Exact;

    /// <summary>A view that may not be changed is answered like one that does not exist.</summary>
    private static async Task<SavedView?> FindAsync(BimerDbContext db, Actor actor, Guid id, CancellationToken ct) =>
        await db.SavedViews.SingleOrDefaultAsync(v => v.Id == id, ct) is { } view && MayChange(actor, view) ? view : null;

    private static bool MayChange(Actor actor, SavedView view) =>
        view.Unit is not { } unit ? view.By == actor.UserId
        : (view.By == actor.UserId && UnitsOf(actor).Contains(unit)) || actor.Roles.Any(on => on.Unit == unit && on.Role.ReachesBelow());

    private static string? Cleaned(string name) => name.Trim() is { Length: > 0 and <= LongestName } kept ? kept : null;
}
