using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bimer.Tests.Journeys;

/// <summary>
/// The running program with the people of the demo and one governorship whose boxes are full: petitions of the demo in every state,
/// each lived through the domain, some overdue, some hidden.
/// </summary>
internal sealed class ADemoHouse : IAsyncDisposable
{
    public const string Letter = """
        Başvurunuz üzerine birimimizce yerinde inceleme yapılmıştır. Belirttiğiniz aksaklığın bakım sözleşmesinin süresinde yenilenmemesinden kaynaklandığı anlaşılmış, sözleşme yenilenmiş ve onarım tamamlanmıştır.
        Benzer bir durumla karşılaşmanız hâlinde başvuru sayınızı belirterek yeniden başvurabilirsiniz.
        Bilgilerinizi rica ederim.
        """;

    private const int Petitions = 46;
    private const int LongEnough = 260;
    private const int OneScreen = 700;
    private const int ForgottenDays = 1_200;   // what nobody looked at for years: the widest words a tile and a row must hold
    private static readonly DemoState[] _opened =
        [DemoState.Held, DemoState.AwaitingApproval, DemoState.Held, DemoState.Forwarded, DemoState.InRevision, DemoState.Held, DemoState.Answered];

    private static readonly DemoOfficers People = DemoOfficers.Shipped;
    private readonly List<(DemoState State, CaseFile Case)> _cases = [];

    private ADemoHouse(BimerServer server) => Server = server;

    public BimerServer Server { get; }

    private DateTimeOffset Now => Server.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Works on the petitions; most of what is held, forwarded and answered is hers.</summary>
    public static DemoOfficer Officer { get; } = Named("Burak Işıklar");

    public static DemoOfficer Approver { get; } = Named("Fatma Güvenoğlu");

    /// <summary>One person for each role, all of the same governorship or of the centre above it.</summary>
    public static IReadOnlyList<DemoOfficer> OneOfEachRole { get; } =
        [Officer, Approver, Named("Gülsüm Özbayrak"), Named("İlker Şahinbaş"), Named("Kadir Altınbaş")];

    /// <param name="forgets">Whether some petitions have lain there for years.</param>
    public static async Task<ADemoHouse> OpenAsync(bool forgets = false)
    {
        var house = new ADemoHouse(await BimerServer.StartAsync());
        await house.Server.Services.GetRequiredService<DemoStaff>().HireAsync(CancellationToken.None);
        await house.FillAsync(forgets);
        return house;
    }

    /// <summary>The number of a petition in this state that is hidden, or is not: the longest of those that fit on one screen.</summary>
    public string NumberOf(DemoState state, bool hidden = false) => _cases
        .Where(c => c.State == state && (c.Case.Concealment != IdentityConcealment.None) == hidden)
        .MaxBy(c => c.Case.Petition!.Text.Length is var length && length <= OneScreen ? length : 0).Case.NumberOf();

