using Bimer.Blazor.Persistence;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>Something a draft lacks before it can be filed: on which page, at which field, and why.</summary>
/// <param name="Word">Name of the sentence in FilingWords, where no refusal says it.</param>
public sealed record DraftFault(FilingStep Step, string Field, Refusal? Refusal, string Word = "");

/// <summary>What a draft lacks. The same rules answer each page and the final post.</summary>
public sealed class DraftCheck(UnitDirectory units, PlaceDirectory places)
{
    public const int LongestAddress = 500;
    public const int LongestTitle = 200;

    /// <summary>The id of the first field of the list.</summary>
    public const string FirstItem = "istenen-1";

    public IReadOnlyList<DraftFault> Of(FilingDraft draft) => [.. OfKind(draft), .. OfPlace(draft), .. OfContact(draft), .. OfEntity(draft), .. OfText(draft)];

    public IEnumerable<DraftFault> Of(FilingDraft draft, FilingStep step) => Of(draft).Where(fault => fault.Step == step);

    /// <summary>The unit whose inbox gets it, or null when the chosen one takes no petitions from citizens.</summary>
    public Unit? InstitutionOf(FilingDraft draft) =>
        draft.Institution is { } id && units.Find(new UnitId(id)) is { } unit && IsInstitution(unit) ? unit : null;

    internal static bool IsInstitution(Unit unit) =>
        unit.TakesCases && unit.Kind is UnitKind.Centre or UnitKind.Ministry or UnitKind.Governorship or UnitKind.IndependentBody;

    private static IEnumerable<DraftFault> OfKind(FilingDraft draft)
    {
        if (draft.Kind is not { } kind) yield return new(FilingStep.Kind, "tur", null, "KindMissing");
        else if (draft.HideIdentity && !kind.AllowsConcealment()) yield return new(FilingStep.Kind, "tur", new Refusal.OnlyForTipOffOrComplaint(kind));
    }

    private IEnumerable<DraftFault> OfPlace(FilingDraft draft)
    {
        if (InstitutionOf(draft) is null) yield return new(FilingStep.Place, "kurum", null, "InstitutionMissing");
        if (draft.Plate is not { } plate) yield return new(FilingStep.Place, "il", null, "ProvinceMissing");
        else if (places.Find(plate, draft.District) is null) yield return new(FilingStep.Place, "ilce", null, "DistrictElsewhere");
    }

    private static IEnumerable<DraftFault> OfContact(FilingDraft draft)
    {
        if (draft.Email.Length > 0 && EmailAddress.Parse(draft.Email).Refusal is { } refusal) yield return new(FilingStep.Contact, "eposta", refusal);
        if (draft.ContactAddress.Length > LongestAddress) yield return new(FilingStep.Contact, "adres", null, "AddressTooLong");
        if (draft.Education.Length > 0 && !EducationLevel.Has(draft.Education)) yield return new(FilingStep.Contact, "egitim", null, "EducationUnknown");
    }

    private static IEnumerable<DraftFault> OfEntity(FilingDraft draft)
    {
        if (!IsForEntity(draft)) yield break;
        if (draft.EntityTitle.Length is 0 or > LongestTitle) yield return new(FilingStep.Contact, "unvan", null, "EntityTitleMissing");
        if (TaxId.Parse(draft.EntityTaxId).Refusal is { } refusal && NationalId.Parse(draft.EntityTaxId).Refusal is not null)
            yield return new(FilingStep.Contact, "vergi-no", refusal);
        if (draft.EntityAddress.Length is 0 or > LongestAddress) yield return new(FilingStep.Contact, "kurulus-adresi", null, "EntityAddressMissing");
        if (draft.EntityEmail.Length > 0 && EmailAddress.Parse(draft.EntityEmail).Refusal is { } wrong) yield return new(FilingStep.Contact, "kurulus-eposta", wrong);
    }

    private static IEnumerable<DraftFault> OfText(FilingDraft draft)
    {
        var items = ItemsOf(draft);
        if (items.Refusal is { } wrong) yield return new(FilingStep.Text, FirstItem, wrong);
        else if (IsForEntity(draft) && items.Value!.IsNone) yield return new(FilingStep.Text, FirstItem, null, "ItemsMissing");
        else if (PetitionText.Parse(TextOf(draft)).Refusal is { } refusal) yield return new(FilingStep.Text, "metin", refusal);
    }

    /// <summary>What is asked for, item by item; nothing of what is no information request, whatever was listed before the kind became another.</summary>
    internal static Outcome<RequestedItems> ItemsOf(FilingDraft draft) => AsksForItems(draft) ? RequestedItems.Parse(draft.Items) : RequestedItems.None;

    /// <summary>The petition: the text, or the list alone where nothing else was written.</summary>
    internal static string TextOf(FilingDraft draft) =>
        string.IsNullOrWhiteSpace(draft.Text) && ItemsOf(draft).Value is { IsNone: false } items ? items.AsText : draft.Text;

    internal static bool AsksForItems(FilingDraft draft) => draft.Kind == CaseKind.InformationRequest;

    /// <summary>Only an information request asks whether a person or a legal entity files (S7).</summary>
    internal static bool IsForEntity(FilingDraft draft) => draft is { Kind: CaseKind.InformationRequest, Applicant: ApplicantKind.LegalEntity };
}
