using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>How a case stands before the end of its legal time, where that is asked for.</summary>
public enum DueFilter
{
    /// <summary>Open, with few days left (süresi yaklaşan); the last day included.</summary>
    Near,

    /// <summary>Open, and over (süresi geçen).</summary>
    Late,

    /// <summary>Open, and over within <see cref="NearUntil.WeekDays"/> days from now, whatever the law.</summary>
    Week,

    /// <summary>Open, and the day its sender asked for is over (iç süresi geçen); the day itself still counts.</summary>
    Wanted,
}

/// <summary>In whose hands a part is, where that is asked for.</summary>
public enum CustodyFilter
{
    /// <summary>Nobody has it and nobody has looked into it (okunmamış).</summary>
    Unread,

    /// <summary>Nobody has it (kimsenin zimmetinde değil).</summary>
    Nobody,

    /// <summary>Somebody has it, whoever (zimmetli).</summary>
    Somebody,
}

/// <summary>How a hold stands before its days, where that is asked for.</summary>
public enum HoldFilter
{
    /// <summary>Its reminder's day has come (hatırlatması gelen).</summary>
    Reminded,

    /// <summary>It was expected to be over by now (beklenen bitişi geçen).</summary>
    Over,
}

/// <summary>Who sent a part to where it lies.</summary>
/// <param name="Unit">None for the citizen.</param>
public readonly record struct BoxSender(UnitId? Unit);

/// <summary>
/// What the rows of a box must have in common to be shown (S23, S24); each criterion that is none asks nothing, and one of several values any of them. Facts of the case alone:
/// there is no criterion over who applies.
/// </summary>
public sealed record BoxFilter
{
    public static readonly BoxFilter None = new();

    /// <summary>The most working days that are asked for, included: four years.</summary>
    public const int MostElapsed = 1_000;

    public Several<CaseKind>? Kind { get; init; }

    public LegalBasis? Basis { get; init; }

    public Several<IntakeChannel>? Channel { get; init; }

    public Several<Priority>? Priority { get; init; }

    /// <summary>Province, by its plate number.</summary>
    public int? Plate { get; init; }

    /// <summary>A district of that province.</summary>
    public string? District { get; init; }

    public Several<BoxSender>? Sender { get; init; }

    /// <summary>The units one of which it lies with.</summary>
    public Several<UnitId>? At { get; init; }

    /// <summary>Or with any unit below one of those.</summary>
    public bool WithBelow { get; init; }

    /// <summary>How far an open part has come (aşama).</summary>
    public Several<RoutingState>? State { get; init; }

    public CustodyFilter? Custody { get; init; }

    /// <summary>Who has it in hand (zimmetli personel).</summary>
    public UserId? Holder { get; init; }

    /// <summary>For how many days at least, in Istanbul, it has been with who holds it, or has waited unopened.</summary>
    public int? RestingDays { get; init; }

    /// <summary>First legal day of recording, included.</summary>
    public DateOnly? FiledFrom { get; init; }

    /// <summary>Last legal day of recording, included.</summary>
    public DateOnly? FiledUntil { get; init; }

    /// <summary>First day of receipt, included.</summary>
    public DateOnly? ReceivedFrom { get; init; }

    /// <summary>Last day of receipt, included.</summary>
    public DateOnly? ReceivedUntil { get; init; }

    public DueFilter? Due { get; init; }

    /// <summary>First last day of the legal time, included.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Last last day of the legal time, included.</summary>
    public DateOnly? DueUntil { get; init; }

    /// <summary>Open, and received at least so many working days ago, as its row tells it (geçen süre).</summary>
    public int? ElapsedFrom { get; init; }

    /// <summary>Open, and received at most so many working days ago.</summary>
    public int? ElapsedUntil { get; init; }

    /// <summary>Who decided about the letter of a part, before that who was asked (onaycı).</summary>
    public UserId? Approver { get; init; }

    /// <summary>How the part was answered.</summary>
    public Several<OutcomeFilter>? Outcome { get; init; }

    /// <summary>Code of the service a signed answer is filed under (hizmet envanteri).</summary>
    public Several<string>? Service { get; init; }

    /// <summary>Where the mail with a signed answer is (teslim durumu).</summary>
    public Several<DeliveryFilter>? Delivery { get; init; }

    /// <summary>Whether the identity is hidden, by whomever.</summary>
    public bool? Hidden { get; init; }

    /// <summary>Whether the applicant sent files along.</summary>
    public bool? WithFiles { get; init; }

    /// <summary>For what the part came (gereği/bilgi).</summary>
    public RoutingPurpose? Purpose { get; init; }

    /// <summary>Whether the case is settled (sonuçlandı).</summary>
    public bool? Closed { get; init; }

    public HoldFilter? Hold { get; init; }

    /// <summary>Codes of topics or of subtopics (konu/alt konu).</summary>
    public Several<string>? Topic { get; init; }

    public ApplicantKind? Applicant { get; init; }

    public Several<IdentityCheck>? Check { get; init; }

    /// <summary>Whether there is a unit the case must not reach (gönderilmeyecek kurum).</summary>
    public bool? Excluding { get; init; }

    public CaseId? Case { get; init; }

    /// <summary>Words all of which the case must tell (metinde ara), as they were typed: a sound <see cref="Bimer.Domain.Searching.SearchText"/>.</summary>
    public string? Text { get; init; }

    /// <summary>The columns the address asks for; none for those the reader chose. It narrows nothing.</summary>
    public BoxTable? Columns { get; init; }

    /// <summary>The order that is asked for; none for that of the box. It narrows nothing.</summary>
    public BoxOrder? Order { get; init; }

    public bool IsNone => this == None;

    /// <summary>It asks how far a part has come and with whom it is: rows tell that in one box alone.</summary>
    public bool AsksWhose => this is not { State: null, Custody: null, Holder: null, RestingDays: null };

    /// <summary>It asks for what stands inside a case and not on its envelope: only what lies open before the reader may answer.</summary>
    public bool AsksInside => this is not { Topic: null, Applicant: null, Check: null, Excluding: null };

    /// <summary>It asks for what the letter of a part tells.</summary>
    public bool AsksLetters => this is not { Approver: null, Outcome: null, Service: null, Delivery: null };

    /// <summary>The same without what this box does not tell of its rows.</summary>
    public BoxFilter In(Box box)
    {
        var told = this with { Order = Order?.In(box) };
        if (box != Box.Below && AsksWhose) told = told with { State = null, Custody = null, Holder = null, RestingDays = null };
        if (told.AsksLetters && !TellsApprover(box)) told = told with { Approver = null };
        return !told.AsksLetters || TellsOutcome(box) ? told : told with { Outcome = null, Service = null, Delivery = null };
    }

    /// <summary>Whether the rows of this box have letters whose approver is known.</summary>
    public static bool TellsApprover(Box box) => box == Box.Submitted || box == Box.SentBack || TellsOutcome(box);

    /// <summary>Whether letters of this box can have been signed.</summary>
    public static bool TellsOutcome(Box box) => box == Box.Replied || box == Box.Followed;

    /// <summary>Rows are left out.</summary>
    public bool Narrows => this with { Columns = null, Order = null } != None;
}
