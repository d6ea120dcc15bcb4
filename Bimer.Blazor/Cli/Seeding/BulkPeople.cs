using System.Net;
using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>An answered petition of the demo, to be written and answered again and again: its words are parsed once.</summary>
internal sealed record BulkMaterial(DemoPetition Model, PetitionText Text, Place Place, Letter Letter)
{
    public static BulkMaterial Of(DemoPetition petition)
    {
        var answer = WebUtility.HtmlEncode(petition.Fate.Steps.OfType<DemoStep.SubmitReply>().Last().Text);
        var service = petition.Fate.Steps.OfType<DemoStep.Approve>().Single().CatalogueCode;
        return new BulkMaterial(
            petition, PetitionText.Parse(petition.Text).Value!,
            new Place(int.Parse(petition.Place.Plate, System.Globalization.CultureInfo.InvariantCulture), petition.Place.Name),
            new Letter($"<p>{answer}</p>", service, []));
    }

    public CaseKind Kind => Model.Kind;

    /// <summary>The law's classification of the letter that waits.</summary>
    public Approval Approves(string contentHash) => Model.Kind.Basis() == LegalBasis.InformationAct
        ? new Approval(contentHash, Letter.CatalogueService, null, Disclosure)
        : new Approval(contentHash, Letter.CatalogueService, Verdict, null);

    private DisclosureDecision Disclosure => Model.Fate.Verdict switch
    {
        DemoVerdict.Refused => DisclosureDecision.Refused,
        DemoVerdict.PartlyGranted => DisclosureDecision.PartlyGranted,
        _ => DisclosureDecision.Granted,
    };

    private ReplyVerdict Verdict => Model.Fate.Verdict switch
    {
        DemoVerdict.Favourable => ReplyVerdict.Favourable,
        DemoVerdict.Unfavourable => ReplyVerdict.Unfavourable,
        _ => ReplyVerdict.Unclassified,
    };
}

/// <summary>Words from the demo's petitions under ever new people: the same number is the same person and the same words.</summary>
internal sealed class BulkPeople(int seed, DateOnly today)
{
    /// <summary>Beyond the people of the demo story.</summary>
    private const int FirstPerson = 10_000_000;

    private const int Mobiles = 10_000_000;

    private readonly BulkMaterial[] _models =
        [.. DemoStory.Petitions(seed, today, count: 1_000).Where(p => p.Fate.State == DemoState.Answered).Select(BulkMaterial.Of)];

    public BulkMaterial Material(int number) => _models[number % _models.Length];

    /// <summary>About one in eight cases comes from somebody who has written before.</summary>
    public ApplicantIdentity Identity(int number)
    {
        var who = number % 8 == 7 ? number / 2 : number;
        var (given, family) = (_models[who % _models.Length].Model.Person, _models[who / _models.Length % _models.Length].Model.Person);
        return new ApplicantIdentity
        {
            NationalId = SyntheticNumbers.NationalId(FirstPerson + who),
            GivenName = given.GivenName,
            Surname = family.Surname,
            Mobile = MobileNumber.Parse(SyntheticNumbers.Mobile(who % Mobiles)).Value!.Reveal(),
            Email = given.Email,
            RegisterAddress = given.Address,
        };
    }
}
