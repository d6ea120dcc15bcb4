using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Replying;

/// <summary>Somebody the letter may go to.</summary>
/// <param name="Unit">The unit they sign for.</param>
public sealed record ApproverOption(UserId Person, UnitId Unit, string Name, string UnitName);

/// <summary>What the approver wrote and marked when the letter came back (düzeltme notu, S50).</summary>
public sealed record RevisionAsked(string? Note, IReadOnlyList<LetterMark> Marks, string By, DateTimeOffset At);

/// <summary>What the answering screen opens with; the text of the letter is not in it, the editor fetches that by itself.</summary>
/// <param name="Unit">The unit that answers.</param>
/// <param name="Approvers">Of the own unit or the nearest above; empty is a defect of the unit that is shown.</param>
/// <param name="Approver">Picked before, in the draft or in an earlier round.</param>
/// <param name="CatalogueService">Picked before; empty for none.</param>
public sealed record ReplyDesk(
    CasePreview Case, RoutingId Routing, UnitId Unit, string UnitName, IReadOnlyList<ApproverOption> Approvers, UserId? Approver,
    string CatalogueService, RevisionAsked? Revision)
{
    /// <summary>Code of the reason for not examining the petition, picked before; empty while none is picked, none of an answer.</summary>
    public string? Reason { get; init; }

    /// <summary>The template the letter began with; none so far.</summary>
    public TemplateUse? Template { get; init; }

    /// <summary>The applicant is hidden, by themselves or by an officer.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The requested items as they are now, with what was decided about them before; nothing where none is listed.</summary>
    public ItemDecisions Items { get; init; } = ItemDecisions.None;

    /// <summary>What the other units answer: an item may be left to them.</summary>
    public OtherAnswers Others { get; init; } = OtherAnswers.None;

    /// <summary>Where a fee is paid to the institution that answers, as its settings say; empty where they say nothing.</summary>
    public string PayTo { get; init; } = "";

    /// <summary>The ground written before.</summary>
    public string Ground { get; init; } = "";

    /// <summary>Whether the letter stays in the writer's own unit (S48: own unit first).</summary>
    public bool IsSignedHere => Approvers.Count > 0 && Approvers[0].Unit == Unit;
}

/// <summary>The letter as it stands on the server.</summary>
/// <param name="Version">0 when nothing was saved yet.</param>
/// <param name="Html">Clean; of a letter that came back, its last round.</param>
/// <param name="Reason">Code of the reason for not examining the petition; empty while none is picked, none of an answer.</param>
public sealed record DraftText(int Version, DateTimeOffset? SavedAt, string Html, string? Reason = null, string? Ground = null);
