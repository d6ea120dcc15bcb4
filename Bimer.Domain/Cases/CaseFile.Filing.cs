using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>A petition is recorded and lies, unopened, in the inbox of a unit (başvuru kaydı, S4–S11).</summary>
    /// <returns>The case, or <see cref="Refusal.OnlyForTipOffOrComplaint"/> when hiding was asked for another kind.</returns>
    public static Outcome<CaseFile> File(Filing filing, DateTimeOffset now)
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
            Petition = new Petition(filing.Id, filing.Text),
        };
        caseFile.StartTheClock(filing, now);
        caseFile.ArriveAt(filing.To, now);
        return caseFile;
    }

    private void StartTheClock(Filing filing, DateTimeOffset now)
    {
        (FiledAt, ReceivedOn) = (now, filing.ReceivedOn);
        (DueOn, DueEndsAt) = (filing.Deadline.DueOn, filing.Deadline.EndsAt);
    }

    /// <summary>
    /// An officer records a petition at the desk (mektup, faks, telefon, şahsen, S12–S15): it lies in their custody until forwarded.
    /// </summary>
    /// <returns>As <see cref="File"/>, or <see cref="Refusal.NotAnOfficerOf"/>.</returns>
    public static Outcome<CaseFile> Register(Filing filing, Actor recorder, DateTimeOffset now)
    {
        var filed = File(filing, now);
        if (filed.Value is not { } caseFile) return filed;
        var outcome = caseFile.TakeCustody(caseFile.Routings[0].Id, recorder, now);
        return outcome.Refusal is { } refusal ? refusal : filed;
    }

    private void ArriveAt(UnitId unit, DateTimeOffset now)
    {
        var first = SendOut(new RoutingLeg(null, null, unit, RoutingPurpose.Action, Priority, null, null), now);
        Record(MovementKind.Filed, first, by: null, now);
        Raise(new CaseFiled(Id, unit, now));
    }
}