    /// <summary>At a browser of their own, signed in, on a live page.</summary>
    public async Task<Person> SitDownAsync(DemoOfficer officer, string page, ViewportSize? size = null, ColorScheme theme = ColorScheme.Light)
    {
        var person = await Chromium.NewPersonAsync(size, theme);
        var actor = new Actor(officer.Id, [.. officer.Roles.Select(role => new RoleOn(role, officer.Unit))], IstanbulTime.LegalDay(Now));
        await Server.SignInAsync(person, new StaffMember(actor, officer.NationalId, DemoStaff.Password), page);
        return person;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static DemoOfficer Named(string name) => People.All.Single(o => string.Equals(o.FullName, name, StringComparison.Ordinal));

    private async Task FillAsync(bool forgets)
    {
        var services = Server.Services;
        var (numbers, vault, units) = (services.GetRequiredService<CaseNumbers>(), services.GetRequiredService<IdentityVault>(), services.GetRequiredService<UnitDirectory>());
        var now = Now;
        var actors = People.All.ToDictionary(o => o.Id, o => new Actor(o.Id, [.. o.Roles.Select(r => new RoleOn(r, o.Unit))], IstanbulTime.LegalDay(now)));
        var authorities = People.All.Where(o => o.IyemCode is not null).ToDictionary(o => o.Id, o => (List<SigningAuthority>)[DemoStaff.AuthorityOf(o)]);
        var filer = new DemoFiler(services.GetRequiredService<WorkingCalendar>(), actors, units.LineageOf, authorities);
        await using var db = await Server.DbAsync();
        foreach (var (petition, state) in Stories(now, forgets))
        {
            var applicant = new ApplicantRef(Guid.CreateVersion7(petition.FiledAt));
            var caseFile = filer.Live(petition, await numbers.NextAsync(petition.FiledAt, CancellationToken.None), applicant).Case;
            db.Add(caseFile);
            db.Add(vault.Seal(applicant, DemoFiler.IdentityOf(petition.Person), petition.FiledAt));
            _cases.Add((state, caseFile));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Petitions worth reading, filed over the last five weeks at the governorship; the state follows from the place in the row.</summary>
    private static IEnumerable<(DemoPetition Petition, DemoState State)> Stories(DateTimeOffset now, bool forgets) =>
        DemoStory.Petitions(DemoSeed.Seed, IstanbulTime.LegalDay(now), 1_500)
            .Where(IsWorthReading).DistinctBy(p => p.Subject).Take(Petitions)
            .Select((petition, index) =>
            {
                var filedAt = now.AddHours(-3 - (index * 31 % 40 * 21)).AddDays(forgets && index is (2 or 3 or 15) ? -ForgottenDays : 0);
                var state = index % 2 == 0 ? DemoState.Untouched : _opened[index / 2 % _opened.Length];
                var hidden = petition.Kind.AllowsConcealment() && (index % 4 == 0 || index % 6 == 1);
                return (petition with
                {
                    FiledAt = filedAt, ReceivedOn = IstanbulTime.LegalDay(filedAt), AddressedTo = Officer.Unit, RecordedBy = null,
                    WantsConcealment = hidden, Channel = IntakeChannel.Internet, Fate = new DemoFate(false, [.. Steps(state, filedAt, petition.Kind)]),
                }, state);
            });

    /// <summary>Long enough, in ordinary Turkish letters, and no thanks for what a complaint is made of.</summary>
    private static bool IsWorthReading(DemoPetition petition) =>
        petition.Text.Length > LongEnough && petition.Kind != CaseKind.Thanks && char.IsUpper(petition.Text[0]) && petition.Text.Any(char.IsLower)
        && petition.Text.AsSpan().ContainsAny("ığş");

    private static IEnumerable<DemoStep> Steps(DemoState state, DateTimeOffset filedAt, CaseKind kind)
    {
        DateTimeOffset After(int minutes) => filedAt.AddMinutes(minutes);
        if (state == DemoState.Untouched) yield break;
        yield return new DemoStep.TakeCustody(After(20), Officer, Officer.Unit);
        if (state == DemoState.Forwarded) yield return new DemoStep.Forward(After(40), Officer, Officer.Unit, Named("Merve Şifacı").Unit, null, "Konunun yerinde incelenmesi rica olunur.");
        if (state is not (DemoState.AwaitingApproval or DemoState.InRevision or DemoState.Answered)) yield break;
        yield return new DemoStep.SubmitReply(After(60), Officer, Officer.Unit, Approver, Letter, ReplyStories.Service);
        var verdict = kind.Basis() == LegalBasis.PetitionAct ? DemoVerdict.Favourable : DemoVerdict.Granted;
        if (state == DemoState.InRevision) yield return new DemoStep.ReturnReply(After(80), Approver, Officer.Unit, "Onarımın tarihini de yazalım.");
        if (state == DemoState.Answered) yield return new DemoStep.Approve(After(80), Approver, Officer.Unit, verdict, ReplyStories.Service);
    }
}
