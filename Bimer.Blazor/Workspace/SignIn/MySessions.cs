using Bimer.Blazor.Security.Sessions;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Workspace.SignIn;

/// <summary>One signed-in browser of the person who asks.</summary>
/// <param name="Device">Browser and system; empty where neither was recognised.</param>
public sealed record SessionLine(Guid Id, string Device, DateTimeOffset StartedAt, DateTimeOffset LastActiveAt, bool IsThis);

/// <summary>A person's own sessions (oturumlarım): seeing them, ending one, ending all others.</summary>
public sealed class MySessions(ICurrentActor currentActor, ClaimedSession claimed, SessionRegistry registry)
{
    /// <summary>This browser first, then the latest.</summary>
    public async Task<IReadOnlyList<SessionLine>> ListAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return [];
        var standing = await registry.StandingAsync(actor.UserId, ct);
        return [.. standing.Select(s => new SessionLine(s.Id, s.Device, s.StartedAt, s.LastActiveAt, s.Id == claimed.Id)).OrderByDescending(s => s.IsThis)];
    }

    /// <summary>Ends a session of one's own; anybody else's is not found by it.</summary>
    public async Task<Outcome> EndAsync(Guid session, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await registry.EndAsync(actor.UserId, session, SessionEnd.EndedByPerson, ct);
        return Outcome.Accepted;
    }

    public async Task<Outcome> EndOthersAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await registry.EndAllAsync(actor.UserId, SessionEnd.EndedByPerson, ct, except: claimed.Id);
        return Outcome.Accepted;
    }
}
