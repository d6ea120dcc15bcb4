using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

/// <summary>Where the matter happened (yer): a province and, within it, a district.</summary>
/// <param name="Plate">Plate number of the province, 1 to 81.</param>
/// <param name="District">Name of the district as the facts list it; none when only the province is known.</param>
public sealed record Place(int Plate, string? District);

/// <summary>Everything a petition says when it is recorded; the identity stays in the vault behind <see cref="Applicant"/>.</summary>
/// <param name="Id">The number, allocated beforehand.</param>
/// <param name="To">The unit whose inbox receives it.</param>
/// <param name="MaskedName">Initial and five stars a word; unused and not stored when the identity is hidden.</param>
/// <param name="ReceivedOn">Day it reached the institution, the legal day 0; for letters earlier than the recording.</param>
/// <param name="Deadline">Computed from the kind, the day of receipt and the holiday table.</param>
/// <param name="LegalNoticeVersion">Which yasal bilgilendirme the applicant accepted (S10); none at a desk.</param>
/// <param name="HideIdentity">The applicant's own wish; tip-offs and complaints only.</param>
public sealed record Filing(
    CaseId Id,
    CaseKind Kind,
    IntakeChannel Channel,
    Priority Priority,
    ApplicantKind ApplicantKind,
    ApplicantRef Applicant,
    string MaskedName,
    bool HideIdentity,
    PetitionText Text,
    Place? Place,
    UnitId To,
    DateOnly ReceivedOn,
    StatutoryDeadline Deadline,
    string? LegalNoticeVersion)
{
    /// <summary>Codes of the subtopics (konu/alt konu), in the officer's order; none from a citizen.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The same words with their marking (biçimli metin), cleaned HTML; none where nothing is marked.</summary>
    public string? Markup { get; init; }

    /// <summary>What is asked for, item by item (istenen bilgi ve belgeler, S8); of information requests alone.</summary>
    public RequestedItems Items { get; init; } = RequestedItems.None;

    public IdentityCheck IdentityCheck { get; init; } = IdentityCheck.Verified;

    /// <summary>What each field of a letter or a call came to (S13); none where it is not asked.</summary>
    public IReadOnlyDictionary<IntakeField, FieldPresence> Answers { get; init; } = new Dictionary<IntakeField, FieldPresence>();
}
