using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Approving;

/// <param name="ContentHash">Of the version that was on the approver's screen.</param>
/// <param name="LetterHash">Of the whole letter that was on the approver's screen, signature and remedies included.</param>
public sealed record ApproveReply(
    CommandId Id, RoutingId Routing, string ContentHash, string CatalogueService, ReplyVerdict? Verdict, DisclosureDecision? Disclosure, string LetterHash);

/// <summary>The approver signs exactly what was read; the letter leaves by the outbox, in the same transaction.</summary>
public sealed class ApproveReplyHandler(CaseWork work, SignatoryDirectory signatories, LetterProof proof, DecidedMeanwhile meanwhile, WorkingCalendar calendar)
{
    public async Task<Outcome> HandleAsync(ApproveReply command, CancellationToken ct)
    {
        var approval = new Approval(command.ContentHash, command.CatalogueService, command.Verdict, command.Disclosure);
        var outcome = await work.ChangeAsync(command.Id, command.Routing.CaseId, async (caseFile, acting) =>
        {
            var reply = caseFile.Replies.FirstOrDefault(r => r.Id == command.Routing);
            var filedUnder = reply?.CatalogueService;   // approving overwrites it
            if (reply is not null && await proof.WhyNotFiledAsync(command, reply, acting, ct) is { } unfiled) return unfiled;
            var lies = reply?.ApproverUnit ?? caseFile.RoutingOf(command.Routing).To;
            var signatory = await signatories.ChoiceAsync(acting.Db, acting.Actor.UserId, lies, ct);
            var approved = reply?.Notice is null
                ? caseFile.ApproveReply(command.Routing, approval, signatory, acting.Actor, acting.Today, acting.Now)
                : caseFile.SignNotice(command.Routing, approval, signatory, calendar, acting.Actor, acting.Now);
            if (!approved.IsAccepted) return approved;
            if (reply!.IsProgress) caseFile.MeetByProgress(calendar, acting.Now);
            if (await proof.WhyNotSoundAsync(command, reply, acting, ct) is { } unsound) return unsound;   // after the guards: told to nobody who may not sign
            return await proof.WasReadAsync(command, filedUnder!, caseFile, acting, ct) ? approved : new Refusal.LetterChanged();
        }, ct);
        return await meanwhile.ExplainAsync(outcome, command.Routing, ct);
    }
}
