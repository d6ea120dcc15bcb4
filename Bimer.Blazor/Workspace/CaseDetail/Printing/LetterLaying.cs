using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>Lays letters in the post room, one an answer unless somebody asks for another in so many words; each stands in the history of its case.</summary>
public sealed class LetterLaying(IDbContextFactory<BimerDbContext> dbFactory, UnitDirectory units, ForwardNotices notices, CaseWork work, PostRoom postRoom)
{
    private static readonly MovementKind[] _kinds = [MovementKind.LetterLaid, MovementKind.NoticeLaid];
    private static readonly PrintedLetter _handedOver = new(Page: null, File: null);

    /// <summary>What is to be said before any letter is made: none where one is to be.</summary>
    internal async Task<Outcome<PrintedLetter>?> AnswerAsync(BimerDbContext db, PrintLetter command, Actor actor, CancellationToken ct)
    {
        if (!postRoom.IsThere) return new Refusal.NoPostRoom();
        var isDone = await Committer.WasDoneAsync(db, CommandStamp.Of(command.Id, actor.UserId), ct);
        if (await LastAsync(db, command, ct) is { Change: { } name } laid)
        {
            if (await WhyNotLaidAsync(db, laid, ct) is { } untold) return untold;
            // Written down and not laid, by a folder that was away or a program that was killed: it is still there, and is laid now, also where another was asked for.
            if (postRoom.Lay(name)) return _handedOver;
            if (postRoom.Keeps(name)) return new Refusal.LetterNotLaid();
            if (!isDone && !command.IsAgain) return new Refusal.LetterAlreadyLaid(laid.At);
        }

        if (isDone) return _handedOver;
        return null;
    }

    /// <param name="read">The case as the address was opened.</param>
    internal async Task<Outcome<PrintedLetter>> LayAsync(PrintLetter command, CaseFile read, byte[] pdf, CancellationToken ct)
    {
        await LayForgottenAsync(ct);
        if (await postRoom.BringAsync(pdf) is not { } name) return new Refusal.NoPostRoom();
        var outcome = await work.ChangeAsync(command.Id, command.Routing.CaseId, async (caseFile, acting) =>
        {
            if (SentPaper.Of(caseFile, command.Routing, command.IsNotice) is not { } paper) return new Refusal.NotFound();
            if ((caseFile.Concealment, caseFile.ConcealedBy) != (read.Concealment, read.ConcealedBy)) return new Refusal.ChangedMeanwhile();
            if (!command.IsAgain && await LastAsync(acting.Db, command, ct) is { } laid) return new Refusal.LetterAlreadyLaid(laid.At);
            if (command.IsNotice && await WhyNotToldAsync(acting.Db, paper.Routing, ct) is { } untold) return untold;
            return paper.Lay(caseFile, name, units.LineageOf(paper.Unit), acting);
        }, ct);
        // Of two clicks of one command both are answered alike, and one of them wrote its letter down.
        if (!await IsWrittenDownAsync(command, name)) postRoom.Drop(name);
        else if (!postRoom.Lay(name) && postRoom.Keeps(name)) return new Refusal.LetterNotLaid();   // where it is gone somebody else's look has laid it
        return outcome.Refusal is { } refusal ? refusal : _handedOver;
    }

    // What a case says is laid must not be thrown away: a name that no case knows was never to be sent.
    private async Task LayForgottenAsync(CancellationToken ct)
    {
        if (postRoom.Forgotten() is not { Count: > 0 } names) return;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var written = await db.Movements.AsNoTracking().Where(m => _kinds.Contains(m.Kind) && names.Contains(m.Change!)).ToListAsync(ct);
        foreach (var name in names)
        {
            if (written.Find(m => string.Equals(m.Change, name, StringComparison.Ordinal)) is not { } laid) postRoom.Drop(name);
            else if (await WhyNotLaidAsync(db, laid, ct) is null) postRoom.Lay(name);
        }
    }

    // A notice whose folder was away is no longer true when the part has come back since: it is dropped, what was fetched is not asked.
    private async Task<Refusal?> WhyNotLaidAsync(BimerDbContext db, Movement laid, CancellationToken ct)
    {
        if (laid is not { Kind: MovementKind.NoticeLaid, Change: { } name, Routing: { } part } || !postRoom.Keeps(name) || await WhyNotToldAsync(db, part, ct) is not { } untold) return null;
        postRoom.Drop(name);
        return untold;
    }

    // Not to be stopped: what is written down has to lie there.
    private async Task<bool> IsWrittenDownAsync(PrintLetter command, string name)
    {
        await using var db = await dbFactory.CreateDbContextAsync(CancellationToken.None);
        return await db.Movements.AnyAsync(m => m.CaseId == command.Routing.CaseId && _kinds.Contains(m.Kind) && m.Change == name, CancellationToken.None);
    }

    // Given back or moved home while it was made: what is no longer so is not written to anybody.
    private async Task<Refusal?> WhyNotToldAsync(BimerDbContext db, RoutingId part, CancellationToken ct) =>
        await SentPaper.UnreachedAsync(db, part, isNotice: true, ct) is not { } mail ? new Refusal.LetterNeedsNoPost() : await notices.FactsAsync(db, mail, ct) is null ? new Refusal.NothingToTell() : null;

    private static Task<Movement?> LastAsync(BimerDbContext db, PrintLetter command, CancellationToken ct)
    {
        var (routing, kind) = (command.Routing, command.IsNotice ? MovementKind.NoticeLaid : MovementKind.LetterLaid);
        return db.Movements.AsNoTracking().Where(m => m.CaseId == routing.CaseId && m.Kind == kind && m.Routing == routing).OrderByDescending(m => m.Sequence).FirstOrDefaultAsync(ct);
    }
}
