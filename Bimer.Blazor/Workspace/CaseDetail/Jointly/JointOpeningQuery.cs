using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Workspace.CaseDetail.Jointly;

/// <summary>What the reader can do now about an identity whose officer has left.</summary>
public enum JointStep
{
    /// <summary>Ask for it.</summary>
    Ask = 1,

    /// <summary>Wait for the other of the two.</summary>
    Wait = 2,

    /// <summary>Allow what somebody else asked.</summary>
    Allow = 3,

    /// <summary>Open it, once.</summary>
    Open = 4,

    /// <summary>Nothing: who asked opens it.</summary>
    Theirs = 5,
}

/// <param name="Asked">The request by its place among the movements; 0 where none stands.</param>
/// <param name="Until">The last instant, included, of what is waited for.</param>
public sealed record JointLines(JointStep Step, int Asked, string? AskedBy, DateTimeOffset? AskedAt, string? Reason, string? AllowedBy, DateTimeOffset? Until);

/// <summary>Where opening by two stands for one reader; nothing for everybody it does not concern, and where it is switched off.</summary>
public sealed class JointOpeningQuery(
    IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, OfficerDirectory officers, CaseTimes times)
{
    public async Task<JointLines?> ReadAsync(CaseId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var now = times.Now;
        if (await db.ReadCaseAsync(id, actor, ct) is not { } caseFile || await db.JointOpeningAsync(caseFile, units, IstanbulTime.LegalDay(now), ct) is not { } standing) return null;
        if (!standing.IsHiderGone || standing.RolesOf(actor).Count == 0) return null;
        if (standing.AskedAt(now) is not { } asked) return new JointLines(JointStep.Ask, 0, null, null, null, null, null);
        var allowed = standing.AllowedOf(asked);
        await officers.LoadAsync(new[] { asked.By, allowed?.By }.OfType<UserId>(), ct);
        return new JointLines(
            StepOf(standing, asked, allowed, actor), asked.Sequence, NameOf(asked.By), asked.At, asked.Note, NameOf(allowed?.By),
            allowed is null ? asked.At + JointOpening.MayBeAllowedFor : allowed.At + JointOpening.MayBeOpenedFor);
    }

    private static JointStep StepOf(JointOpening standing, Movement asked, Movement? allowed, Actor actor) => (allowed, asked.By == actor.UserId) switch
    {
        (null, true) => JointStep.Wait,
        (null, false) => standing.MakesThePair(asked, actor) ? JointStep.Allow : JointStep.Wait,
        (_, true) => JointStep.Open,
        _ => JointStep.Theirs,
    };

    private string? NameOf(UserId? person) => person is { } id ? officers.NameOf(id) : null;
}

/// <summary>Whether a house opens by two at all.</summary>
public sealed class JointOpeningSwitch(IOptions<JointOpeningOptions> options)
{
    public bool IsOn => options.Value.JointOpening;
}
