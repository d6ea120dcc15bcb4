using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Searching;

/// <param name="Number">Whose petitions are looked for; its check digits fit.</param>
public sealed record FindPerson(CommandId Id, NationalId Number);

/// <summary>
/// The exact search by citizen number (T.C. kimlik no ile arama), through the vault's keyed index. Looking for a person is recorded before it is
/// answered, and in the trace of each case that is found.
/// </summary>
public sealed class FindPersonHandler(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, Committer committer, PersonCases persons, TimeProvider clock)
{
    public async Task<Outcome<SearchPage>> HandleAsync(FindPerson command, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var found = await persons.OfAsync(db, actor, command.Number, ct);
        CaseId?[] traces = [null, .. found.Rows.Select(row => row.Hit.Id)];
        db.AddRange(traces.Select(id => new AuditEntry { At = clock.GetUtcNow(), Action = "identity.searched", Actor = actor.UserId, CaseId = id, Detail = "by=national-id" }));
        var recorded = await committer.CommitAsync(db, CommandStamp.Of(command.Id, actor.UserId), ct);
        return recorded is CommitResult.Committed or CommitResult.Repeated ? found : recorded.WhyNot() ?? new Refusal.ChangedMeanwhile();
    }

    /// <summary>The same list again after a bell, for whoever has it on the screen: no new search.</summary>
    /// <param name="shown">What was recorded as found; nothing else is told now.</param>
    /// <returns>None for whoever is signed out.</returns>
    public async Task<SearchPage?> AgainAsync(NationalId number, SearchPage shown, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var recorded = shown.Rows.Select(row => row.Hit.Id).ToHashSet();
        var found = await persons.OfAsync(db, actor, number, ct);
        return found with { Rows = [.. found.Rows.Where(row => recorded.Contains(row.Hit.Id))] };
    }
}
