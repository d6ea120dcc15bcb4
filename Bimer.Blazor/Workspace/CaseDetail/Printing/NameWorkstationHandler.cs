using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Security;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <param name="Name">As people call the computer: a room, an inventory number.</param>
public sealed record NameWorkstation(CommandId Id, string? Name);

/// <summary>
/// Bilgisayarı adlandır (S42): who coordinates or manages, sitting at the computer, gives it the name its printouts are told by. The name lives
/// with the mark in the computer's own sealed cookie; that it was given, and by whom, is recorded.
/// </summary>
public sealed class NameWorkstationHandler(IDbContextFactory<BimerDbContext> dbFactory, Committer committer, Workstation workstation, ICurrentActor currentActor, TimeProvider clock)
{
    private static readonly OfficerRole[] _naming = [OfficerRole.Coordinator, OfficerRole.GeneralCoordinator, OfficerRole.Executive];

    /// <summary>Whether the reader may do so at any computer.</summary>
    public async Task<bool> MayAsync(CancellationToken ct) => await currentActor.GetAsync(ct) is { } actor && UnitOf(actor) is not null;

    public async Task<Outcome> HandleAsync(NameWorkstation command, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        if (UnitOf(actor) is not { } unit) return new Refusal.NotFound();
        var name = string.Join(' ', (command.Name ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is 0 || name.Any(char.IsControl)) return new Refusal.TextMissing();
        if (name.Length > Workstation.LongestName) return new Refusal.TextTooLong(name.Length, Workstation.LongestName);

        var mark = workstation.Name(name);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        db.Add(new AuditEntry { At = clock.GetUtcNow(), Action = "workstation.named", Actor = actor.UserId, Unit = unit, Detail = "workstation=" + mark });
        return (await committer.CommitAsync(db, CommandStamp.Of(command.Id, actor.UserId), ct)).WhyNot() is { } whyNot ? whyNot : Outcome.Accepted;
    }

    private static UnitId? UnitOf(Actor actor) => actor.Roles.Where(on => _naming.Contains(on.Role)).Select(on => (UnitId?)on.Unit).FirstOrDefault();
}
