using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>Who records what, when, with which number.</summary>
public sealed record DeskOrder(Intake Intake, Actor Actor, IdentityVerdict Verdict, bool Forward);

/// <summary>Makes a case of a complete form: filed, in the officer's custody and, where that was asked, sent on; all of it or nothing.</summary>
public sealed class DeskBuilder(NewCases cases, WorkingCalendar calendar, DeskCheck check, TopicDirectory topics, ForwardTargets targets)
{
    internal Outcome<NewCase> Build(DeskOrder order, CaseId id, IReadOnlyList<DraftFile> files, DateTimeOffset now)
    {
        var (form, identity) = (order.Intake.Form, IdentityOf(order));
        var registered = CaseFile.Register(FilingOf(order, id, identity, IstanbulTime.LegalDay(now)), order.Actor, now);
        if (registered.Value is not { } caseFile) return registered.Refusal!;
        if (order.Forward)
        {
            var list = new SendingList([.. form.Recipients.Select(to => RecipientOf(to, caseFile.Priority))], [.. form.Excluded.Distinct().Select(unit => new UnitId(unit))]);
            var sent = targets.Send(caseFile, caseFile.Routings[0].Id, list, order.Actor, now);
            if (sent.Refusal is { } refusal) return refusal;
        }

        return cases.Of(caseFile, identity, files, now);
    }

    private Filing FilingOf(DeskOrder order, CaseId id, ApplicantIdentity identity, DateOnly today)
    {
        var (form, channel) = (order.Intake.Form, order.Intake.Channel);
        var (kind, received) = (form.CaseKind!.Value, form.ReceivedDay(today)!.Value);
        return new Filing(
            id, kind, channel, form.Urgency ?? Priority.Normal, form.ApplicantKind, new ApplicantRef(Guid.NewGuid()), NewCases.MaskOf(identity, form.Hides),
            form.Hides, PetitionText.Parse(DeskText.PlainOf(form)).Value!, check.PlaceOf(form), DeskCheck.UnitOf(form, order.Actor)!.Value, received,
            StatutoryDeadline.Of(kind.Basis(), received, calendar), LegalNoticeVersion: null)
        {
            Topics = [.. form.Topics.Where(code => topics.Find(code) is not null)],
            Markup = DeskText.MarkupOf(form),
            Items = form.RequestedItems.Value!,
            IdentityCheck = order.Verdict.Check!.Value,
            Answers = AnswersOf(channel, form),
        };
    }

    private static Dictionary<IntakeField, FieldPresence> AnswersOf(IntakeChannel channel, DeskForm form) =>
        channel.AsksWhatIsThere() ? channel.FieldsOf(form.ApplicantKind).ToDictionary(field => field, field => form.PresenceOf(field)!.Value) : [];

    private ForwardTo RecipientOf(DeskRecipient to, Priority priority) =>
        targets.Line(new UnitId(to.Unit), to.ForInformation ? RoutingPurpose.Information : RoutingPurpose.Action, to.Urgency ?? priority, to.Note) with { WantedBy = to.WantedDay };

    private static ApplicantIdentity IdentityOf(DeskOrder order)
    {
        var (form, registered) = (order.Intake.Form, order.Verdict.Person);
        var asked = order.Intake.Channel.FieldsOf(form.ApplicantKind).ToHashSet();
        string Given(IntakeField field) => asked.Contains(field) ? form.ValueOf(field) : "";
        var mobile = MobileNumber.Parse(Given(IntakeField.Phone)).Value?.Reveal();
        return new ApplicantIdentity
        {
            NationalId = Given(IntakeField.NationalId),
            GivenName = registered?.Name.RevealGiven() ?? NameOf(Given(IntakeField.GivenName)),
            Surname = registered?.Name.RevealFamily() ?? NameOf(Given(IntakeField.Surname)),
            Mobile = mobile ?? "",
            Telephone = mobile is null ? TelephoneNumber.Parse(Given(IntakeField.Phone)).Value?.Reveal() : null,
            Email = EmailAddress.Parse(Given(IntakeField.Email)).Value?.Reveal(),
            RegisterAddress = registered?.Address,
            ContactAddress = NotEmpty(Given(IntakeField.Address)),
            Education = NotEmpty(Given(IntakeField.Education)),
            Entity = form.ApplicantKind == ApplicantKind.LegalEntity ? EntityOf(form) : null,
        };
    }

    private static LegalEntityIdentity EntityOf(DeskForm form) => new(
        form.ValueOf(IntakeField.EntityTitle), form.ValueOf(IntakeField.EntityTaxId), form.ValueOf(IntakeField.EntityAddress),
        EmailAddress.Parse(form.ValueOf(IntakeField.EntityEmail)).Value?.Reveal());

    /// <summary>One part of a name, composed and with single blanks, as names are kept everywhere.</summary>
    private static string NameOf(string part) => PersonName.Parse(part, part).Value?.RevealGiven() ?? "";

    private static string? NotEmpty(string value) => value.Length > 0 ? value : null;
}
