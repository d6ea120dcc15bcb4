using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Approving;

/// <param name="ContentHash">Of the version that was on the approver's screen.</param>
/// <param name="LetterHash">Of the whole letter that was on the approver's screen, signature and remedies included.</param>
public sealed record ApproveReply(
    CommandId Id, RoutingId Routing, string ContentHash, string CatalogueService, ReplyVerdict? Verdict, DisclosureDecision? Disclosure, string LetterHash);

/// <summary>The approver signs exactly what was read; the letter leaves by the outbox, in the same transaction.</summary>
public sealed class ApproveReplyHandler(CaseWork work, SignatoryDirectory signatories, ReplyLetterReader letters, DecidedMeanwhile meanwhile)
{
    public async Task<Outcome> HandleAsync(ApproveReply command, CancellationToken ct)
    {
        var approval = new Approval(command.ContentHash, command.CatalogueService, command.Verdict, command.Disclosure);
        var outcome = await work.ChangeAsync(command.Id, command.Routing.CaseId, async (caseFile, acting) =>
        {
            var lies = caseFile.Replies.FirstOrDefault(r => r.Id == command.Routing)?.ApproverUnit ?? caseFile.RoutingOf(command.Routing).To;
            var signatory = await signatories.ChoiceAsync(acting.Db, acting.Actor.UserId, lies, ct);
            var approved = caseFile.ApproveReply(command.Routing, approval, signatory, acting.Actor, acting.Today, acting.Now);
            return approved.IsAccepted && !await WasReadAsync(command, caseFile, acting, ct) ? new Refusal.LetterChanged() : approved;
        }, ct);
        return await meanwhile.ExplainAsync(outcome, command.Routing, ct);
    }

    // The courier will compose the letter from these very facts; what would leave must be what was on the screen.
    private async Task<bool> WasReadAsync(ApproveReply command, CaseFile caseFile, Acting acting, CancellationToken ct)
    {
        var signature = new IntendedSignature(acting.Actor.UserId, acting.Now, command.Disclosure);
        var facts = await letters.ReadAsync(caseFile, command.Routing, signature, ct);
        return facts is not null && string.Equals(ReplyLetter.Compose(facts, addressee: null).Hash, command.LetterHash, StringComparison.Ordinal);
    }
}
