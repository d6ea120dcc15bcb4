using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Journeys;
using FluentAssertions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Security;

/// <summary>
/// Whoever guesses an id finds the same behind every door of the program, whether there is something or not (F1): status, head and body, byte for
/// byte but for the id itself and what is drawn by lot. The doors are read from the program: one that takes an id and is not in the table fails.
/// </summary>
public sealed partial class StrangersAtTheDoors : IAsyncLifetime
{
    /// <summary>What of a case a door takes for its id.</summary>
    private static readonly Dictionary<string, string> _doors = new(StringComparer.Ordinal)
    {
        ["/evrak/{Number}"] = Number, ["/evrak/{Number}/sevk"] = Number, ["/evrak/{Number}/cevapla"] = Number,
        ["/evrak/{Number}/beklet"] = Number, ["/evrak/{Number}/iade"] = Number, ["/evrak/{Number}/geri-al"] = Number, ["/onay/{Number}"] = Number, [ReportDoor] = Number,
        ["/evrak/ek/{id:guid}"] = File, ["/evrak/ek/{id:guid}/sayfa"] = File, ["/evrak/taslak/{routing:long}"] = Part, ["/evrak/taslak/{routing:long}/ek"] = Part,
        ["/evrak/belge/{routing:long}/ek"] = Part, ["/evrak/masa/{routing:long}/sevk"] = Part, ["/evrak/masa/{routing:long}/onay"] = Part, ["/evrak/masa/{routing:long}/beklet"] = Part, ["/evrak/masa/{routing:long}/iade"] = Part,
        ["/sorgula/basvurularim/{Number}"] = Number, ["/basvuru/alindi/{Number}"] = Number, ["/sorgula/ek/{file:guid}"] = File,
        [MailDoor] = File, [LetterDoor] = Part,
    };

    /// <summary>
    /// Takes no id of a case: at a desk everybody finds their own draft, under an id of their own (IntakeDraftTests); a template that lies closed is
    /// answered like none (TemplateTests).
    /// </summary>
    private static readonly string[] _nobodys =
        ["/durum/{Code:int}", "/{**path:file}", "/yeni/taslak/{desk}/{intake:guid}", "/yeni/taslak/{desk}/{intake:guid}/ek", "/sablonlar/taslak/{template:guid}"];

    /// <summary>Doors that take it behind a question mark.</summary>
    private static readonly string[] _asking = [Addresses.UnitInbox + "?evrak={Number}", Addresses.MyInbox + "?evrak={Number}", Addresses.Search + "?q={Number}"];

    private const string Number = "number";
    private const string Part = "part";
    private const string File = "file";
    private const string MailDoor = "/yeni/e-posta/{mail:guid}/asli";
    private const string LetterDoor = "/evrak/mektup/{routing:long}";
    private const string ReportDoor = "/evrak/{Number}/rapor";

    private AnActingOffice _office = null!;
    private RoutingId _part;
    private AttachmentId _file;

    public async Task InitializeAsync()
    {
        _office = await AnActingOffice.OpenAsync();
        _part = await _office.HeldCaseAsync(CaseKind.TipOff);
        using var writer = await SignedInAsync(_office.Writer);
        using var saved = await writer.SendAsync(Knock.Asking("PUT", AddressOf("/evrak/taslak/{routing:long}", _part, default)));
        using var attached = await writer.SendAsync(Knock.Asking("POST", AddressOf("/evrak/taslak/{routing:long}/ek", _part, default)));
        (saved.IsSuccessStatusCode, attached.IsSuccessStatusCode).Should().Be((true, true), "those who may come in do");
        await using var db = await _office.Server.DbAsync();
        _file = (await db.DraftFiles.SingleAsync()).Id;
        // A mail and the file of a draft of one id: whichever door it is held against.
        var mail = new Bimer.Blazor.Persistence.Intake.ReceivedMail { Id = _file.Value, Unit = _office.Unit, Fingerprint = [1], DeliveredAt = DateTimeOffset.UnixEpoch, TakenAt = DateTimeOffset.UnixEpoch };
        mail.Keep(_office.Server.Services.GetRequiredService<MailSeal>().Seal(mail.Id, new MailContent()));
        db.Add(mail);
        await db.SaveChangesAsync();
        await KeepFromIzmirAsync();
    }

    [Theory]
    [InlineData(OfficerRole.CaseOfficer)]
    [InlineData(OfficerRole.Approver)]
    [InlineData(OfficerRole.Coordinator)]
    [InlineData(OfficerRole.GeneralCoordinator)]
    [InlineData(OfficerRole.Executive)]
    public async Task To_an_officer_of_another_unit_a_case_is_like_none_at_every_door(OfficerRole role)
    {
        using var stranger = await SignedInAsync(await _office.Server.HireAsync(20 + (int)role, role, _office.Server.Unit("İzmir Valiliği")));

        await FindNothingAsync(stranger);
    }

