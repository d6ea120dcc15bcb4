using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>A case as one person may read it at one moment. What they may not read is not in it.</summary>
/// <param name="Text">The citizen's words; none on an envelope.</param>
public sealed record CaseSheet(
    CaseHead Head, CaseStand Stand, CasePart Part, ApplicantLines Applicant, string? Text, IReadOnlyList<AttachmentLine> Files,
    IReadOnlyList<LetterLine> Letters, IReadOnlyList<MovementLine> Movements, IReadOnlyList<DwellPart> Dwell, DateTimeOffset At)
{
    /// <summary>The words with their marking; none where nothing is marked, and on an envelope.</summary>
    public string? Markup { get; init; }

    /// <summary>What is asked for, item by item, with what signed letters decided about it (S54); nothing where none is listed, and on an envelope.</summary>
    public ItemDecisions Items { get; init; } = ItemDecisions.None;

    /// <summary>The items as they were listed when the request came in; nothing on an envelope.</summary>
    public RequestedItems ItemsAsListed { get; init; } = RequestedItems.None;

    /// <summary>The items as they stand now.</summary>
    public RequestedItems ItemsNow => RequestedItems.Of(string.Join('\n', Items.All.Select(one => one.Item)));

    /// <summary>Whether the reader follows it; nothing of it on an envelope.</summary>
    public FollowLines Follow { get; init; } = FollowLines.None;

    /// <summary>Codes of what it is about; none on an envelope.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>What each field of a petition recorded at a desk came to (bu mektupta var mı?, S13), never its value; nothing of it on an envelope.</summary>
    public IReadOnlyList<IntakeAnswer> Answers { get; init; } = [];

    /// <summary>The hold the reader's part is on; none when it is not.</summary>
    public HoldTerms? Hold { get; init; }

    /// <summary>The part in the reader's hands that came for information; it need not be the one that is shown. None when there is none.</summary>
    public RoutingId? ForInformation { get; init; }

    /// <summary>Somebody sent it on to the reader's unit, so it can be given back.</summary>
    public bool MayReturn { get; init; }

    /// <summary>The last instant, included, at which the reader may take back something nobody has read; none when there is nothing.</summary>
    public DateTimeOffset? RecallUntil { get; init; }

    /// <summary>The reader coordinates or manages where it lies unread: they may look into it (Bak).</summary>
    public bool MayLookInto { get; init; }

    /// <summary>Where it was for how long, along each way through the units; none on an envelope.</summary>
    public IReadOnlyList<BranchLines> Branches { get; init; } = [];

    /// <summary>The units the case must not reach; nothing of it on an envelope.</summary>
    public IReadOnlyList<ExclusionLine> Exclusions { get; init; } = [];

    public bool IsOpen => Stand is not (CaseStand.Envelope or CaseStand.Sealed);
}

/// <summary>The part of the case that concerns the reader.</summary>
/// <param name="From">The sending unit; none when the citizen sent it.</param>
/// <param name="Holder">Who holds it, or held it when it ended; none while it waits.</param>
public sealed record CasePart(
    RoutingId Id, RoutingState State, RoutingPurpose Purpose, Priority Priority, string Unit, string? From, DateTimeOffset SentAt,
    string? Holder, DateTimeOffset? HeldSince, string? Note)
{
    /// <summary>The day by which its sender wants it (iç süre); none for none, and once the part has ended.</summary>
    public DateOnly? WantedBy { get; init; }

    /// <summary>The unit it lies with.</summary>
    public UnitId UnitId { get; init; }

    /// <summary>Who looked into it while nobody held it; none when nobody did.</summary>
    public string? Onlooker { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? LookedAt { get; init; }
}

/// <param name="MaskedName">None while hidden.</param>
/// <param name="MayReveal">The holder and the approver may; who hid it alone when an officer did, nobody when the applicant did.</param>
public sealed record ApplicantLines(ApplicantKind Kind, string? MaskedName, IdentityConcealment Concealment, bool MayReveal, IdentityCheck Check)
{
    public bool IsHidden => Concealment != IdentityConcealment.None;
}

/// <param name="IsMine">It happened at a unit of the reader.</param>
public sealed record MovementLine(
    int Sequence, MovementKind Kind, DateTimeOffset At, string? By, string? From, string? To, RoutingPurpose? Purpose, Priority? Priority,
    string? Note, bool IsMine, ReturnReason? Reason)
{
    /// <summary>What became of the part it sent out (zimmet tarihi, S29); none of a movement that sent none.</summary>
    public CustodyLine? Custody { get; init; }

    /// <summary>The day asked of the part it sent out (iç süre); none of any other movement.</summary>
    public DateOnly? WantedBy { get; init; }

    /// <summary>What came to the topics and what went; none of any other movement.</summary>
    public TopicChange? Topics { get; init; }

    /// <summary>What was corrected; none of any other movement.</summary>
    public string? Change { get; init; }

    /// <summary>The mail that tells the citizen it went to another institution; none where nobody is told.</summary>
    public LetterDelivery? Told { get; init; }

    /// <summary>Of the reader's own "Bilgi Alındı" that stands: how long it can be taken back, or why it cannot. None of any other movement.</summary>
    public PutAwayLine? PutAway { get; init; }
}

/// <param name="At">When it was taken into custody; none while it waits, and where it was taken back unread.</param>
/// <param name="By">By whom.</param>
/// <param name="IsWaiting">Nobody has taken it yet.</param>
public sealed record CustodyLine(DateTimeOffset? At, string? By, bool IsWaiting);

/// <param name="Until">The last instant that still counts; none where it can no longer be taken back.</param>
/// <param name="IsThereAgain">It cannot because the unit has been sent it anew.</param>
public sealed record PutAwayLine(RoutingId Part, DateTimeOffset? Until, bool IsThereAgain);
