using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Live;

/// <summary>What a screen shows and may have changed. Carries an id, never data.</summary>
public readonly record struct LiveTopic(LiveTopicKind Kind, long Id)
{
    public static LiveTopic UnitInbox(UnitId unit) => new(LiveTopicKind.UnitInbox, unit.Value);

    /// <summary>All personal boxes of one officer.</summary>
    public static LiveTopic MyBoxes(UserId user) => new(LiveTopicKind.MyBoxes, user.Value);

    /// <summary>The letters before the approvers of one unit.</summary>
    public static LiveTopic ApprovalBox(UnitId unit) => new(LiveTopicKind.ApprovalBox, unit.Value);

    /// <summary>What one officer follows: something was added or left, or moved.</summary>
    public static LiveTopic Follows(UserId user) => new(LiveTopicKind.Follows, user.Value);

    /// <summary>What is followed for one unit.</summary>
    public static LiveTopic UnitFollows(UnitId unit) => new(LiveTopicKind.UnitFollows, unit.Value);

    /// <summary>Who belongs to this unit or to one below it may no longer see what they saw.</summary>
    public static LiveTopic Subtree(UnitId unit) => new(LiveTopicKind.Subtree, unit.Value);

    /// <summary>Something that is open with this unit or with one below it came, went or moved on.</summary>
    public static LiveTopic Below(UnitId unit) => new(LiveTopicKind.Below, unit.Value);

    public static LiveTopic Case(CaseId caseId) => new(LiveTopicKind.Case, caseId.Value);

    /// <summary>Who is looking at a case has come or gone.</summary>
    public static LiveTopic Onlookers(CaseId caseId) => new(LiveTopicKind.Onlookers, caseId.Value);

    /// <summary>Another day has begun, or a half day is over: every legal time is told in other words.</summary>
    public static LiveTopic Day => new(LiveTopicKind.Day, 0);

    /// <summary>Somebody decided about a holiday; the open cases have to follow.</summary>
    public static LiveTopic Holidays => new(LiveTopicKind.Holidays, 0);

    /// <summary>They have followed a step further.</summary>
    public static LiveTopic HolidayProgress => new(LiveTopicKind.HolidayProgress, 0);

    /// <summary>A shared template was proposed, decided about or retired: seldom enough to be told to every approver.</summary>
    public static LiveTopic Templates => new(LiveTopicKind.Templates, 0);

    /// <summary>The services of a unit were changed: what the pickers of letters offer.</summary>
    public static LiveTopic Catalogue => new(LiveTopicKind.Catalogue, 0);

    /// <summary>Something waits to leave the house; the courier listens.</summary>
    public static LiveTopic Outbox => new(LiveTopicKind.Outbox, 0);

    /// <summary>A mail became uncertain, or one was decided about.</summary>
    public static LiveTopic UncertainMails => new(LiveTopicKind.UncertainMails, 0);

    /// <summary>The mails that wait at one unit.</summary>
    public static LiveTopic UnitMails(UnitId unit) => new(LiveTopicKind.UnitMails, unit.Value);

    /// <summary>The session, roles or account of one person.</summary>
    public static LiveTopic Person(UserId user) => new(LiveTopicKind.Person, user.Value);
}

public enum LiveTopicKind
{
    UnitInbox = 1,
    MyBoxes = 2,
    ApprovalBox = 3,
    Case = 4,
    Person = 5,
    Outbox = 6,
    Subtree = 7,
    UncertainMails = 8,
    Follows = 9,
    UnitFollows = 10,
    UnitMails = 20,
    Onlookers = 26,
    Below = 27,
    Day = 28,
    Holidays = 29,
    HolidayProgress = 30,
    Templates = 31,
    Catalogue = 40,
}

