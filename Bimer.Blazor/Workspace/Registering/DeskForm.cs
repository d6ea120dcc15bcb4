using System.Globalization;
using System.Text.Json.Serialization;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>One unit of <em>Kaydet ve Sevk Et</em>.</summary>
/// <param name="Note">Açıklama for this unit alone; none in a draft from before there was one.</param>
public sealed record DeskRecipient(int Unit, bool ForInformation, string? Note = null)
{
    /// <summary>How urgent it goes there; empty where that follows the case.</summary>
    public string Priority { get; init; } = "";

    /// <summary>The officer was told that nobody works there, and means it all the same.</summary>
    public bool IsMeant { get; init; }

    /// <summary>yyyy-MM-dd, the inner day (iç süre); empty for none.</summary>
    public string WantedBy { get; init; } = "";

    [JsonIgnore]
    public DateOnly? WantedDay => DateOnly.TryParseExact(WantedBy, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [JsonIgnore]
    public Priority? Urgency => DeskForm.Enumerated<Priority>(Priority);

    public override string ToString() => nameof(DeskRecipient);
}

/// <summary>
/// Everything typed at a desk so far, as typed: nothing is refused while it is a draft. It names a person; <see cref="ToString"/> tells
/// nothing, so no log can.
/// </summary>
public sealed record DeskForm
{
    public string NationalId { get; init; } = "";

    /// <summary>First letter of the mother's maiden name; like the last one kept until it was compared, and never with the case.</summary>
    public string FirstLetter { get; init; } = "";

    public string LastLetter { get; init; } = "";
    public string GivenName { get; init; } = "";
    public string Surname { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Email { get; init; } = "";
    public string Address { get; init; } = "";
    public string Education { get; init; } = "";
    public string Plate { get; init; } = "";
    public string District { get; init; } = "";

    /// <summary>"LegalEntity" or a person.</summary>
    public string Applicant { get; init; } = "";

    public string EntityTitle { get; init; } = "";
    public string EntityTaxId { get; init; } = "";
    public string EntityAddress { get; init; } = "";
    public string EntityEmail { get; init; } = "";
    public string Kind { get; init; } = "";

    /// <summary>"Kimlik bilgilerim gizlensin"; anything but empty is a yes.</summary>
    public string HideIdentity { get; init; } = "";

    /// <summary>Plain words, of a mail or of a draft from before there was an editor; read only while <see cref="Html"/> is empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>What stands in the editor; empty while nothing does.</summary>
    public string Html { get; init; } = "";

    /// <summary>What is asked for, one item a line (istenen bilgi ve belgeler); of information requests alone, kept whatever kind is chosen.</summary>
    public string Items { get; init; } = "";

    public IReadOnlyList<string> Topics { get; init; } = [];
    public string Priority { get; init; } = "";

    /// <summary>yyyy-MM-dd, as a date field sends it; empty means today.</summary>
    public string ReceivedOn { get; init; } = "";

    /// <summary>The unit that records; empty where the person has one only.</summary>
    public string Unit { get; init; } = "";

    public IReadOnlyList<DeskRecipient> Recipients { get; init; } = [];

    /// <summary>Gönderilmeyecek kurumlar, marked with the sending (S38).</summary>
    public IReadOnlyList<int> Excluded { get; init; } = [];

    /// <summary>Açıklama for a recipient who is not on the list yet: kept like everything else that was typed, and sent to nobody.</summary>
    public string SendNote { get; init; } = "";

    /// <summary>The draft of another window that was not chosen: nothing of it is recorded, and nothing of it is lost before somebody says so.</summary>
    public DeskForm? Aside { get; init; }

    /// <summary>"Bu mektupta var mı?": the answers to it by the name of the field.</summary>
    public IReadOnlyDictionary<string, string> Presence { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [JsonIgnore]
    public ApplicantKind ApplicantKind => Enumerated<ApplicantKind>(Applicant) ?? ApplicantKind.NaturalPerson;

    [JsonIgnore]
    public CaseKind? CaseKind => Enumerated<CaseKind>(Kind);

    /// <summary>Asked for, and of a kind that allows it: the box is out of sight otherwise.</summary>
    [JsonIgnore]
    public bool Hides => HideIdentity.Length > 0 && CaseKind?.AllowsConcealment() == true;

    /// <summary>The items of an information request; nothing of another kind.</summary>
    [JsonIgnore]
    public Outcome<RequestedItems> RequestedItems =>
        CaseKind == Domain.Cases.CaseKind.InformationRequest ? Domain.Cases.RequestedItems.ParseLines(Items) : Domain.Cases.RequestedItems.None;

    [JsonIgnore]
    public Priority? Urgency => Enumerated<Priority>(Priority);

    public DateOnly? ReceivedDay(DateOnly today) =>
        ReceivedOn.Length == 0 ? today
        : DateOnly.TryParseExact(ReceivedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : null;

    /// <summary>Without a province no district can be chosen: what is answered of the one is true of the other.</summary>
    public FieldPresence? PresenceOf(IntakeField field) =>
        field == IntakeField.District && ValueOf(IntakeField.Place).Length == 0 ? PresenceOf(IntakeField.Place) :
        ValueOf(field).Length > 0 ? FieldPresence.Filled
        : Enumerated<FieldPresence>(Presence.GetValueOrDefault(field.ToString())) is { } said and not FieldPresence.Filled ? said
        : null;

    /// <summary>What was typed there, without blanks around it.</summary>
    public string ValueOf(IntakeField field) => (field switch
    {
        IntakeField.NationalId => NationalId,
        IntakeField.GivenName => GivenName,
        IntakeField.Surname => Surname,
        IntakeField.Phone => Phone,
        IntakeField.Email => Email,
        IntakeField.Address => Address,
        IntakeField.Education => Education,
        IntakeField.Place => Plate,
        IntakeField.District => District,
        IntakeField.EntityTitle => EntityTitle,
        IntakeField.EntityTaxId => EntityTaxId,
        IntakeField.EntityAddress => EntityAddress,
        _ => EntityEmail,
    }).Trim();

    public override string ToString() => nameof(DeskForm);

    // Digits would name a value too: only the words of the page are read.
    internal static T? Enumerated<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text![0]) ? value : null;
}

[JsonSerializable(typeof(DeskForm))]
internal sealed partial class DeskFormJson : JsonSerializerContext;
