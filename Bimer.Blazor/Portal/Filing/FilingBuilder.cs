using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>Makes a case of a complete draft.</summary>
public sealed class FilingBuilder(NewCases cases, WorkingCalendar calendar, DraftCheck check, PlaceDirectory places)
{
    internal Outcome<NewCase> Build(Visit visit, CaseId id, IReadOnlyList<DraftFile> files, DateTimeOffset now)
    {
        var (draft, identity) = (visit.Draft, IdentityOf(visit));
        var kind = draft.Kind!.Value;
        var received = IstanbulTime.LegalDay(now);
        var applicant = new ApplicantRef(Guid.NewGuid());   // not version 7: its time would tie a hidden case to its visit
        var filed = CaseFile.File(new Domain.Cases.Filing(
            id, kind, IntakeChannel.Internet, Priority.Normal, identity.Entity is null ? ApplicantKind.NaturalPerson : ApplicantKind.LegalEntity,
            applicant, NewCases.MaskOf(identity, draft.HideIdentity), draft.HideIdentity, PetitionText.Parse(DraftCheck.TextOf(draft)).Value!, places.Find(draft.Plate!.Value, draft.District),
            check.InstitutionOf(draft)!.Id, received, StatutoryDeadline.Of(kind.Basis(), received, calendar), LegalNotice.Version) { Items = DraftCheck.ItemsOf(draft).Value! }, now);
        return filed.Value is { } caseFile ? cases.Of(caseFile, identity, files, now) : filed.Refusal!;
    }

    private static ApplicantIdentity IdentityOf(Visit visit)
    {
        var (draft, person) = (visit.Draft, visit.Identity);
        return new ApplicantIdentity
        {
            NationalId = person.NationalId!, GivenName = person.GivenName, Surname = person.Surname, Mobile = person.Mobile,
            Email = EmailAddress.Parse(draft.Email).Value?.Reveal(), RegisterAddress = person.RegisterAddress,
            ContactAddress = draft.ContactAddress is { Length: > 0 } address ? address : null,
            Education = draft.Education is { Length: > 0 } education ? education : null,
            Entity = DraftCheck.IsForEntity(draft) ? new LegalEntityIdentity(draft.EntityTitle, draft.EntityTaxId, draft.EntityAddress, EmailAddress.Parse(draft.EntityEmail).Value?.Reveal()) : null,
        };
    }
}
