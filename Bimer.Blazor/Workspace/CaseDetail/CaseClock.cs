using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Microsoft.Extensions.Localization;
using DayKind = Bimer.Blazor.Shell.Parts.DayKind;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>The legal time of a case as words and as a picture, and how long each unit had it.</summary>
public sealed class CaseClock(WorkingCalendar calendar, NearDue near, CaseWords words, IStringLocalizer<CaseDetailWords> text)
{
    public DeadlineView Deadline(CaseHead head, DateTimeOffset now) => head.ClosedAt is null
        ? words.Deadline(RemainingTime.Of(head.Time, calendar, near, now), head.DueOn)
        : words.Settled;

    /// <summary>The day its sender asked for, beside the legal time (iç süre); none where none was, and once the case is closed.</summary>
    public DeadlineView? Wanted(CaseSheet sheet) =>
        sheet is { Part.WantedBy: { } day, Head.ClosedAt: null } ? words.Wanted(new WantedTime(day, IstanbulTime.LegalDay(sheet.At))) : null;

    /// <summary>Thirty calendar days under 3071, the counted working days under 4982; day 0 is not drawn.</summary>
    public IReadOnlyList<DayTile> Days(CaseHead head, DateTimeOffset now)
    {
        var today = DayOf(head, now);
        var entries = LedgerOf(head).Entries.Skip(1);
        if (head.Basis == LegalBasis.InformationAct) entries = entries.Where(e => e.Weight > 0 || e.Day == head.DueOn);
        return [.. entries.Select(e => Tile(e, today, head.DueOn))];
    }

    /// <summary>The day the clock stands at: today, or the day the case ended.</summary>
    public static DateOnly DayOf(CaseHead head, DateTimeOffset now) => IstanbulTime.LegalDay(head.ClosedAt ?? now);

    /// <summary>As it was counted and kept; counted now for what was recorded before ledgers were kept.</summary>
    public DeadlineLedger LedgerOf(CaseHead head) =>
        head.Ledger is { } kept ? DeadlineLedger.Replay(kept) : DeadlineLedger.Of(DeadlineTerms.Received(head.Basis, head.ReceivedOn), calendar);

    public string Summary(CaseHead head, DateTimeOffset now) =>
        text["DaysSummary", Moments.Day(head.ReceivedOn), Moments.Day(head.DueOn), Deadline(head, now).Words];

    public string Law(CaseHead head) => head.AwaitsFee ? text["LawFee", DeadlineTerms.FeeDays] : head.Basis == LegalBasis.PetitionAct ? text["LawPetition"] : LedgerOf(head).Terms.ExtendedOn is { } on ? text["LawExtended", Moments.Day(on)] : text["LawInformation"];

    /// <summary>The legal time if the case were of this kind: under the same law as it stands, else counted from its receipt, and by law from its arrival at another institution.</summary>
    public DeadlineView DeadlineOf(CaseKind kind, CaseHead head, DateTimeOffset now)
    {
        if (kind.Basis() == head.Basis) return Deadline(head, now);
        var other = OtherLaw(kind, head);
        return words.Deadline(RemainingTime.Of(other, calendar, near, now), other.DueOn);
    }

    /// <inheritdoc cref="DeadlineOf"/>
    public DateOnly DueOf(CaseKind kind, CaseHead head) => kind.Basis() == head.Basis ? head.DueOn : OtherLaw(kind, head).DueOn;

    /// <summary>What another law means for this case: "Tip 4982 Bilgi Edinme olur: son gün 14.12.2026, 15 iş günü."</summary>
    public string LawOf(CaseKind kind, CaseHead head) => kind.Basis() == LegalBasis.PetitionAct
        ? text["EffectPetition", words.Of(kind.Basis()), Moments.Day(DueOf(kind, head)), DeadlineTerms.PetitionDays]
        : text["EffectInformation", words.Of(kind.Basis()), Moments.Day(DueOf(kind, head)), DeadlineTerms.InformationDays];

    /// <summary>The last day if it had been received on this one.</summary>
    public DateOnly DueIf(DateOnly receivedOn, CaseHead head) => receivedOn == head.ReceivedOn ? head.DueOn : StatutoryDeadline.Of(head.Basis, receivedOn, calendar).DueOn;

    // As the change itself counts it: a request that was sent on has its second clock from the first arrival.
    private StatutoryDeadline OtherLaw(CaseKind kind, CaseHead head) =>
        StatutoryDeadline.Of(DeadlineTerms.Received(kind.Basis(), head.ReceivedOn).Arriving(head.FirstArrival, calendar.Rules), calendar);

    public string Dwell(DwellPart part) =>
        words.Dwell(calendar.WorkingDaysBetween(IstanbulTime.LegalDay(part.From), IstanbulTime.LegalDay(part.Until)));

    private DayTile Tile(LedgerEntry entry, DateOnly today, DateOnly dueOn)
    {
        var name = entry.Day.ToString("d MMMM yyyy dddd", CultureInfo.CurrentCulture);
        var (kind, label) = entry.Why switch
        {
            LedgerReason.Weekend or LedgerReason.Holiday => (DayKind.Off, text["DayOff", name].Value),
            LedgerReason.HalfDay => (DayKind.HalfDay, text["DayHalf", name].Value),
            _ => (DayKind.Working, name),
        };
        return new DayTile(kind, entry.Day <= today, entry.Day == today, entry.Day == dueOn, label);
    }
}
