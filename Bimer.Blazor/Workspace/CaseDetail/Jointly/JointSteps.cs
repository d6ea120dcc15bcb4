using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Workspace.CaseDetail.Jointly;

public sealed record AskJointOpening(CommandId Id, CaseId CaseId, string Reason);

/// <param name="Asked">The request that was read, by its place among the movements.</param>
public sealed record AllowJointOpening(CommandId Id, CaseId CaseId, int Asked);

/// <summary>The two steps before anything is opened: one asks with a reason, the other of the two allows it.</summary>
public sealed class JointSteps(CaseWork work, UnitDirectory units, IOptions<JointOpeningOptions> options)
{
    public Task<Outcome> AskAsync(AskJointOpening command, CancellationToken ct) =>
        ChangeAsync(command.Id, command.CaseId, (caseFile, standing, acting) => caseFile.AskJointOpening(command.Reason, standing, acting.Actor, acting.Now), ct);

    public Task<Outcome> AllowAsync(AllowJointOpening command, CancellationToken ct) =>
        ChangeAsync(command.Id, command.CaseId, (caseFile, standing, acting) => caseFile.AllowJointOpening(command.Asked, standing, acting.Actor, acting.Now), ct);

    internal Task<Outcome> OpenAsync(CommandId id, CaseId caseId, CancellationToken ct) =>
        ChangeAsync(id, caseId, (caseFile, standing, acting) => caseFile.OpenJointly(standing, acting.Actor, acting.Now), ct);

    private Task<Outcome> ChangeAsync(CommandId id, CaseId caseId, Func<CaseFile, JointOpening, Acting, Outcome> act, CancellationToken ct) =>
        !options.Value.JointOpening
            ? Task.FromResult<Outcome>(new Refusal.JointOpeningOff())
            : work.ChangeAsync(id, caseId, async (caseFile, acting) =>
                await acting.Db.JointOpeningAsync(caseFile, units, acting.Today, ct) is { } standing ? act(caseFile, standing, acting)
                : caseFile.Concealment == IdentityConcealment.ByApplicant ? new Refusal.IdentityConcealed() : new Refusal.NotHidden(), ct);
}
