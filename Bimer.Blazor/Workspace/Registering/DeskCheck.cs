using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>What an intake lacks before it can be recorded, in the order of the page (S12–S15). Asked on the server, whatever the page asked.</summary>
public sealed class DeskCheck(PlaceDirectory places, TopicDirectory topics)
{
    public const int LongestAddress = 500;
    public const int LongestTitle = 200;

    public IReadOnlyList<DeskFault> Of(IntakeChannel channel, DeskForm form, Actor actor, DateOnly today) =>
    [
        .. channel.FieldsOf(form.ApplicantKind).SelectMany(field => OfField(channel, form, field)), .. OfMatter(form),
        .. OfUrgency(channel, form), .. OfReceipt(form, today), .. OfUnit(form, actor),
    ];

    /// <summary>The unit whose officer records: the one named, or the only one there is.</summary>
    public static UnitId? UnitOf(DeskForm form, Actor actor)
    {
        List<UnitId> own = [.. actor.UnitsAs(OfficerRole.CaseOfficer)];
        if (own.Count == 1 && form.Unit.Length == 0) return own[0];
        return int.TryParse(form.Unit, System.Globalization.CultureInfo.InvariantCulture, out var id) && own.Contains(new UnitId(id)) ? new UnitId(id) : null;
    }

    public Place? PlaceOf(DeskForm form) =>
        int.TryParse(form.Plate, System.Globalization.CultureInfo.InvariantCulture, out var plate) ? places.Find(plate, form.District) : null;

    private IEnumerable<DeskFault> OfField(IntakeChannel channel, DeskForm form, IntakeField field)
    {
        var (id, value) = (DeskFields.IdOf(field), form.ValueOf(field));
        if (value.Length > 0)
        {
            if (field == IntakeField.Place && PlaceOf(form) is null) yield return DeskFault.Missing(DeskFields.District, "DistrictElsewhere");
            if (WhyNot(field, value) is { } refusal) yield return new(id, refusal);
        }
        else if (channel.Demands(field)) yield return new(id, null, "FieldMissing", field);
        else if (channel.AsksWhatIsThere() && form.PresenceOf(field) is null) yield return new(id, null, "PresenceMissing", field);
        if (field == IntakeField.NationalId && channel == IntakeChannel.InPerson && LettersOf(form) is null)
            yield return DeskFault.Missing(DeskFields.Letters, "LettersMissing");
    }

    /// <summary>First and last letter of the mother's maiden name (S15); none where they are no letters.</summary>
    internal static MaidenNameHint? LettersOf(DeskForm form) => MaidenNameHint.Answer(MaidenNameChallenge.Desk, form.FirstLetter, form.LastLetter).Value;

    private static Refusal? WhyNot(IntakeField field, string value) => field switch
    {
        IntakeField.NationalId => NationalId.Parse(value).Refusal,
        // A letter may give one of the two alone.
        IntakeField.GivenName or IntakeField.Surname => PersonName.Parse(value, value).Refusal,
        IntakeField.Phone => TelephoneNumber.Parse(value).Refusal,
        IntakeField.Email or IntakeField.EntityEmail => EmailAddress.Parse(value).Refusal,
        IntakeField.Address or IntakeField.EntityAddress => LongerThan(LongestAddress, value),
        IntakeField.EntityTitle => LongerThan(LongestTitle, value),
        IntakeField.EntityTaxId => NationalId.Parse(value).IsAccepted ? null : TaxId.Parse(value).Refusal,
        _ => null,
    };

    private static Refusal.TextTooLong? LongerThan(int most, string value) => value.Length > most ? new Refusal.TextTooLong(value.Length, most) : null;

    private IEnumerable<DeskFault> OfMatter(DeskForm form)
    {
        if (form.CaseKind is null) yield return DeskFault.Missing(DeskFields.Kind, "KindMissing");
        if (PetitionText.Parse(DeskText.PlainOf(form)).Refusal is { } refusal) yield return new(DeskFields.Text, refusal);
        if (form.RequestedItems.Refusal is { } unfit) yield return new(DeskFields.Items, unfit);
        if (!form.Topics.Any(code => topics.Find(code) is not null)) yield return DeskFault.Missing(DeskFields.Topic, "TopicMissing");
    }

    /// <summary>In person the urgency is chosen, not left at what stands there (S15).</summary>
    private static IEnumerable<DeskFault> OfUrgency(IntakeChannel channel, DeskForm form)
    {
        if (form.Urgency is null && (channel == IntakeChannel.InPerson || form.Priority.Length > 0)) yield return DeskFault.Missing(DeskFields.Priority, "PriorityMissing");
    }

    private static IEnumerable<DeskFault> OfReceipt(DeskForm form, DateOnly today)
    {
        if (form.ReceivedDay(today) is not { } day) yield return DeskFault.Missing(DeskFields.ReceivedOn, "ReceivedMissing");
        else if (CaseFile.WhyNotReceived(day, today) is { } refusal) yield return new(DeskFields.ReceivedOn, refusal);
    }

    private static IEnumerable<DeskFault> OfUnit(DeskForm form, Actor actor)
    {
        if (UnitOf(form, actor) is null) yield return DeskFault.Missing(DeskFields.Unit, "UnitMissing");
    }
}
