using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Approving;

/// <summary>What an approver has chosen so far; nothing is chosen for them (S50, S51, S54).</summary>
public sealed class DecisionForm
{
    /// <summary>True: the writer's service is right. False: another one. None: not looked at yet.</summary>
    public bool? KeepsService { get; set; }

    /// <summary>The right service where the writer's is not.</summary>
    public string OtherService { get; set; } = "";

    public ReplyVerdict? Verdict { get; set; }

    public DisclosureDecision? Disclosure { get; set; }

    public string Note { get; set; } = "";

    /// <summary>The note is being written.</summary>
    public bool IsRevising { get; set; }

    /// <summary>The service the answer will be filed under; empty while undecided.</summary>
    public string ServiceOf(ApprovalDesk desk) => KeepsService switch { true => desk.CatalogueService, false => OtherService, _ => "" };

    /// <summary>Both are there: the service confirmed or changed, and the classification of the case's own law.</summary>
    public bool IsComplete(ApprovalDesk desk) =>
        ServiceOf(desk).Length > 0 && (desk.Case.Basis == LegalBasis.InformationAct ? Disclosure is not null : Verdict is not null);

    public ApproveReply ToApproval(CommandId id, ApprovalDesk desk) => new(id, desk.Routing, desk.ContentHash, ServiceOf(desk), Verdict, Disclosure, desk.LetterHash(Disclosure));

    public ReturnForRevision ToReturn(CommandId id, ApprovalDesk desk) => new(id, desk.Routing, desk.ContentHash, Note.Trim());
}
