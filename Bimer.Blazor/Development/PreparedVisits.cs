using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Portal;
using Bimer.Domain.Time;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Development;

/// <summary>
/// Visits as they stand before the last button: through the gate, everything written. Measurements and kills of the final post
/// would otherwise mostly measure the pages before it.
/// </summary>
public sealed class PreparedVisits(VisitBook visits, UnitDirectory units, IOptions<GateOptions> gate, TimeProvider clock)
{
    public const int Most = 20_000;
    private const int Seed = 2016;

    /// <summary>Opens the visits of as many different people.</summary>
    /// <returns>The value of each visit's cookie.</returns>
    public async Task<IReadOnlyList<string>> OpenAsync(int count, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var people = new BulkPeople(Seed, IstanbulTime.LegalDay(now));
        var tokens = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            var (person, words) = (people.Identity(i), people.Material(i));
            tokens.Add(await visits.OpenAsync(VisitOf(person, DraftOf(words, person), now), ct));
        }

        return tokens;
    }

    private NewVisit VisitOf(ApplicantIdentity person, FilingDraft draft, DateTimeOffset now)
    {
        var verified = new VisitIdentity
        {
            Mobile = person.Mobile, NationalId = person.NationalId, GivenName = person.GivenName, Surname = person.Surname, RegisterAddress = person.RegisterAddress,
        };
        return new NewVisit(FilingPurpose.Filing, verified, null, now + gate.Value.VisitLifetime, GateStage.Verified) { Draft = draft };
    }

    private FilingDraft DraftOf(BulkMaterial words, ApplicantIdentity person) => new()
    {
        Kind = words.Kind, Institution = units.Centre.Id.Value, Plate = words.Place.Plate, District = words.Place.District ?? "",
        Email = person.Email ?? "", Text = words.Text.Value,
    };
}
