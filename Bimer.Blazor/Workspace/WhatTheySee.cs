using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>
/// "Ne görecekler?": the case as another person would see it after an act that is not done yet. The act is really done and the case really
/// read with their rights, by the very code that does it otherwise, in a room (<see cref="TrialRooms"/>) that is always taken back: nothing of it is ever
/// committed, no bell rings, nobody's custody changes, and on SQLite nobody who writes waits. Asked by the holder of a part alone, who has the whole case before them.
/// </summary>
public sealed class WhatTheySee(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, SightReader sight, OwnCaseReader own, Trials trials)
{
    private const int MostPeople = 200;

    public async Task<Outcome<Glance>> LookAsync(RoutingId routing, GlanceAct act, GlanceEyes eyes, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } asker) return new Refusal.SignedOut();
        try
        {
            await using var room = await trials.OpenAsync(dbFactory, routing, asker, eyes, ct);
            return await TryAsync(room.Db, asker, routing, act, eyes, ct);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.IsDuplicateKey())
        {
            return new Refusal.ChangedMeanwhile();   // on PostgreSQL somebody's change may come between them all the same
        }
        catch (Exception fault) when (fault.IsPassing())
        {
            return fault.WhyNot();
        }
    }

    /// <summary>Those who work in a unit, to choose one of them. Who works where is public inside the workspace.</summary>
    public async Task<IReadOnlyList<GlancePerson>> PeopleAsync(UnitId unit, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } asker) return [];
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var rows = await (from a in db.RoleAssignments
                          join o in db.Officers on a.Officer equals o.Id
                          where a.Unit == unit && o.IsActive && a.ValidFrom <= asker.On && (a.ValidUntil == null || a.ValidUntil >= asker.On)
                          orderby o.GivenName, o.Surname
                          select new { o.Id, o.GivenName, o.Surname, a.Role }).Take(MostPeople).ToListAsync(ct);
        return [.. rows.GroupBy(r => r.Id).Select(p => new GlancePerson(p.Key, $"{p.First().GivenName} {p.First().Surname}", [.. p.Select(r => r.Role).Distinct()]))];
    }

    private async Task<Outcome<Glance>> TryAsync(BimerDbContext db, Actor asker, RoutingId routing, GlanceAct act, GlanceEyes eyes, CancellationToken ct)
    {
        if (await CaseWork.LoadAsync(db, routing.CaseId, asker, ct) is not { } caseFile) return new Refusal.NotFound();
        if (HeldParts.ToActOn([.. caseFile.Routings], asker).Refusal is { } notHeld) return notHeld;
        if ((await trials.ActAsync(db, caseFile, routing, act, asker, ct)).Refusal is { } refusal) return refusal;
        if (await Trials.LendEyesAsync(db, eyes, asker, ct) is not { } viewer) return eyes is GlanceEyes.Citizen ? await CitizensAsync(db, caseFile, ct) : new Refusal.NotFound();
        await db.SaveChangesAsync(ct);

        var now = await sight(db, routing.CaseId, viewer, ct);
        var paths = await PathsAsync(db, routing.CaseId, viewer, ct);
        var opened = now is { Stand: CaseStand.Envelope } && trials.Open(caseFile, viewer) ? await OpenedAsync(db, routing.CaseId, viewer, ct) : null;
        return new Glance(now, opened, paths, Citizen: null);
    }

    private async Task<Outcome<Glance>> CitizensAsync(BimerDbContext db, CaseFile caseFile, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var seen = await own.ReadAsync(db, db.Cases.Where(c => c.Id == caseFile.Id), ct);
        return new Glance(null, null, [], seen) { Mails = await trials.MailsAsync(db, caseFile, ct) };
    }

    private async Task<GlanceSight?> OpenedAsync(BimerDbContext db, CaseId id, Actor viewer, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        return await sight(db, id, viewer, ct);
    }

    private static async Task<IReadOnlyList<GlancePath>> PathsAsync(BimerDbContext db, CaseId id, Actor viewer, CancellationToken ct) =>
    [
        new("Address", await db.CasesVisibleTo(viewer).AnyAsync(c => c.Id == id, ct)),
        new("Box", await db.RoutingsAtUnitsOf(viewer).AnyAsync(r => r.CaseId == id && r.State == RoutingState.Waiting, ct)),
        new("Held", await db.RoutingsHeldBy(viewer).AnyAsync(r => r.CaseId == id, ct)),
        new("Earlier", await db.CasesNotKeptFrom(viewer).AnyAsync(c => c.Id == id && c.Concealment == IdentityConcealment.None, ct)),
    ];
}
