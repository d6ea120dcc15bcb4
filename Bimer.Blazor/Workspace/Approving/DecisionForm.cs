using Bimer.Blazor.Shell;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Approving;

/// <summary>The note to the writer, as it is kept between two visits of the desk.</summary>
public sealed record NoteDraft(string Note, IReadOnlyList<LetterMark>? Marks = null)
{
    /// <summary>The words and the remark of a mark that is not added yet.</summary>
    public string? Quote { get; init; }

    /// <inheritdoc cref="Quote"/>
    public string? Remark { get; init; }

    /// <summary>Nothing was written.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Note) && string.IsNullOrEmpty(Quote) && string.IsNullOrEmpty(Remark) && Marks is null or [];
}

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

    /// <summary>Words marked so far, in the order they were marked.</summary>
    public List<LetterMark> Marks { get; } = [];

    /// <summary>The words and the remark of a mark that is not added yet.</summary>
    public string MarkQuote { get; set; } = "";

    public string MarkRemark { get; set; } = "";

    /// <summary>A mark was begun and is in no list: sent now, it would be lost.</summary>
    public bool HasUnfinishedMark => !string.IsNullOrWhiteSpace(MarkRemark);

    /// <summary>The note is being written.</summary>
    public bool IsRevising { get; set; }

    /// <summary>A signature was asked for: from now on what is missing says so.</summary>
    public bool WasAsked { get; set; }

    /// <summary>The service the answer will be filed under; empty while undecided.</summary>
    public string ServiceOf(ApprovalDesk desk) => KeepsService switch { true => desk.CatalogueService, false => OtherService, _ => "" };

    public bool LacksService(ApprovalDesk desk) => ServiceOf(desk).Length == 0;

    /// <summary>The classification of the case's own law is not chosen yet.</summary>
    public bool LacksOutcome(ApprovalDesk desk) => !desk.HasNoVerdict && (desk.Case.Basis == LegalBasis.InformationAct ? Disclosure is null : Verdict is null);

    /// <summary>The classification in words; empty while there is none, and what a letter without one is.</summary>
    public string OutcomeIn(CaseWords words, ApprovalDesk desk) => desk.Letter.Notice is { } notice ? words.Of(notice.Kind) : desk.HasNoVerdict ? words.Progress : (Verdict, Disclosure) switch
    {
        ({ } verdict, _) => words.Of(verdict),
        (_, { } disclosure) => words.Of(disclosure),
        _ => "",
    };

    public bool IsComplete(ApprovalDesk desk) => !LacksService(desk) && !LacksOutcome(desk);

    public ApproveReply ToApproval(CommandId id, ApprovalDesk desk) => new(id, desk.Routing, desk.ContentHash, ServiceOf(desk), Verdict, Disclosure, desk.LetterHash(Disclosure, Verdict));

    public ReturnForRevision ToReturn(CommandId id, ApprovalDesk desk) => new(id, desk.Routing, desk.ContentHash, new Correcting(Note.Trim(), [.. Marks]));
}