/// <summary>Who cares about what happened.</summary>
public static class LiveTopics
{
    public static IEnumerable<LiveTopic> TouchedBy(DomainEvent happened) => happened switch
    {
        CaseFiled e => [LiveTopic.UnitInbox(e.To), LiveTopic.Outbox],
        CustodyTaken e => [LiveTopic.UnitInbox(e.Unit), LiveTopic.MyBoxes(e.Custodian), LiveTopic.Case(e.CaseId)],
        CaseForwarded e => [.. e.To.Select(LiveTopic.UnitInbox), LiveTopic.MyBoxes(e.By), LiveTopic.Case(e.CaseId)],
        HolderActed e => [.. ShownBy(e), LiveTopic.Case(e.CaseId)],
        WholeCaseCorrected e => [.. BoxesThatShow(e), LiveTopic.Case(e.CaseId)],
        CaseReturned e => [e.ToPerson is { } person ? LiveTopic.MyBoxes(person) : LiveTopic.UnitInbox(e.To), LiveTopic.MyBoxes(e.By), LiveTopic.Case(e.CaseId)],
        CaseRecalled e => [LiveTopic.UnitInbox(e.RecalledFrom), LiveTopic.MyBoxes(e.By), LiveTopic.Case(e.CaseId)],
        // The excluded unit and all below it are blind from now on: what they show of the case, in whatever box, must go at once.
        RecipientExcluded e => [LiveTopic.Subtree(e.Unit), LiveTopic.Case(e.CaseId)],
        ReplySubmitted e => [LiveTopic.ApprovalBox(e.ApproverUnit), LiveTopic.MyBoxes(e.Author), LiveTopic.Case(e.CaseId)],
        ReplyReturned e => [LiveTopic.ApprovalBox(e.ApproverUnit), LiveTopic.MyBoxes(e.Author), LiveTopic.Case(e.CaseId)],
        ReplyApproved e => [LiveTopic.ApprovalBox(e.ApproverUnit), LiveTopic.MyBoxes(e.Author), LiveTopic.Case(e.CaseId), LiveTopic.Outbox],
        ExclusionLifted e => [LiveTopic.Subtree(e.Unit), LiveTopic.Case(e.CaseId)],
        PartMoved e => [LiveTopic.UnitInbox(e.To), .. e.Approvers is { } unit ? [LiveTopic.ApprovalBox(unit)] : Array.Empty<LiveTopic>(), LiveTopic.Case(e.CaseId)],
        // A masked name on a screen, under whatever hand, goes as what may not be seen any more does.
        IdentityHidden e => [.. e.Units.Select(LiveTopic.Subtree), LiveTopic.Case(e.CaseId)],
        HidingUndone e => [.. e.Units.Select(LiveTopic.Subtree), LiveTopic.Case(e.CaseId)],
        // The case for the person's other tabs, whose button says whether it is followed.
        CaseFollowed e => [FollowsOf(e.By, e.For), LiveTopic.Case(e.CaseId)],
        FollowEnded e => [FollowsOf(e.By, e.For), LiveTopic.Case(e.CaseId)],
        CaseEvent e => e is OpenedJointly ? [LiveTopic.Case(e.CaseId), LiveTopic.Outbox] : [LiveTopic.Case(e.CaseId)],
        _ => [],
    };

    /// <summary>The units where a case lies whose rows name its applicant otherwise from now on.</summary>
    public static IReadOnlyList<UnitId> NamedAnewAt(DomainEvent happened) => happened switch
    {
        IdentityHidden e => e.Units,
        HidingUndone e => e.Units,
        _ => [],
    };

    private static IEnumerable<LiveTopic> BoxesThatShow(WholeCaseCorrected e) =>
        [.. e.Waiting.Select(LiveTopic.UnitInbox), .. e.Holders.Select(LiveTopic.MyBoxes), .. e.Approvers.Select(LiveTopic.ApprovalBox)];

    private static IEnumerable<LiveTopic> ShownBy(HolderActed e) => e switch
    {
        CitizenToldBySms or LetterLaid or NoticePaper => [LiveTopic.Outbox, LiveTopic.UncertainMails],   // what was answered lies in nobody's hands
        CasePriorityChanged made => [LiveTopic.MyBoxes(e.By), .. made.Approvers.Select(LiveTopic.ApprovalBox)],
        _ => [LiveTopic.MyBoxes(e.By)],
    };

    private static LiveTopic FollowsOf(UserId person, UnitId? unit) => unit is { } whole ? LiveTopic.UnitFollows(whole) : LiveTopic.Follows(person);
}
