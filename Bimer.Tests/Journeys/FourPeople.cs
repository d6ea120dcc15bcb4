using System.Globalization;
using Bimer.Blazor.Live;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Microsoft.Playwright;

namespace Bimer.Tests.Journeys;

/// <summary>
/// The program with a real mail server behind it, and four people at four browsers: a citizen, an officer of the governorship the petition
/// goes to, an officer of the health directorate that answers, and the governorship's approver, who is an officer there too.
/// </summary>
internal sealed class FourPeople : IAsyncDisposable
{
    /// <summary>So many cases wait in the governorship before: the list scrolls.</summary>
    public const int Backlog = 30;

    private FourPeople(BimerServer server, SmtpServer mail) => (Server, Mail) = (server, mail);

    public BimerServer Server { get; }

    public SmtpServer Mail { get; }

    public Person Citizen { get; private set; } = null!;

    public Person Receiver { get; private set; } = null!;

    public Person Writer { get; private set; } = null!;

    public Person Approver { get; private set; } = null!;

    public UnitId Governorship => Server.Unit("Ankara Valiliği");

    public UnitId Health => Server.Unit("Ankara İl Sağlık Müdürlüğü");

    public UnitId District => Server.Unit("Çankaya Kaymakamlığı");

    public static LiveTopic WritersBoxes => LiveTopic.MyBoxes(new UserId(2));

    public static async Task<FourPeople> SitDownAsync(Kind kind)
    {
        var mail = SmtpServer.Start();
        var people = new FourPeople(await BimerServer.StartAsync(kind, settings: Settings(mail)), mail);
        for (var i = 0; i < Backlog; i++) await people.Server.FileAsync(people.Governorship);
        people.Citizen = await Chromium.NewPersonAsync();
        people.Receiver = await people.SitDownAsync(await people.Server.HireAsync(1, OfficerRole.CaseOfficer, people.Governorship), "/kutu/kurum");
        people.Writer = await people.SitDownAsync(await people.Server.HireAsync(2, OfficerRole.CaseOfficer, people.Health), "/kutu/kurum");
        var approver = await people.Server.HireAsync(3, OfficerRole.Approver, people.Governorship);
        await using (var db = await people.Server.DbAsync())
        {
            db.Add(new RoleAssignment(approver.Id, OfficerRole.CaseOfficer, people.Governorship, new DateOnly(2025, 1, 1)));
            await db.SaveChangesAsync();
        }

        people.Approver = await people.SitDownAsync(approver, "/kutu/onay");
        return people;
    }

    /// <summary>Everything a page's reader could find: its text, its markup, its address.</summary>
    public static async Task<string> WholeAsync(IPage page) => page.Url + await page.ContentAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var person in (Person[])[Citizen, Receiver, Writer, Approver]) await person.DisposeAsync();
        await Server.DisposeAsync();
        await Mail.DisposeAsync();
    }

    private async Task<Person> SitDownAsync(StaffMember officer, string page)
    {
        var person = await Chromium.NewPersonAsync();
        await Server.SignInAsync(person, officer, page);
        await AnActingOffice.LiveAsync(person.Page);
        return person;
    }

    private static Dictionary<string, string?> Settings(SmtpServer mail) => new(StringComparer.Ordinal)
    {
        ["Bimer:Smtp:Host"] = "127.0.0.1",
        ["Bimer:Smtp:Port"] = mail.Port.ToString(CultureInfo.InvariantCulture),
        ["Bimer:Smtp:Security"] = "None",
        ["Bimer:Smtp:FromAddress"] = "cevap@bimer.example",
    };
}
