using System.Security.Cryptography;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>Acts that are tried and taken back, on a case and in a transaction that somebody else brings and never commits.</summary>
public sealed class Trials(TrialRooms rooms, ForwardNotices notices, TimeProvider clock)
{
    private static readonly DateOnly Always = new(2000, 1, 1);

    /// <summary>A database for one trial; dispose it.</summary>
    internal Task<TrialRoom> OpenAsync(IDbContextFactory<BimerDbContext> dbFactory, RoutingId routing, Actor asker, GlanceEyes eyes, CancellationToken ct) =>
        rooms.OpenAsync(dbFactory, routing.CaseId, eyes is GlanceEyes.Person(var person) ? [asker.UserId, person] : [asker.UserId], ct);

    public ValueTask<Outcome> ActAsync(BimerDbContext db, CaseFile caseFile, RoutingId routing, GlanceAct act, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return act switch
        {
            GlanceAct.Hide => ValueTask.FromResult(caseFile.HideIdentity(routing, actor, now)),
            GlanceAct.Whatever(var done) => done(caseFile, new Acting(actor, now, IstanbulTime.LegalDay(now), db), ct),
            _ => ValueTask.FromResult(Outcome.Accepted),
        };
    }

    /// <summary>What would leave for the applicant of what was just tried and saved, by the code that writes it: read from the case as it would stand.</summary>
    /// <remarks>Without their name, which stands in nobody's sight: the greeting is the one of whoever is hidden.</remarks>
    internal async Task<IReadOnlyList<GlanceMail>> MailsAsync(BimerDbContext db, CaseFile caseFile, CancellationToken ct)
    {
        var mails = new List<GlanceMail>();
        foreach (var message in caseFile.Events.SelectMany(OutboxMessages.Of).Where(m => m.Kind == OutboxKind.ForwardMail))
        {
            if (await notices.FactsAsync(db, message, ct) is { } facts) mails.Add(new GlanceMail(ForwardNotice.Compose(facts, addressee: null), message.NextAttemptAt));
        }

        return mails;
    }

    /// <summary>Who looks, as the rules will find them in the database.</summary>
    /// <returns>None for the citizen, and for a person without a role.</returns>
    internal static async Task<Actor?> LendEyesAsync(BimerDbContext db, GlanceEyes eyes, Actor asker, CancellationToken ct)
    {
        if (eyes is GlanceEyes.Person(var person)) return await ActorReader.ReadAsync(db, person, asker.On, ct);
        if (eyes is not GlanceEyes.UnitOfficer(var unit)) return null;
        // Below zero is nobody's number, and two who ask at once do not wait for each other.
        var somebody = new UserId(-RandomNumberGenerator.GetInt32(1, int.MaxValue));
        db.Add(new Officer(somebody, "-", "-", "-"));
        db.Add(new RoleAssignment(somebody, OfficerRole.CaseOfficer, unit, Always));
        return new Actor(somebody, [new RoleOn(OfficerRole.CaseOfficer, unit)], asker.On);
    }

    /// <returns>False when nothing waits for them.</returns>
    public bool Open(CaseFile caseFile, Actor viewer) =>
        caseFile.Routings.FirstOrDefault(r => r.State == RoutingState.Waiting && viewer.Is(OfficerRole.CaseOfficer, r.To)) is { } waiting
        && caseFile.TakeCustody(waiting.Id, viewer, clock.GetUtcNow()).IsAccepted;
}
