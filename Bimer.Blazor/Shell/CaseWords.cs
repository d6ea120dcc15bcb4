using System.Globalization;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Shell;

/// <summary>The words of a case, the same on every screen and paper: kinds, channels, states, the legal time, the movements.</summary>
public sealed partial class CaseWords(IStringLocalizer<CaseWords> words)
{
    public string Of(CaseKind kind) => Word(kind);

    public string Of(LegalBasis basis) => Word(basis);

    public string Of(IntakeChannel channel) => Word(channel);

    public string Of(Priority priority) => Word(priority);

    public string Of(ApplicantKind applicant) => Word(applicant);

    public string Of(RoutingPurpose purpose) => Word(purpose);

    public string Of(RoutingState state) => Word(state);

    public string Of(ReturnReason reason) => Word(reason);

    public string Of(ReturnTarget target) => Word(target);

    public string Of(ReplyVerdict verdict) => Word(verdict);

    public string Of(DisclosureDecision decision) => Word(decision);

    /// <summary>For whom a template is: "Birim: Ankara Valiliği", "Genel".</summary>
    /// <param name="home">The unit or institution; empty of a general and of a personal one.</param>
    public string Of(TemplateScope scope, string home) => home.Length > 0 ? $"{Word(scope)}: {home}" : Word(scope);

    public string Of(NoticeKind notice) => Word(notice);

    public string Of(ExtensionGround ground) => Word(ground);

    /// <summary>A level of the education list by its code.</summary>
    public string Education(string level) => words["Education." + level];

    /// <summary>What stands in the place of a hidden name: "Gizlenmiş".</summary>
    public string Hidden => words["Hidden"];

    /// <summary>The legal time as decided: "18 gün kaldı (14 iş günü)", "3 iş günü kaldı", "Bugün son gün", "süresi 5 gün geçti".</summary>
    /// <param name="dueOn">The last legal day.</param>
    public DeadlineView Deadline(RemainingTime left, DateOnly dueOn)
    {
        if (left.AwaitsFee) return new(left.State == DeadlineState.Late ? Tone.Late : Tone.Calm, words[left.State == DeadlineState.Late ? "FeeNotPaid" : "AwaitingFee", Moments.Day(dueOn)], words["AwaitingFeeDetail"]);
        var plain = Counted(left, Full(dueOn));
        // Of two clocks the one from the receipt gives colour and order; the law's own day is told beside it.
        return left.LegalOn is not { } legal ? plain : plain with { Words = words["WithLegal", plain.Words, Moments.Day(legal)], Detail = words["WithLegalDetail", plain.Detail ?? "", Full(legal)] };
    }

    private DeadlineView Counted(RemainingTime left, string day) =>
        left.State switch
        {
            DeadlineState.Late => new(Tone.Late, Overdue(left), words["WasDueOn", day]),
            DeadlineState.LastDay => new(Tone.Near, words["LastDay"], words["DueOn", day]),
            DeadlineState.LastDayUntilNoon => new(Tone.Near, words["LastDayUntilNoon"], words["DueOn", day]),
            DeadlineState.Near => new(Tone.Near, Left(left), words["DueOn", day]),
            _ => new(Tone.Calm, Left(left), words["DueOn", day]),
        };

    private static string Full(DateOnly day) => day.ToString("dd.MM.yyyy dddd", CultureInfo.CurrentCulture);

    /// <summary>The last day in letters, for a finger that hovers over nothing and a reader that is told no tooltip.</summary>
    public string DueOn(DateOnly day) => words["DueOn", Moments.Day(day)];

    /// <summary>Of a request whose last day by law is another one (4982 m.7).</summary>
    public string DueFromReceiptOn(DateOnly day) => words["DueFromReceiptOn", Moments.Day(day)];

    /// <summary>A letter that tells how far things are (safahat).</summary>
    public string Progress => words["Progress"];

    /// <summary>A case that is answered has no time left to lose.</summary>
    public DeadlineView Settled => new(Tone.Plain, words["Closed"]);

    /// <summary>How long a case has been on its way, in working days (S22).</summary>
    public string Elapsed(int workingDays) => workingDays <= 0 ? words["ElapsedToday"] : words.Counted("Elapsed", workingDays);

    /// <summary>How long a unit had it, in working days (S59).</summary>
    public string Dwell(int workingDays) => workingDays <= 0 ? words["DwellToday"] : words.Counted("DwellWorking", workingDays);

    /// <summary>One line of the history as a sentence.</summary>
    public string Movement(MovementKind kind, MovementNames names) => words[
        NameOf(kind, names),
        names.Who ?? words["Somebody"], names.From ?? words["Citizen"], names.To ?? "", string.Join(", ", HowOf(names))];

    // Of exclusions lifted before the history named the unit there is none to name.
    private static string NameOf(MovementKind kind, MovementNames names) =>
        kind is MovementKind.RecipientExcluded or MovementKind.ExclusionLifted && names.To is null ? $"Movement.{kind}.Unnamed" : "Movement." + kind;

