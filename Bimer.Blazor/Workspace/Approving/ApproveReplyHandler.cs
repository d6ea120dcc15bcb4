using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Approving;

/// <param name="ContentHash">Of the version that was on the approver's screen.</param>
public sealed record ApproveReply(
    CommandId Id, RoutingId Routing, string ContentHash, string CatalogueService, ReplyVerdict? Verdict, DisclosureDecision? Disclosure);

/// <summary>The approver signs exactly what was read; the letter leaves by the outbox, in the same transaction.</summary>
public sealed class ApproveReplyHandler(CaseWork work, SignatoryDirectory signatories, DecidedMeanwhile meanwhile)
{
    public async Task<Outcome> HandleAsync(ApproveReply command, CancellationToken ct)
    {
        var approval = new Approval(command.ContentHash, command.CatalogueService, command.Verdict, command.Disclosure);
        var outcome = await work.ChangeAsync(command.Id, command.Routing.CaseId, async (caseFile, acting) =>
        {
            var lies = caseFile.Replies.FirstOrDefault(r => r.Id == command.Routing)?.ApproverUnit ?? caseFile.RoutingOf(command.Routing).To;
            var signatory = await signatories.ChoiceAsync(acting.Db, acting.Actor.UserId, lies, ct);
            return caseFile.ApproveReply(command.Routing, approval, signatory, acting.Actor, acting.Today, acting.Now);
        }, ct);
        return await meanwhile.ExplainAsync(outcome, command.Routing, ct);
    }
}
