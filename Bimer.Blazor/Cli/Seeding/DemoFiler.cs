using System.Net;
using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>Lives one petition of the demo through the domain's own verbs; nothing is set from outside.</summary>
internal sealed class DemoFiler(
    WorkingCalendar calendar, IReadOnlyDictionary<UserId, Actor> actors, Func<UnitId, UnitLineage> lineage, IReadOnlyDictionary<UserId, List<SigningAuthority>> iyem, DateTimeOffset? until = null)
{
    public PastLife Live(DemoPetition petition, CaseId id, ApplicantRef applicant)
    {
        var life = new PastLife(Filed(petition, id, applicant), hasMail: petition.Person.Email is not null);
        life.Did(Outcome.Accepted, petition.RecordedBy?.Id);
        foreach (var act in ActsOf(life, petition.Fate).OrderBy(act => act.At)) act.Do();
        return life;
    }

    private IEnumerable<(DateTimeOffset At, Action Do)> ActsOf(PastLife life, DemoFate fate)
    {
        var interims = new DemoInterims(calendar, actors, Signs, until);
        foreach (var step in interims.StepsOf(life.Case, fate)) yield return (step.At, () => life.Did(Take(life.Case, step), step.By.Id));
        foreach (var act in interims.ActsOf(life, fate)) yield return act;
        foreach (var copy in fate.Copies)
        {
            yield return (copy.OpenedAt, () => Read(life, copy, part => life.Case.TakeCustody(part, actors[copy.By.Id], copy.OpenedAt)));
            if (copy.NotedAt is { } at) yield return (at, () => Read(life, copy, part => life.Case.Acknowledge(part, actors[copy.By.Id], at)));
        }
    }

    internal static RoutingId PartAt(CaseFile caseFile, UnitId unit) => caseFile.Routings.Last(r => r.To == unit && r.Purpose == RoutingPurpose.Action).Id;

    // Who has the petition itself is sent no copy of it.
    private static void Read(PastLife life, DemoCopyRead copy, Func<RoutingId, Outcome> act)
    {
        if (life.Case.Routings.LastOrDefault(r => r.To == copy.Unit && r.Purpose == RoutingPurpose.Information) is { } part) life.Did(act(part.Id), copy.By.Id);
    }

    public static ApplicantIdentity IdentityOf(DemoPerson person) => new()
    {
        NationalId = person.NationalId,
        GivenName = person.GivenName,
        Surname = person.Surname,
        Mobile = MobileNumber.Parse(person.Mobile).Value!.Reveal(),
        Email = person.Email,
        RegisterAddress = person.Address,
    };

    private CaseFile Filed(DemoPetition petition, CaseId id, ApplicantRef applicant)
    {
        var person = petition.Person;
        var filing = new Filing(
            id, petition.Kind, petition.Channel, petition.Priority, ApplicantKind.NaturalPerson, applicant,
            MaskedIdentity.OfWords(person.GivenName + " " + person.Surname), petition.WantsConcealment, PetitionText.Parse(petition.Text).Value!,
            new Place(int.Parse(petition.Place.Plate, System.Globalization.CultureInfo.InvariantCulture), petition.Place.Name),
            petition.AddressedTo, petition.ReceivedOn, StatutoryDeadline.Of(petition.Kind.Basis(), petition.ReceivedOn, calendar),
            petition.RecordedBy is null ? "2026-1" : null)
        {
            IdentityCheck = petition.RecordedBy is null ? IdentityCheck.Verified : IdentityCheck.Stated,
            Items = DemoItems.Of(petition),
            Topics = petition.RecordedBy is null ? [] : [petition.Subject.Code],   // a citizen names none
        };
        var filed = petition.RecordedBy is { } recorder
            ? CaseFile.Register(filing, actors[recorder.Id], petition.FiledAt)
            : CaseFile.File(filing, petition.FiledAt);
        return filed.Value ?? throw new InvalidOperationException($"Petition {petition.Number} of the demo story was refused: {filed.Refusal}");
    }

    private Outcome Take(CaseFile caseFile, DemoStep step)
    {
        var actor = actors[step.By.Id];
        var routing = PartAt(caseFile, step.Unit);
        return step switch
        {
            DemoStep.TakeCustody => caseFile.TakeCustody(routing, actor, step.At),
            DemoStep.Forward forward => caseFile.Forward(routing, Recipients(caseFile, forward), calendar, actor, step.At),
            DemoStep.SubmitReply submit => caseFile.SubmitReply(routing, LetterOf(caseFile, submit), Signs(submit.Approver), actor, IstanbulTime.LegalDay(step.At), step.At),
            DemoStep.ReturnReply returned => caseFile.ReturnForRevision(routing, HashOf(caseFile, routing), new Correcting(returned.Note), actor, step.At),
            DemoStep.Approve approve => caseFile.ApproveReply(routing, ApprovalOf(caseFile, routing, approve), Signs(approve.By), actor, IstanbulTime.LegalDay(step.At), step.At),
            DemoStep.PutOnHold hold => caseFile.PutOnHold(routing, TermsOf(hold), actor, IstanbulTime.LegalDay(step.At), step.At),
            DemoStep.GiveBack back => caseFile.Return(routing, TermsOf(caseFile, routing, back), calendar, actor, step.At),
            DemoStep.Recall => caseFile.Recall(routing, RecallPolicy.Usual, calendar, actor, step.At),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "The story knows no such act."),
        };
    }

    private static HoldTerms TermsOf(DemoStep.PutOnHold step)
    {
        var day = IstanbulTime.LegalDay(step.At);
        return new HoldTerms(step.Words.Explanation, step.Words.Reason, day.AddDays(14), day.AddDays(7));
    }

    private ReturnTerms TermsOf(CaseFile caseFile, RoutingId routing, DemoStep.GiveBack step) =>
        new(ReturnTarget.Sender, lineage(caseFile.ReturnWays(routing)[0].Unit), PersonIsThere: true, ReturnReason.NotOurDuty, step.Note);

    private List<ForwardTo> Recipients(CaseFile caseFile, DemoStep.Forward forward)
    {
        List<ForwardTo> recipients = [new(lineage(forward.To), RoutingPurpose.Action, caseFile.Priority, forward.Note) { Away = AwayOf(caseFile, forward) }];
        if (forward.ForInformation is { } unit && !caseFile.Routings.Any(r => r.IsOpen && r.To == unit)) recipients.Add(new(lineage(unit), RoutingPurpose.Information, caseFile.Priority, null));
        return recipients;
    }

    private AwayFromHome? AwayOf(CaseFile caseFile, DemoStep.Forward forward)
    {
        var (home, there) = (InstitutionOf(caseFile.RecordedAt), InstitutionOf(forward.To));
        return home == there ? null : new(InstitutionOf(forward.Unit) != home, [.. caseFile.Routings.Select(r => r.To).Where(unit => InstitutionOf(unit) == there)]);
    }

    /// <summary>What stands directly below the root.</summary>
    private UnitId InstitutionOf(UnitId unit) => lineage(unit).SelfAndAbove is { Count: > 1 } line ? line[^2] : unit;

    private ApproverChoice Signs(DemoOfficer approver) => new(approver.Id, lineage(approver.Unit), iyem[approver.Id]);

    private static Letter LetterOf(CaseFile caseFile, DemoStep.SubmitReply step) => new("<p>" + WebUtility.HtmlEncode(step.Text).Replace("\n", "</p><p>", StringComparison.Ordinal) + "</p>", step.CatalogueCode, [])
    {
        Items = DemoItems.Decided(caseFile.Items, step.Text),
    };

    internal static string HashOf(CaseFile caseFile, RoutingId routing) => caseFile.Replies.Single(r => r.Id == routing).ContentHash;

    private static Approval ApprovalOf(CaseFile caseFile, RoutingId routing, DemoStep.Approve step) => step.Verdict switch
    {
        DemoVerdict.Favourable => Petition(ReplyVerdict.Favourable),
        DemoVerdict.Unfavourable => Petition(ReplyVerdict.Unfavourable),
        DemoVerdict.Unclassified => Petition(ReplyVerdict.Unclassified),
        DemoVerdict.Granted => Information(DisclosureDecision.Granted),
        DemoVerdict.Refused => Information(DisclosureDecision.Refused),
        _ => Information(DisclosureDecision.PartlyGranted),
    }
    with { ContentHash = HashOf(caseFile, routing), CatalogueService = step.CatalogueCode };

    private static Approval Petition(ReplyVerdict verdict) => new("", "", verdict, null);

    private static Approval Information(DisclosureDecision decision) => new("", "", null, decision);
}