    /// <summary>What such a line corrected, from what to what, or why a petition is not examined; nothing of other lines.</summary>
    public IEnumerable<string> Corrected(MovementKind movement, string? change)
    {
        if (movement is MovementKind.ReplySubmitted or MovementKind.ReplyApproved && InadmissibilityReason.Parse(change) is { } reason) yield return NotExamined(reason);
        if (movement is MovementKind.ReplySubmitted or MovementKind.TimeExtended or MovementKind.FeeTold or MovementKind.DeemedWithdrawn && LetterNotice.Parse(change, ground: null) is { } notice)
            foreach (var fact in Told(notice)) yield return fact;
        if (movement == MovementKind.PriorityChanged && Corrections.Parse<Priority>(change) is { } priority) yield return words["FromTo", Of(priority.From), Of(priority.To)];
        if (movement == MovementKind.DueMoved && DueMove.Parse(change) is { } moved)
        {
            yield return words[moved.IsOfLawAlone ? "LegalDueFromTo" : "DueFromTo", Moments.Day(moved.Before), Moments.Day(moved.After)];
            yield return words["BecauseOf", Moments.Day(moved.Because)];
        }

        if (movement == MovementKind.ItemsChanged && ItemsFromTo(change) is { } items) yield return items;
        foreach (var word in movement == MovementKind.RecordCorrected && RecordChange.Parse(change) is { } record ? RecordWords(record) : []) yield return word;
        if (movement == MovementKind.FeePaid && FeePayment.Parse(change) is { } paid) yield return words["PaidOn", Moments.Day(paid.On), paid.Receipt];
        if (movement is MovementKind.LetterPosted or MovementKind.NoticePosted && PostalNote.Parse(change) is { } posted)
            yield return posted.Number.Length > 0 ? words["PostedUnder", Moments.Day(posted.On), posted.Number] : words["PostedOn", Moments.Day(posted.On)];
        if (movement != MovementKind.KindChanged || KindChange.Parse(change) is not { } kind) yield break;
        yield return words["FromTo", Of(kind.Kind.From), Of(kind.Kind.To)];
        if (!kind.ChangesLaw) yield break;
        yield return words["FromTo", Of(kind.Kind.From.Basis()), Of(kind.Kind.To.Basis())];
        yield return words["DueFromTo", Moments.Day(kind.DueBefore), Moments.Day(kind.DueAfter)];
    }

    private IEnumerable<string> RecordWords(RecordChange record)
    {
        var (from, to) = (record.From, record.To);
        if (from.ReceivedOn != to.ReceivedOn) yield return words["ReceivedFromTo", Moments.Day(from.ReceivedOn), Moments.Day(to.ReceivedOn)];
        if (from.Channel != to.Channel) yield return words["FromTo", Of(from.Channel), Of(to.Channel)];
        if (from.Place != to.Place) yield return words["FromTo", Of(from.Place), Of(to.Place)];
        if (record.DueBefore != record.DueAfter) yield return words["DueFromTo", Moments.Day(record.DueBefore), Moments.Day(record.DueAfter)];
    }

    private string Of(Place? place) => place is null ? words["PlaceNone"] : words["PlaceOf", place.Plate, place.District ?? ""].Value.Trim();

    /// <summary>What an interim letter tells: that, why, and until when.</summary>
    public IEnumerable<string> Told(LetterNotice notice)
    {
        yield return Of(notice.Kind);
        if (notice is ExtensionNotice extension) yield return Of(extension.Because);
        if (notice is FeeNotice fee) yield return words["Lira", fee.Amount];
        if (notice.LastDay is { } day) yield return words[notice is ExtensionNotice ? "NewLastDay" : "FeeDueOn", Moments.Day(day)];
    }

    /// <summary>That a petition is not examined, by law and reason: "İşleme alınmayacak: 3071 m.6/a, Belli bir konuyu ihtiva etmeyen dilekçe".</summary>
    public string NotExamined(InadmissibilityReason reason) => words["NotExamined", LawOf(reason), reason.Text];

    /// <summary>Law and article in short: "3071 m.6/a".</summary>
    public string LawOf(InadmissibilityReason reason) =>
        string.Equals(reason.Law, InadmissibilityReason.Regulation, StringComparison.Ordinal) ? words["Regulation", reason.Article] : $"{reason.Law} {reason.Article}";

    // The usual priority is not worth a word.
    private IEnumerable<string> HowOf(MovementNames names)
    {
        if (names.Purpose is { } purpose) yield return Of(purpose);
        if (names.Priority is { } priority and not Priority.Normal) yield return Of(priority);
    }

    private string Left(RemainingTime left) => left.Basis == LegalBasis.PetitionAct
        ? words.Counted("LeftCalendar", left.CalendarDays, left.WorkingDays)
        : words.Counted("LeftWorking", left.WorkingDays);

    private string Overdue(RemainingTime left) => left switch
    {
        { DaysLate: 0 } => words["LateToday"],
        { Basis: LegalBasis.PetitionAct } => words.Counted("LateCalendar", left.DaysLate),
        _ => words.Counted("LateWorking", left.DaysLate),
    };

    private string Word<T>(T value) where T : struct, Enum => words[$"{typeof(T).Name}.{value}"];
}

/// <summary>Who and where a movement names; names, not ids, because they are about to be read.</summary>
public sealed record MovementNames(string? Who, string? From, string? To, RoutingPurpose? Purpose, Priority? Priority);
