using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Screens.Boxes;

/// <summary>Two officers of the health directorate, both before their unit box, both live.</summary>
internal sealed class UnitDesk : IAsyncDisposable
{
    private UnitDesk(BimerServer server, UnitId unit, IReadOnlyList<CaseFile> cases, Person zeynep, Person mehmet) =>
        (Server, Unit, Cases, Zeynep, Mehmet) = (server, unit, cases, zeynep, mehmet);

    public BimerServer Server { get; }

    public UnitId Unit { get; }

    public IReadOnlyList<CaseFile> Cases { get; }

    public Person Zeynep { get; }

    public Person Mehmet { get; }

    public static async Task<UnitDesk> OpenAsync(int cases)
    {
        var server = await BimerServer.StartAsync();
        var unit = server.Unit("Ankara İl Sağlık Müdürlüğü");
        var filed = new List<CaseFile>();
        for (var i = 0; i < cases; i++) filed.Add(await server.FileAsync(unit));
        var (zeynep, mehmet) = (await SitDownAsync(server, 1, unit), await SitDownAsync(server, 2, unit));
        return new UnitDesk(server, unit, filed, zeynep, mehmet);
    }

    /// <summary>Before the circuit is up a button does nothing.</summary>
    public static Task LiveAsync(Person person) => person.Page.IsLiveAsync();

    public async ValueTask DisposeAsync()
    {
        await Zeynep.DisposeAsync();
        await Mehmet.DisposeAsync();
        await Server.DisposeAsync();
    }

    private static async Task<Person> SitDownAsync(BimerServer server, int id, UnitId unit)
    {
        var officer = await server.HireAsync(id, OfficerRole.CaseOfficer, unit);
        var person = await Chromium.NewPersonAsync();
        await server.SignInAsync(person, officer, "/kutu/kurum");
        await LiveAsync(person);
        return person;
    }
}
