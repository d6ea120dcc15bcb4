using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Replies;

/// <summary>The letter that answers one part of a case (cevap, S44–S51); one for each part sent for action.</summary>
public sealed class Reply
{
    private readonly List<EarlierLetter> _earlier = [];

    private Reply() { }

    internal Reply(Routing routing) => (Id, CaseId, Rank) = (routing.Id, routing.CaseId, routing.Rank);

    /// <summary>The part it answers.</summary>
    public RoutingId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>Of its case (tür), kept the same while the letter waits: the kinds of an approval box are counted by it.</summary>
    public CaseKind CaseKind { get; private set; }

    public ReplyStatus Status { get; private set; }

    /// <summary>Counts the letters sent for approval, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>The letter as cleaned HTML.</summary>
    public string Html { get; private set; } = "";

    /// <summary>What approval binds to: the hash of text, catalogue entry, attachments and the reason for not examining.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>The answer's place in the service catalogue (hizmet envanteri).</summary>
    public string CatalogueService { get; private set; } = "";

    /// <summary>It tells how far things are (safahat): the part goes on in another leg, and the answer comes separately.</summary>
    public bool IsProgress { get; private set; }

    /// <summary>What an interim letter under 4982 tells (ara yazı), see <see cref="LetterNotice.Kept"/>; none of an answer.</summary>
    public string? NoticeCode { get; private set; }

    /// <summary>The same with its words; none of an answer.</summary>
    public LetterNotice? Notice => LetterNotice.Parse(NoticeCode, InadmissibilityGround);

    /// <summary>It answers nothing (safahat, ara yazı): no classification is asked.</summary>
    public bool HasNoVerdict => IsProgress || NoticeCode is not null;

    /// <summary>Why the petition is not examined (İşleme Alınmayacak, S47), see <see cref="InadmissibilityReason"/>; none of an answer.</summary>
    public string? InadmissibilityReason { get; private set; }

    /// <summary>What that means in this case, in the writer's words (gerekçe), also of an interim letter; none of an answer.</summary>
    public string? InadmissibilityGround { get; private set; }

    /// <summary>The two together; none of an answer.</summary>
    public Inadmissibility? Inadmissibility =>
        Replies.InadmissibilityReason.Parse(InadmissibilityReason) is { } reason ? new Inadmissibility(reason, InadmissibilityGround ?? "") : null;

    /// <summary>What becomes of each requested item, as it is kept (S54), see <see cref="ItemDecisions"/>; none where none is listed.</summary>
    public string? ItemList { get; private set; }

    /// <summary>The same, read.</summary>
    public ItemDecisions Items => ItemDecisions.Of(ItemList);

    /// <summary>It answers by the requested items as they are, listed or not, so they stay so; what turns the petition away or tells something decides about none.</summary>
    public bool BindsItems => InadmissibilityReason is null && !HasNoVerdict;

    /// <summary>The template the letter began with (cevap şablonu, S46); none of a letter written freely.</summary>
    public ReplyTemplateId? Template { get; private set; }

    /// <summary>Which wording of it, from 1.</summary>
    public int? TemplateVersion { get; private set; }

    public UserId Author { get; private set; }

    public UnitId AuthorUnit { get; private set; }

    /// <summary>The unit whose approvers decide: the author's own or the nearest above with a valid signatory.</summary>
    public UnitId ApproverUnit { get; private set; }

    /// <summary>The approver the writer picked; another approver of that unit may still decide.</summary>
    public UserId Approver { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    public UserId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public ReplyVerdict? Verdict { get; private set; }

    public DisclosureDecision? Disclosure { get; private set; }

    /// <summary>What the approver wrote when it was sent back (düzeltme notu); none where marks alone say it.</summary>
    public string? RevisionNote { get; private set; }

    /// <summary>Words of this letter the approver marked; empty before it is sent back.</summary>
    public IReadOnlyList<LetterMark> Marks { get; private set; } = [];

    /// <summary>The letters before this one (önceki sürümler), as far as they are loaded; a new one is added unread.</summary>
    public IReadOnlyList<EarlierLetter> Earlier => _earlier;

    /// <summary>Order within the approval box: the end of the legal time.</summary>
    public long Rank { get; private set; }

    /// <summary>Raised by every change; of two who decide at once the second save loses.</summary>
    public int Revision { get; private set; }

    /// <summary>From this return in a row on, whoever coordinates the unit is told (koordinatöre bildirilir).</summary>
    public const int ReturnsToTell = 3;

    /// <summary>True while the letter lies in the box of a unit where the person is an approver.</summary>
    public bool WaitsFor(Actor actor) =>
        Status == ReplyStatus.AwaitingApproval && actor.Is(OfficerRole.Approver, ApproverUnit);

    internal void Submit(Letter letter, ApproverChoice approver, Routing routing, UserId author, DateTimeOffset now)
    {
        if (Version > 0) _earlier.Add(new EarlierLetter(this));
        (Html, ContentHash, CatalogueService) = (letter.Html, letter.ContentHash, letter.CatalogueService);
        (InadmissibilityReason, InadmissibilityGround) = (letter.Inadmissibility?.Reason.ToString(), letter.Inadmissibility?.Ground ?? letter.Notice?.Ground);
        (Template, TemplateVersion) = (letter.Template?.Template, letter.Template?.Version);
        (IsProgress, NoticeCode) = (letter.IsProgress, letter.Notice?.Code);
        ItemList = letter.Items.IsNone ? null : letter.Items.Kept;
        (Author, AuthorUnit, SubmittedAt, CaseKind) = (author, routing.To, now, routing.CaseKind);
        (Approver, ApproverUnit) = (approver.Person, approver.Unit.Unit);
        Rank = routing.Rank;   // the legal time may have become another since the last letter
        (DecidedBy, DecidedAt, RevisionNote, Marks) = (null, null, null, []);
        Version++;
        MoveTo(ReplyStatus.AwaitingApproval);
    }

    internal void SendBack(Correcting correcting, UserId by, DateTimeOffset now)
    {
        (RevisionNote, Marks) = (correcting.Note.Length == 0 ? null : correcting.Note, correcting.Marks);
        (DecidedBy, DecidedAt) = (by, now);
        MoveTo(ReplyStatus.ReturnedForRevision);
    }

    /// <summary>Its case became one of another kind while it waits.</summary>
    internal void BecomeOf(CaseKind kind)
    {
        CaseKind = kind;
        Revision++;
    }

    /// <summary>The legal time became another while it waits: so does its place in the box.</summary>
    internal void KeepPlace(long rank)
    {
        Rank = rank;
        Revision++;
    }

    /// <summary>Its part leaves the unit: nobody signs it any more.</summary>
    internal void Withdraw(UserId by, DateTimeOffset now)
    {
        (DecidedBy, DecidedAt) = (by, now);
        MoveTo(ReplyStatus.ReturnedForRevision);
    }

    /// <summary>The signature fixes the last day the letter tells of, whatever becomes of the legal time later.</summary>
    internal void FixDay(DateOnly lastDay) => NoticeCode = (Notice! with { LastDay = lastDay }).Kept;

    internal void Approve(Approval approval, UserId by, DateTimeOffset now)
    {
        (Verdict, Disclosure, CatalogueService) = (approval.Verdict, approval.Disclosure, approval.CatalogueService);
        (DecidedBy, DecidedAt) = (by, now);
        MoveTo(ReplyStatus.Approved);
    }

    private void MoveTo(ReplyStatus status)
    {
        Status = status;
        Revision++;
    }
}
