using Bimer.Domain.Cases;

namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>Somebody else opened this part of the case first and holds it.</summary>
    public sealed record AlreadyOpened(UserId Custodian, DateTimeOffset At) : Refusal;

    /// <summary>Only the holder of custody acts; nobody holds this part yet.</summary>
    public sealed record NotOpened(UnitId Unit) : Refusal;

    /// <summary>This part of the case has ended (forwarded, answered); its buttons are history.</summary>
    public sealed record AlreadyClosed(RoutingState End, DateTimeOffset At) : Refusal;

    /// <summary>The letter is before an approver; the part cannot be changed until it comes back.</summary>
    public sealed record WithApprover(UnitId Unit) : Refusal;

    /// <summary>The act needs the role of case officer on that unit.</summary>
    public sealed record NotAnOfficerOf(UnitId Unit) : Refusal;

    /// <summary>A value was sent that stands on no list; no page offers it.</summary>
    public sealed record NotOnTheList : Refusal;

    /// <summary>A forward names nobody.</summary>
    public sealed record NoRecipients : Refusal;

    /// <summary>Every recipient is for information: nobody would answer.</summary>
    public sealed record NobodyToAct : Refusal;

    /// <summary>What came for information goes on for information only.</summary>
    public sealed record CameForInformation(UnitId Unit) : Refusal;

    /// <summary>The same unit stands twice in one forward.</summary>
    public sealed record RecipientTwice(UnitId Unit) : Refusal;

    /// <summary>The recipient is the sending unit itself.</summary>
    public sealed record RecipientIsSender(UnitId Unit) : Refusal;

    /// <summary>The unit already has an open part of this case for the same purpose, or for action.</summary>
    public sealed record AlreadyThere(UnitId Unit) : Refusal;

    /// <summary>The unit is closed, or is the root, which has no users.</summary>
    public sealed record UnitTakesNoCases(UnitId Unit) : Refusal;

    /// <summary>Nobody who could open it works at the unit today; sent all the same once the sender knows it. None above it may stand in either.</summary>
    public sealed record NobodyThere(UnitId Unit, UnitId? Instead) : Refusal;

    /// <summary>The unit lies within one marked as <em>gönderilmeyecek kurum</em>.</summary>
    public sealed record RecipientExcluded(UnitId Unit) : Refusal;

    /// <summary>The inner day (iç süre) of this recipient is over, or too far away; both ends are included.</summary>
    public sealed record WantedDayOutOfRange(UnitId Unit, DateOnly Earliest, DateOnly Latest) : Refusal;

    /// <summary>What goes for information has no inner day (iç süre): nothing is expected of who gets it.</summary>
    public sealed record NothingWantedOfCopy(UnitId Unit) : Refusal;

    /// <summary>The case already has as many legs as one case may have.</summary>
    public sealed record TooManyRoutings(int Most) : Refusal;

    /// <summary>Hiding and excluding exist for tip-offs and complaints only (S6, S38).</summary>
    public sealed record OnlyForTipOffOrComplaint(CaseKind Kind) : Refusal;

    /// <summary>Who marks a unit above their own sends the case to the nearest unit outside it.</summary>
    public sealed record NearestUnitMissing(UnitId Excluded, UnitId Nearest) : Refusal;

    /// <summary>The mark is lifted by who set it, while still in that unit, and by the managers of that unit and those above.</summary>
    public sealed record NotYoursToLift(UnitId MarkedFrom) : Refusal;

    /// <summary>An open part of the case lies within the unit to be excluded and has nowhere to go.</summary>
    public sealed record ExcludedUnitHoldsPart(UnitId Unit) : Refusal;

    /// <summary>An officer hid the identity: that officer alone opens it.</summary>
    public sealed record ConcealedByOfficer : Refusal;

    /// <summary>The moment in which hiding could be taken back is over; what is hidden stays hidden.</summary>
    public sealed record HidingStands : Refusal;

    /// <summary>A case is followed for a unit by its officers and by who coordinates it.</summary>
    public sealed record NotYoursToFollowFor(UnitId Unit) : Refusal;

    /// <summary>The applicant hid the identity: nobody who reads the case opens it.</summary>
    public sealed record IdentityConcealed : Refusal;

    /// <summary>Only what came for information is put away by having been read; what came for action is answered, sent on or given back.</summary>
    public sealed record NotForInformation : Refusal;

    /// <summary>The time in which having put it away could be taken back is over.</summary>
    public sealed record AcknowledgementStands : Refusal;

    /// <summary>Only what is on hold can be taken from hold.</summary>
    public sealed record NotOnHold : Refusal;

    /// <summary>A day lies outside what can be chosen; both ends are included.</summary>
    public sealed record DayOutOfRange(DateOnly Earliest, DateOnly Latest) : Refusal;

    /// <summary>Nobody sent it on to this unit, or nobody further up the chain: there is nowhere to give it back to.</summary>
    public sealed record NowhereToReturn(ReturnTarget Target) : Refusal;

    /// <summary>Only who sent it on takes it back.</summary>
    public sealed record NotTheSender(UnitId To) : Refusal;

    /// <summary>Somebody at the recipient opened it first: it can no longer be taken back.</summary>
    public sealed record AlreadyRead(UnitId To, UserId By, DateTimeOffset At) : Refusal;

    /// <summary>Who coordinates or manages above the recipient looked into it first: it can no longer be taken back.</summary>
    public sealed record AlreadyLookedInto(UnitId To, UserId By, DateTimeOffset At) : Refusal;

    /// <summary>Only who coordinates or manages the unit, or one above it, looks into what lies there without taking it.</summary>
    public sealed record NotYoursToLookInto(UnitId Unit) : Refusal;

    /// <summary>The time for taking it back is over; the instant was still part of it.</summary>
    public sealed record RecallTooLate(UnitId To, DateTimeOffset LastInstant) : Refusal;

    /// <summary>It was taken back, or has ended in another way, before.</summary>
    public sealed record AlreadyRecalled(UnitId To, DateTimeOffset At) : Refusal;

    /// <summary>A case that has a topic keeps one at least.</summary>
    public sealed record TopicsMissing : Refusal;

    /// <summary>A case is about so many things at most, included.</summary>
    public sealed record TooManyTopics(int Most) : Refusal;

    /// <summary>The list of topics has none of this code.</summary>
    public sealed record UnknownTopic(string Code) : Refusal;

    /// <summary>A text is required and was left empty.</summary>
    public sealed record TextMissing : Refusal;

    /// <summary>A text is longer than allowed; both counts are UTF-16 units.</summary>
    public sealed record TextTooLong(int Length, int Most) : Refusal;
}
