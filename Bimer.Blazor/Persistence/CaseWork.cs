using Bimer.Blazor.Persistence.Connections;
using Bimer.Domain.Ports;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>The circumstances of one act: who, when, on which legal day, over which database context.</summary>
public sealed record Acting(Actor Actor, DateTimeOffset Now, DateOnly Today, BimerDbContext Db);

/// <summary>
/// How every verb on a case runs: who acts is asked anew, the case is loaded through what that person may see, the domain
/// decides, one save. Of two at once the loser's guards run again on the fresh case, so it is told what really happened.
/// </summary>
public sealed class CaseWork(IDbContextFactory<BimerDbContext> dbFactory, Committer committer, ICurrentActor currentActor, TimeProvider clock)
{
    // Each further round means that somebody else's change to this very case went through in between.
    private const int MostRounds = 5;

    private static readonly KeptQuery<CaseId, CaseFile> _visibleCase = new((db, actor, id) =>
        db.CasesVisibleTo(actor).Include(c => c.Routings.OrderBy(r => r.Id)).Where(c => c.Id == id.Value));

    public async Task<Outcome> ChangeAsync(CommandId id, CaseId caseId, Func<CaseFile, Acting, ValueTask<Outcome>> act, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        var stamp = CommandStamp.Of(id, actor.UserId);
        for (var round = 0; round < MostRounds; round++)
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            if (await LoadAsync(db, caseId, actor, ct) is not { } caseFile) return await RefuseAsync(db, stamp, new Refusal.NotFound(), ct);

            var now = clock.GetUtcNow();
            var outcome = await act(caseFile, new Acting(actor, now, IstanbulTime.LegalDay(now), db));
            if (outcome.Refusal is { } refusal) return await RefuseAsync(db, stamp, refusal, ct);
            if (caseFile.Events.Count == 0) return Outcome.Accepted;

            var result = await committer.CommitAsync(db, stamp, ct);
            if (result is CommitResult.Committed or CommitResult.Repeated) return Outcome.Accepted;
            if (result.WhyNot() is { } whyNot) return whyNot;
        }

        return new Refusal.ChangedMeanwhile();
    }

    public Task<Outcome> ChangeAsync(CommandId id, CaseId caseId, Func<CaseFile, Acting, Outcome> act, CancellationToken ct) =>
        ChangeAsync(id, caseId, (caseFile, acting) => ValueTask.FromResult(act(caseFile, acting)), ct);

    /// <summary>
    /// What a verb would answer now: the same act by the same rules on the case as it stands, and nothing is kept. True where it would
    /// change anything; false where all is so already.
    /// </summary>
    public async Task<Outcome<bool>> TryAsync(CaseId caseId, Func<CaseFile, Acting, ValueTask<Outcome>> act, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await LoadAsync(db, caseId, actor, ct) is not { } caseFile) return new Refusal.NotFound();
        var now = clock.GetUtcNow();
        var outcome = await act(caseFile, new Acting(actor, now, IstanbulTime.LegalDay(now), db));
        return outcome.Refusal is { } refusal ? Outcome<bool>.FromRefusal(refusal) : Outcome<bool>.FromT(caseFile.Events.Count > 0);
    }

    public Task<Outcome<bool>> TryAsync(CaseId caseId, Func<CaseFile, Acting, Outcome> act, CancellationToken ct) =>
        TryAsync(caseId, (caseFile, acting) => ValueTask.FromResult(act(caseFile, acting)), ct);

    /// <summary>Loads what the verbs on a case need, seen by this person.</summary>
    internal static async Task<CaseFile?> LoadAsync(BimerDbContext db, CaseId caseId, Actor actor, CancellationToken ct)
    {
        var caseFile = await _visibleCase.Read(db, actor, caseId).SingleOrDefaultAsync(ct);
        if (caseFile is null) return null;
        if (caseFile.HasExclusions) await db.Entry(caseFile).Collection(c => c.Exclusions).LoadAsync(ct);
        if (caseFile.Routings.Any(r => r.State == RoutingState.OnHold)) await db.Entry(caseFile).Collection(c => c.Holds).LoadAsync(ct);
        if (caseFile.HasReplies) await db.Entry(caseFile).Collection(c => c.Replies).LoadAsync(ct);
        return caseFile;
    }

    /// <summary>The second of two clicks finds the case already moved: it is answered like the first, not with a refusal.</summary>
    private static async Task<Outcome> RefuseAsync(BimerDbContext db, CommandStamp stamp, Refusal refusal, CancellationToken ct) =>
        await Committer.WasDoneAsync(db, stamp, ct) ? Outcome.Accepted : refusal;
}
