using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>How far the register of persons has confirmed who applies.</summary>
public enum IdentityCheck
{
    /// <summary>The register knows the person, and the letters of the mother's maiden name fit.</summary>
    Verified = 1,

    /// <summary>doğrulama bekliyor: the register gave no answer while the person stood at the desk (S15).</summary>
    Unverified = 2,

    /// <summary>As a letter or a caller says; the register was not asked (S13).</summary>
    Stated = 3,

    /// <summary>uyuşmadı: asked later, the register does not confirm what was said at the desk.</summary>
    Refuted = 4,

    /// <summary>doğrulanamadı: the register was asked for days and gave nothing to compare, because it does not know it or because it never answered.</summary>
    Unverifiable = 5,
}

/// <summary>What a desk asks of whoever applies (kimlik ve iletişim, S13). Stored as numbers: never renumber.</summary>
public enum IntakeField
{
    NationalId = 1,
    GivenName = 2,
    Surname = 3,
    Phone = 4,
    Email = 5,
    Address = 6,
    Education = 7,

    /// <summary>il</summary>
    Place = 8,

    /// <summary>unvan</summary>
    EntityTitle = 9,

    /// <summary>vergi no</summary>
    EntityTaxId = 10,

    EntityAddress = 11,
    EntityEmail = 12,

    /// <summary>ilçe: a question of its own only where the province is known.</summary>
    District = 13,
}

/// <summary>The answer to "Bu mektupta var mı?" (S13). Stored as numbers: never renumber.</summary>
public enum FieldPresence
{
    /// <summary>dolu</summary>
    Filled = 1,

    /// <summary>mektupta yok</summary>
    NotThere = 2,

    /// <summary>okunamıyor</summary>
    Unreadable = 3,
}

/// <summary>What one field of a letter came to; kept with the case, so that completeness can be reported. Never the value itself.</summary>
public sealed class IntakeAnswer
{
    public CaseId CaseId { get; internal init; }

    public IntakeField Field { get; internal init; }

    public FieldPresence Presence { get; private set; }

    internal static IntakeAnswer Of(CaseId caseId, IntakeField field, FieldPresence presence) => new() { CaseId = caseId, Field = field, Presence = presence };

    /// <summary>The place was corrected: what stands there was there, and what does not was not.</summary>
    internal void Follow(Place? place)
    {
        if (Field is not (IntakeField.Place or IntakeField.District)) return;
        var isThere = Field == IntakeField.Place ? place is not null : place?.District is not null;
        if (isThere) Presence = FieldPresence.Filled;
        else if (Presence == FieldPresence.Filled) Presence = FieldPresence.NotThere;
    }
}

/// <summary>What the channels ask for at a desk (S12–S15).</summary>
public static class DeskChannels
{
    /// <summary>BİMER opened in 2006: nothing was received before.</summary>
    public static readonly DateOnly FirstDay = new(2006, 1, 1);

    private static readonly IntakeField[] OfPerson =
    [
        IntakeField.NationalId, IntakeField.GivenName, IntakeField.Surname, IntakeField.Phone, IntakeField.Email, IntakeField.Address,
        IntakeField.Education, IntakeField.Place, IntakeField.District,
    ];

    private static readonly IntakeField[] OfEntityAlone =
        [IntakeField.EntityTitle, IntakeField.EntityTaxId, IntakeField.EntityAddress, IntakeField.EntityEmail];

    private static readonly IntakeField[] OfSigner = [IntakeField.GivenName, IntakeField.Surname, IntakeField.Phone, IntakeField.Place, IntakeField.District];

    /// <summary>True for the channels a desk records; the others come in by themselves.</summary>
    public static bool IsDesk(this IntakeChannel channel) => channel is not (IntakeChannel.Internet or IntakeChannel.EDevlet);

    /// <summary>True for what comes on paper or as a text (yazılı yollar): of these a desk may have taken one for the other.</summary>
    public static bool IsWritten(this IntakeChannel channel) => channel is IntakeChannel.Letter or IntakeChannel.Fax or IntakeChannel.Email;

    /// <summary>In person much is demanded (S15); of a letter or a call it is asked of each empty field whether it was there (S13).</summary>
    public static bool AsksWhatIsThere(this IntakeChannel channel) => channel.IsDesk() && channel != IntakeChannel.InPerson;

    /// <summary>
    /// The fields of the applicant, in the order of the page. A letter of a legal entity has its own; in person whoever stands at the
    /// desk is asked besides.
    /// </summary>
    public static IReadOnlyList<IntakeField> FieldsOf(this IntakeChannel channel, ApplicantKind applicant) => (channel, applicant) switch
    {
        (IntakeChannel.InPerson, ApplicantKind.LegalEntity) => [.. OfEntityAlone, .. OfPerson],
        (_, ApplicantKind.LegalEntity) => [.. OfEntityAlone, .. OfSigner],
        _ => OfPerson,
    };

    /// <summary>Without which an intake in person cannot be finished (S15); of a letter no field is demanded.</summary>
    public static bool Demands(this IntakeChannel channel, IntakeField field) =>
        channel == IntakeChannel.InPerson
        && field is IntakeField.NationalId or IntakeField.GivenName or IntakeField.Surname or IntakeField.Phone or IntakeField.EntityTitle;
}
