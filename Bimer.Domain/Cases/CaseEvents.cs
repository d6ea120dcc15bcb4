using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Domain.Cases;

/// <summary>Something happened on a case; the bell and the outbox listen. Ids only.</summary>
public abstract record CaseEvent(CaseId CaseId, DateTimeOffset At) : DomainEvent(At);

/// <summary>The holder of a part did something that concerns their own boxes alone.</summary>
public abstract record HolderActed(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>A petition was recorded and lies in the inbox of a unit (başvuru kaydedildi).</summary>
public sealed record CaseFiled(CaseId CaseId, UnitId To, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>Somebody opened a part from the unit inbox and holds it (zimmet).</summary>
public sealed record CustodyTaken(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId Custodian, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>Somebody who coordinates or manages above a unit looked into a part there without taking it (bakıldı). No action on the case: recorded in the audit alone.</summary>
public sealed record CaseLookedInto(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>A part was sent on to one or more units (sevk).</summary>
public sealed record CaseForwarded(CaseId CaseId, RoutingId From, UnitId FromUnit, UserId By, IReadOnlyList<UnitId> To, DateTimeOffset At) : CaseEvent(CaseId, At)
{
    /// <summary>The parts that left for another institution, of which the citizen is told.</summary>
    public IReadOnlyList<SentElsewhere> Elsewhere { get; init; } = [];
}

/// <summary>A part on its way to another institution (3071 m.5).</summary>
/// <param name="TellAfter">Until then it can be taken back and nobody is told.</param>
public sealed record SentElsewhere(RoutingId Leg, DateTimeOffset TellAfter);

/// <summary>Its holder said anew what it is about (konu değiştirildi).</summary>
public sealed record CaseTopicsChanged(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : HolderActed(CaseId, Routing, Unit, By, At);

/// <summary>Its holder corrected what every part of the case carries: it stands elsewhere in everybody's boxes (düzeltme).</summary>
public abstract record WholeCaseCorrected(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : CaseEvent(CaseId, At)
{
    /// <summary>The days that make the new deadline; none where the last day stayed.</summary>
    public required string? Ledger { get; init; }

    /// <summary>In whose boxes it stands: where it waits.</summary>
    public required IReadOnlyList<UnitId> Waiting { get; init; }

    /// <summary>Who holds or held a part of it.</summary>
    public required IReadOnlyList<UserId> Holders { get; init; }

    /// <summary>Where a letter of it is to be signed.</summary>
    public required IReadOnlyList<UnitId> Approvers { get; init; }
}

/// <summary>Its holder corrected the kind (tür değiştirildi).</summary>
public sealed record CaseKindChanged(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : WholeCaseCorrected(CaseId, Routing, Unit, By, At)
{
    /// <summary>From what to what, with the last legal day before and after.</summary>
    public required KindChange Change { get; init; }
}

/// <summary>Its holder put a slip of the recording right (kayıt düzeltildi).</summary>
public sealed record CaseRecordCorrected(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : WholeCaseCorrected(CaseId, Routing, Unit, By, At)
{
    /// <summary>From what to what, with the last legal day before and after.</summary>
    public required RecordChange Change { get; init; }
}

/// <summary>Its holder said how urgent a part is (öncelik değiştirildi).</summary>
public sealed record CasePriorityChanged(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : HolderActed(CaseId, Routing, Unit, By, At)
{
    /// <summary>From what to what.</summary>
    public required Correction<Priority> Change { get; init; }

    /// <summary>Where a letter of the case is to be signed: its line there says how urgent the case is.</summary>
    public required IReadOnlyList<UnitId> Approvers { get; init; }
}

/// <summary>Its holder wrote the requested items anew (istenenler düzenlendi).</summary>
public sealed record CaseItemsChanged(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : HolderActed(CaseId, Routing, Unit, By, At);

/// <summary>Its holder laid a later scan or letter of the applicant among its papers (belge eklendi).</summary>
public sealed record PaperAdded(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : HolderActed(CaseId, Routing, Unit, By, At);

/// <summary>Its holder laid a further mail of the applicant among its papers (ek e-posta).</summary>
public sealed record MailJoined(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : HolderActed(CaseId, Routing, Unit, By, At);

/// <summary>The printed letter went by post (postalandı), or that was said too early.</summary>
/// <param name="IsPosted">False where it was taken back.</param>
public sealed record LetterPosting(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At, bool IsPosted) : HolderActed(CaseId, Routing, Unit, By, At);

/// <summary>The paper that tells the citizen where the case went was laid in the post room or went by post, or that was said too early.</summary>
/// <param name="Step">Which of these.</param>
public sealed record NoticePaper(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At, MovementKind Step) : HolderActed(CaseId, Routing, Unit, By, At);

/// <summary>The fee of an information request came in (ödeme alındı).</summary>
public sealed record FeePaid(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : HolderActed(CaseId, Routing, Unit, By, At);

/// <summary>A unit was marked as one this case must not reach (gönderilmeyecek kurum).</summary>
public sealed record RecipientExcluded(CaseId CaseId, UnitId Unit, UserId By, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>An open part left a unit because that must not have the case any more.</summary>
/// <param name="Approvers">The unit before whose approvers its letter lay; none when none did.</param>
public sealed record PartMoved(CaseId CaseId, RoutingId Routing, UnitId From, UnitId To, UnitId? Approvers, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>A unit may have the case again (gönderilmeyecek kurum iptali).</summary>
public sealed record ExclusionLifted(CaseId CaseId, UnitId Unit, UserId By, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>An officer hid the applicant (başvuran bilgileri gizlendi, S33): what shows the masked name must show nothing of it.</summary>
/// <param name="Units">Where parts and letters of the case lie or lay: who works there may have it on the screen.</param>
public sealed record IdentityHidden(CaseId CaseId, IReadOnlyList<UnitId> Units, UserId By, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>The officer took the hiding back at once (Vazgeç).</summary>
/// <param name="Units">As above.</param>
public sealed record HidingUndone(CaseId CaseId, IReadOnlyList<UnitId> Units, UserId By, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>A hidden identity whose officer has left is asked to be opened by two (iki yetkiliyle açma).</summary>
/// <param name="HiddenAt">The unit whose officer hid it.</param>
public sealed record JointOpeningAsked(CaseId CaseId, UnitId HiddenAt, UserId By, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>The second of the two allowed it.</summary>
public sealed record JointOpeningAllowed(CaseId CaseId, UnitId HiddenAt, UserId By, DateTimeOffset At, UserId AskedBy) : CaseEvent(CaseId, At);

/// <summary>Who asked opens it now; the citizen is told.</summary>
public sealed record OpenedJointly(CaseId CaseId, UnitId HiddenAt, UserId By, DateTimeOffset At, UserId AllowedBy) : CaseEvent(CaseId, At);

/// <summary>What became of an identity that waited for the register (doğrulama bekliyor).</summary>
public sealed record IdentityChecked(CaseId CaseId, IdentityCheck Result, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>Somebody follows the case from now on (takip). No action on it: recorded in the audit, not among its movements.</summary>
/// <param name="For">The unit it is followed for; none when it is for the person.</param>
public sealed record CaseFollowed(CaseId CaseId, UserId By, UnitId? For, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>A follow ended (takip bırakıldı).</summary>
/// <param name="For">The unit it was followed for; none when it was for the person.</param>
public sealed record FollowEnded(CaseId CaseId, UserId By, UnitId? For, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>A letter lies before the approvers of a unit (onaya gönderildi).</summary>
public sealed record ReplySubmitted(CaseId CaseId, RoutingId Routing, UnitId ApproverUnit, UserId Author, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>The approver sent the letter back with a note (onaydan döndü).</summary>
public sealed record ReplyReturned(CaseId CaseId, RoutingId Routing, UnitId ApproverUnit, UserId Author, UserId Approver, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>The letter was signed; it is on its way to the citizen (onaylandı).</summary>
public sealed record ReplyApproved(CaseId CaseId, RoutingId Routing, UnitId ApproverUnit, UserId Author, UserId Approver, DateTimeOffset At) : CaseEvent(CaseId, At)
{
    /// <summary>It was a progress letter (safahat): no answer is there to read.</summary>
    public bool IsProgress { get; init; }

    /// <summary>It was an interim letter under 4982 (ara yazı): no answer is there to read.</summary>
    public NoticeKind? Notice { get; init; }

    /// <summary>One of the two: nothing was answered.</summary>
    public bool HasNoVerdict => IsProgress || Notice is not null;
}

/// <summary>No part is left to answer and at least one answer left (başvuru kapandı).</summary>
public sealed record CaseClosed(CaseId CaseId, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>Somebody saw that an answer did not arrive and tells the citizen by a short message that it waits (SMS ile haber).</summary>
/// <param name="IsAgain">The same message once more, under the same number: an operator that has it takes no second.</param>
public sealed record CitizenToldBySms(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At, bool IsAgain) : HolderActed(CaseId, Routing, Unit, By, At);

/// <summary>A letter lies where it is put into its envelope unseen (zarflama hizmeti).</summary>
public sealed record LetterLaid(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : HolderActed(CaseId, Routing, Unit, By, At);

/// <summary>The holder put a part on hold, or changed the words of the hold (beklemeye alındı).</summary>
public sealed record CasePutOnHold(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : HolderActed(CaseId, Routing, Unit, By, At);

/// <summary>The holder goes on with a part that was on hold (beklemeden çıkarıldı).</summary>
public sealed record CaseResumed(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : HolderActed(CaseId, Routing, Unit, By, At);

/// <summary>The holder put away what had come for information (bilgi alındı).</summary>
public sealed record CaseAcknowledged(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : HolderActed(CaseId, Routing, Unit, By, At);

/// <summary>The same person took that back at once (Vazgeç).</summary>
public sealed record AcknowledgingUndone(CaseId CaseId, RoutingId Routing, UnitId Unit, UserId By, DateTimeOffset At) : HolderActed(CaseId, Routing, Unit, By, At);

/// <summary>A part was given back (iade).</summary>
/// <param name="ToPerson">Into whose custody it came back; none when it lies in the unit's inbox.</param>
public sealed record CaseReturned(CaseId CaseId, RoutingId Routing, UnitId FromUnit, UserId By, UnitId To, UserId? ToPerson, DateTimeOffset At) : CaseEvent(CaseId, At);

/// <summary>The sender took a part back before anybody had read it (geri alma).</summary>
public sealed record CaseRecalled(CaseId CaseId, RoutingId Routing, UnitId RecalledFrom, UnitId Unit, UserId By, DateTimeOffset At) : CaseEvent(CaseId, At);
