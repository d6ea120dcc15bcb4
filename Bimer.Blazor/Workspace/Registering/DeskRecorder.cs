using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Workspace.Registering.Verifying;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>
/// Records an intake once. Two clicks at the same instant, a resend after a crash: all of them get the one number, because the case, its
/// forwarding, the end of the draft and the remembered command are one transaction.
/// </summary>
public sealed class DeskRecorder(IDbContextFactory<BimerDbContext> dbFactory, Committer committer, CaseNumbers numbers, DeskBuilder builder, IntakeSeals seals)
{
    private const int MostRounds = 5;

    /// <summary>The case this intake has become; none while it is a draft.</summary>
    internal async Task<CaseNumber?> DoneAsync(Actor actor, Guid intake, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await AnswerAsync(db, StampOf(actor, intake), ct);
    }

    /// <summary>What was on the screen: another version of it is another intake.</summary>
    internal async Task<Intake?> FindAsync(Actor actor, RegisterPetition command, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await RowOf(db, actor, command).AsNoTracking().SingleOrDefaultAsync(ct) is { } row ? seals.Intakes.Open(row) : null;
    }

    /// <returns>The number, or what the domain refuses, or <see cref="Refusal.DraftChanged"/>, or <see cref="Refusal.Busy"/>, or <see cref="Refusal.NotStored"/>.</returns>
    internal async Task<Outcome<CaseNumber>> RecordAsync(DeskOrder order, RegisterPetition command, DateTimeOffset now, CancellationToken ct)
    {
        CaseId? taken = null;
        for (var round = 0; round < MostRounds; round++)
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            var stamp = StampOf(order.Actor, command.Intake);
            // In this order: a draft that is gone was recorded before its answer is looked for.
            if (await RowOf(db, order.Actor, command).SingleOrDefaultAsync(ct) is not { } row)
                return await AnswerAsync(db, stamp, ct) is { } before ? before : new Refusal.DraftChanged(SavedAt: null);

            var id = taken ??= await numbers.NextAsync(now, ct);
            if (await PutAsync(db, row, order, id, now, ct) is { } refusal) return refusal;
            var result = await committer.CommitAsync(db, stamp with { Answer = id.Value.ToString(CultureInfo.InvariantCulture) }, ct);
            if (result == CommitResult.Committed) return new CaseNumber(id);
            if (result.WhyNot() is { } whyNot) return whyNot;
        }

        return new Refusal.Busy();
    }

    private async Task<Refusal?> PutAsync(BimerDbContext db, DeskIntake row, DeskOrder order, CaseId id, DateTimeOffset now, CancellationToken ct)
    {
        var files = await DeskQuery.InOrder(db, row.Id).ToListAsync(ct);
        var built = builder.Build(order, id, files, now);
        if (built.Value is not { } petition) return built.Refusal;
        petition.AddTo(db, files);
        if (order.Verdict.Check == IdentityCheck.Unverified) db.Add(seals.Pending.Of(order, id, now));
        db.Remove(row);
        if (await db.ReceivedMails.SingleOrDefaultAsync(m => m.Id == row.Id, ct) is not { } mail) return null;
        if (petition.CaseFile.Concealment != IdentityConcealment.None && await seals.Mails.HideSenderAsync(db, mail, order.Actor.UserId, now, ct) is { } telling) return telling;
        mail.Register(order.Actor.UserId, now, id);
        db.RemoveRange(await db.DraftFiles.BesidesPapersOf(mail.Id).ToListAsync(ct));   // its bytes go with the files nobody claims
        return null;
    }

    private static IQueryable<DeskIntake> RowOf(BimerDbContext db, Actor actor, RegisterPetition command) =>
        db.DeskIntakes.Where(i => i.Id == command.Intake && i.Person == actor.UserId && i.Channel == command.Channel && i.Version == command.Version);

    private static CommandStamp StampOf(Actor actor, Guid intake) => CommandStamp.Of(new CommandId(intake), actor.UserId);

    private static async Task<CaseNumber?> AnswerAsync(BimerDbContext db, CommandStamp stamp, CancellationToken ct)
    {
        var answer = await db.RememberedCommands.Where(c => c.Id == stamp.Id && c.Sender == stamp.Sender).Select(c => c.Answer).SingleOrDefaultAsync(ct);
        return answer is null ? null : new CaseNumber(new CaseId(long.Parse(answer, CultureInfo.InvariantCulture)));
    }
}
