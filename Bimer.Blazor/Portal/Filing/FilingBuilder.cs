using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>Everything one final post writes, besides what the case's own events add.</summary>
internal sealed record FiledPetition(CaseFile CaseFile, SealedIdentity Identity, IReadOnlyList<IdentityLookup> Lookups, IReadOnlyList<Attachment> Attachments);

/// <summary>Makes a case of a complete draft. What is hidden leaves no trace outside the vault: no mask, no index row, no file name.</summary>
public sealed class FilingBuilder(IdentityVault vault, WorkingCalendar calendar, DraftCheck check, PlaceDirectory places, DraftFileNames names)
{
    internal Outcome<FiledPetition> Build(Visit visit, CaseId id, IReadOnlyList<DraftFile> files, DateTimeOffset now)
    {
        var (draft, identity) = (visit.Draft, IdentityOf(visit));
        var kind = draft.Kind!.Value;
        var received = IstanbulTime.LegalDay(now);
        var applicant = new ApplicantRef(Guid.NewGuid());   // not version 7: its time would tie a hidden case to its visit
        var filed = CaseFile.File(new Domain.Cases.Filing(
            id, kind, IntakeChannel.Internet, Priority.Normal, identity.Entity is null ? ApplicantKind.NaturalPerson : ApplicantKind.LegalEntity,
            applicant, MaskOf(draft, identity), draft.HideIdentity, PetitionText.Parse(draft.Text).Value!, places.Find(draft.Plate!.Value, draft.District),
            check.InstitutionOf(draft)!.Id, received, StatutoryDeadline.Of(kind.Basis(), received, calendar), LegalNotice.Version), now);
        if (filed.Value is not { } caseFile) return filed.Refusal!;

        return new FiledPetition(
            caseFile, vault.Seal(applicant, identity, now),
            draft.HideIdentity ? [] : [.. vault.LookupsOf(id, identity)],
            [.. files.Select((file, index) => AttachmentOf(file, id, index + 1, draft.HideIdentity))]);
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
            Entity = DraftCheck.IsForEntity(draft) ? new LegalEntityIdentity(draft.EntityTitle, draft.EntityTaxId, draft.EntityAddress, null) : null,
        };
    }

    private static string MaskOf(FilingDraft draft, ApplicantIdentity identity) =>
        draft.HideIdentity ? "" : MaskedIdentity.OfWords(identity.Entity?.Title ?? identity.FullName);

    private Attachment AttachmentOf(DraftFile file, CaseId caseId, int ordinal, bool hidden)
    {
        var type = AttachmentTypes.OfMediaType(file.ContentType);
        var name = hidden ? AttachmentName.Neutral(ordinal, type) : names.Of(file);
        return new Attachment(file.Id, caseId, null, ordinal, new AttachmentFacts(name, file.ContentType, file.Length, file.Sha256));
    }
}
