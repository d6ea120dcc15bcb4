using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>A petition is recorded and lies, unopened, in the inbox of a unit (başvuru kaydı, S4–S11).</summary>
    /// <returns>The case, or <see cref="Refusal.OnlyForTipOffOrComplaint"/> when hiding was asked for another kind.</returns>
    public static Outcome<CaseFile> File(Filing filing, DateTimeOffset now) => File(filing, recorder: null, now);

    private static Outcome<CaseFile> File(Filing filing, UserId? recorder, DateTimeOffset now)
    {
        if (filing.HideIdentity && !filing.Kind.AllowsConcealment()) return new Refusal.OnlyForTipOffOrComplaint(filing.Kind);

        var caseFile = new CaseFile
        {
            Id = filing.Id,
            Kind = filing.Kind,
            Basis = filing.Kind.Basis(),
            Channel = filing.Channel,
            Priority = filing.Priority,
            ApplicantKind = filing.ApplicantKind,
            Applicant = filing.Applicant,
            Concealment = filing.HideIdentity ? IdentityConcealment.ByApplicant : IdentityConcealment.None,
            MaskedName = filing.HideIdentity ? null : filing.MaskedName,
            Summary = filing.Text.Summary,
            Plate = filing.Place?.Plate,
            District = filing.Place?.District,
            LegalNoticeVersion = filing.LegalNoticeVersion,
            IdentityCheck = filing.IdentityCheck,
            Petition = new Petition(filing.Id, filing.Text, filing.Markup, ListOf(filing)),
        };
        caseFile.TakeDown(filing, now);
        caseFile.ArriveAt(filing.To, recorder, now);
        return caseFile;
    }

    private static string? ListOf(Filing filing) => filing.Kind.Basis() == LegalBasis.InformationAct && !filing.Items.IsNone ? filing.Items.Kept : null;

    private void TakeDown(Filing filing, DateTimeOffset now)
    {
        _topics.AddRange(filing.Topics.Distinct(StringComparer.Ordinal).Select((code, index) => new CaseTopic { CaseId = Id, Ordinal = index + 1, Code = code }));
        _answers.AddRange(filing.Answers.OrderBy(a => a.Key).Select(a => IntakeAnswer.Of(Id, a.Key, a.Value)));
        (FiledAt, ReceivedOn, ItemList) = (now, filing.ReceivedOn, ListOf(filing));
        (DueOn, DueEndsAt, Ledger) = (filing.Deadline.DueOn, filing.Deadline.EndsAt, filing.Deadline.Ledger);   // where it is received it has not been sent on: one clock
    }

    /// <summary>
    /// An officer records a petition at the desk (mektup, faks, telefon, şahsen, S12–S15): it lies in their custody until forwarded. The
    /// legal clock runs from the day of receipt (alındığı gün), which may lie before the day of recording.
    /// </summary>
    /// <returns>
    /// As <see cref="File(Filing, DateTimeOffset)"/>, or <see cref="Refusal.NotAnOfficerOf"/>, or <see cref="Refusal.ReceivedTooEarly"/>, or
    /// <see cref="Refusal.ReceivedInTheFuture"/>; today itself is allowed.
    /// </returns>
    public static Outcome<CaseFile> Register(Filing filing, Actor recorder, DateTimeOffset now)
    {
        if (WhyNotReceived(filing.ReceivedOn, IstanbulTime.LegalDay(now)) is { } wrongDay) return wrongDay;
        var filed = File(filing, recorder.UserId, now);
        if (filed.Value is not { } caseFile) return filed;
        var outcome = caseFile.TakeCustody(caseFile.Routings[0].Id, recorder, now);
        return outcome.Refusal is { } refusal ? refusal : filed;
    }

    /// <summary>Why this cannot be the day something was received; none when it can.</summary>
    public static Refusal? WhyNotReceived(DateOnly receivedOn, DateOnly today) =>
        receivedOn > today ? new Refusal.ReceivedInTheFuture(today)
        : receivedOn < DeskChannels.FirstDay ? new Refusal.ReceivedTooEarly(DeskChannels.FirstDay)
        : null;

    private void ArriveAt(UnitId unit, UserId? recorder, DateTimeOffset now)
    {
        var first = SendOut(new RoutingLeg(null, null, unit, RoutingPurpose.Action, Priority, null, null), now);
        Record(recorder is null ? MovementKind.Filed : MovementKind.Registered, first, recorder, now);
        Raise(new CaseFiled(Id, unit, now));
    }
}
