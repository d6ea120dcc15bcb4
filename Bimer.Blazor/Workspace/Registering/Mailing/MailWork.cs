using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Mailing;

/// <summary>The circumstances of one decision about a mail.</summary>
/// <param name="Desk">The desk it lies on; none where it lies on nobody's.</param>
public sealed record MailActing(Actor Actor, ReceivedMail Mail, DeskIntake? Desk, BimerDbContext Db)
{
    /// <summary>A mail on a colleague's desk is theirs to decide about.</summary>
    public Refusal? WithColleague => Desk is { } desk && desk.Person != Actor.UserId ? new Refusal.MailWithColleague(desk.Person, desk.SavedAt) : null;
}

/// <summary>
/// How every decision about a received mail runs: who acts is asked anew, only an officer of the mailbox's unit decides, and to everybody
/// else there is no such mail. Each is recorded with the change, by ids alone.
/// </summary>
public sealed class MailWork(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, LiveFeed feed)
{
    /// <param name="mail">Which.</param>
    /// <param name="action">What the record calls it.</param>
    /// <param name="decide">Changes rows, or refuses; answers what the record says besides.</param>
    /// <param name="ct">Until the change is offered to the database.</param>
    public Task<Outcome<string>> DecideAsync(
        Guid mail, string action, Func<MailActing, DateTimeOffset, Task<Outcome<string>>> decide, DateTimeOffset now, CancellationToken ct) =>
        DraftTelling.TellAsync(() => ActAsync(mail, action, decide, now, ct));

    private async Task<Outcome<string>> ActAsync(
        Guid mail, string action, Func<MailActing, DateTimeOffset, Task<Outcome<string>>> decide, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var acting = await FindAsync(db, mail, ct);
        if (acting.Value is not { } found) return acting.Refusal!;
        var outcome = await decide(found, now);
        if (outcome.Value is not { } detail) return outcome;
        db.Add(IntakeFacts.OfMail(found.Actor.UserId, found.Mail, action, detail, now));
        await db.SaveChangesAsync(CancellationToken.None);
        feed.Publish(LiveTopic.UnitMails(found.Mail.Unit));
        return outcome;
    }

    /// <summary>Reads for one officer; nothing for somebody who records nowhere.</summary>
    public async Task<T?> ReadAsync<T>(Func<BimerDbContext, Actor, IReadOnlyList<UnitId>, Task<T?>> read, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return default;
        List<UnitId> units = [.. actor.UnitsAs(OfficerRole.CaseOfficer)];
        if (units.Count == 0) return default;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await read(db, actor, units);
    }

    private async Task<Outcome<MailActing>> FindAsync(BimerDbContext db, Guid id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        List<UnitId> units = [.. actor.UnitsAs(OfficerRole.CaseOfficer)];
        if (await db.ReceivedMails.SingleOrDefaultAsync(m => m.Id == id && units.Contains(m.Unit) && m.State != MailState.Registered, ct) is not { } mail) return new Refusal.NotFound();
        return new MailActing(actor, mail, await db.DeskIntakes.SingleOrDefaultAsync(i => i.Id == id, ct), db);
    }
}