    /// <summary>Who would see it were they not of a unit it is kept from as well; and who sees it, for comparison.</summary>
    [Fact]
    public async Task To_whoever_has_a_second_role_where_it_is_kept_from_a_case_is_like_none_at_every_door()
    {
        var (colleague, excluded) = (await _office.Server.HireAsync(30, OfficerRole.Coordinator, _office.Unit), await _office.Server.HireAsync(31, OfficerRole.Coordinator, _office.Unit));
        await using (var db = await _office.Server.DbAsync())
        {
            db.Add(new RoleAssignment(excluded.Actor.UserId, OfficerRole.CaseOfficer, _office.Server.Unit("İzmir Valiliği"), new DateOnly(2025, 1, 1)));
            await db.SaveChangesAsync();
        }

        using var stranger = await SignedInAsync(excluded);
        using var insider = await SignedInAsync(colleague);
        await FindNothingAsync(stranger);
        var page = AddressOf("/evrak/{Number}", _part, _file);
        (await Knock.AskAsync(insider, "GET", page))[..3].Should().Be("200").And.NotBe((await Knock.AskAsync(stranger, "GET", page))[..3]);
    }

    /// <summary>A form with its token, so that it comes as far as asking for the case.</summary>
    [Fact]
    public async Task To_a_stranger_there_is_no_paper_and_no_file_of_a_case()
    {
        using var stranger = await SignedInAsync(await _office.Server.HireAsync(32, OfficerRole.CaseOfficer, _office.Server.Unit("İzmir Valiliği")));
        var (nowhere, nothing) = (new RoutingId(_part.Value + 70_000), new AttachmentId(Guid.NewGuid()));
        foreach (var (door, choice) in (ValueTuple<string, string>[])[(ReportDoor, "sayfa"), (ReportDoor, "pdf"), (LetterDoor, "sayfa"), (LetterDoor, "zarf"), (MailDoor, "")])
        {
            var there = await Knock.PostAsync(stranger, AddressOf(door, _part, _file), choice);
            Knock.Difference(there, await Knock.PostAsync(stranger, AddressOf(door, nowhere, nothing), choice)).Should().BeEmpty("{0} {1}", door, choice);
            there.Should().StartWith("404");
        }

        using var writer = await SignedInAsync(_office.Writer);
        (await Knock.PostAsync(writer, AddressOf(ReportDoor, _part, _file), "sayfa")).Should().StartWith("200", "the form is one that is answered");
    }

    [Fact]
    public async Task To_another_citizen_and_to_anybody_a_case_is_like_none_at_every_door()
    {
        using var anybody = NewClient();
        using var prepared = await anybody.PostAsync(new Uri("/gelistirme/hazir-ziyaret?adet=1", UriKind.Relative), null);
        using var citizen = NewClient();
        citizen.DefaultRequestHeaders.Add("Cookie", "bimer-ziyaret=" + (await prepared.Content.ReadFromJsonAsync<string[]>())!.Single());

        await FindNothingAsync(citizen);
        await FindNothingAsync(anybody);
    }

    [Fact]
    public void Every_door_that_takes_an_id_is_tried()
    {
        var taking = _office.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(door => door.RoutePattern.Parameters.Count > 0 && door.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(door => "/" + door.RoutePattern.RawText!.Trim('/')).Distinct(StringComparer.Ordinal);

        taking.Should().BeEquivalentTo(_doors.Keys.Concat(_nobodys));
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    private async Task FindNothingAsync(HttpClient stranger)
    {
        var (nowhere, nothing) = (new RoutingId(_part.Value + 70_000), new AttachmentId(Guid.NewGuid()));
        foreach (var door in _doors.Keys.Concat(_asking))
        {
            foreach (var method in (string[])["GET", "HEAD", "PUT", "POST"])
            {
                var there = await Knock.AskAsync(stranger, method, AddressOf(door, _part, _file));

                Knock.Difference(there, await Knock.AskAsync(stranger, method, AddressOf(door, nowhere, nothing))).Should().BeEmpty("{0} {1}", method, door);
                there.Should().NotStartWith("500");
            }
        }
    }

    private async Task KeepFromIzmirAsync()
    {
        var units = _office.Server.Services.GetRequiredService<UnitDirectory>();
        var work = ActivatorUtilities.CreateInstance<CaseWork>(_office.Server.Services, new Office.Acts(_office.Writer.Actor));
        (await work.ChangeAsync(OfficeStories.NewCommand(), _part.CaseId, (c, acting) =>
            c.Exclude(_part, units.LineageOf(_office.Server.Unit("İzmir Valiliği")), [units.LineageOf(_office.Unit)], acting.Actor, acting.Now), CancellationToken.None))
            .IsAccepted.Should().BeTrue();
    }

    private static string AddressOf(string door, RoutingId part, AttachmentId file) => Parameter().Replace(door, _doors.GetValueOrDefault(door, Number) switch
    {
        Number => new CaseNumber(part.CaseId).ToString(),
        Part => part.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => file.Value.ToString("N"),
    });

    private async Task<HttpClient> SignedInAsync(StaffMember officer)
    {
        using var browser = _office.Server.NewPlainBrowser();
        await browser.SignInAsync(officer);
        var client = NewClient();
        client.DefaultRequestHeaders.Add("Cookie", "bimer=" + browser.Session);
        return client;
    }

    private HttpClient NewClient()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(_office.Server.Url) };
        client.DefaultRequestHeaders.Add("Origin", _office.Server.Url);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
