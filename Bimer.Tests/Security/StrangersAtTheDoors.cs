using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Journeys;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Security;

/// <summary>
/// Whoever guesses an id finds the same behind every door of the program, whether there is something or not (F1). The doors are read
/// from the program: one that takes an id and is not in the table fails.
/// </summary>
public sealed partial class StrangersAtTheDoors : IAsyncLifetime
{
    /// <summary>What of a case a door takes for its id.</summary>
    private static readonly Dictionary<string, string> _doors = new(StringComparer.Ordinal)
    {
        ["/evrak/{Number}"] = Number, ["/evrak/{Number}/sevk"] = Number, ["/evrak/{Number}/cevapla"] = Number,
        ["/evrak/{Number}/beklet"] = Number, ["/evrak/{Number}/iade"] = Number, ["/evrak/{Number}/geri-al"] = Number, ["/onay/{Number}"] = Number, ["/evrak/{Number}/rapor"] = Number,
        ["/evrak/ek/{id:guid}"] = File, ["/evrak/taslak/{routing:long}"] = Part, ["/evrak/taslak/{routing:long}/ek"] = Part,
        ["/sorgula/basvurularim/{Number}"] = Number, ["/basvuru/alindi/{Number}"] = Number, ["/sorgula/ek/{file:guid}"] = File,
    };

    /// <summary>Takes no id of anything that belongs to somebody: at a desk everybody finds their own draft, under an id of their own (IntakeDraftTests).</summary>
    private static readonly string[] _nobodys =
        ["/durum/{Code:int}", "/{**path:file}", "/yeni/taslak/{desk}/{intake:guid}", "/yeni/taslak/{desk}/{intake:guid}/ek"];

    private const string Number = "number";
    private const string Part = "part";
    private const string File = "file";

    private AnActingOffice _office = null!;
    private RoutingId _part;
    private AttachmentId _file;

    public async Task InitializeAsync()
    {
        _office = await AnActingOffice.OpenAsync();
        _part = await _office.HeldCaseAsync(CaseKind.TipOff);
        using var writer = await SignedInAsync(_office.Writer);
        using var saved = await writer.SendAsync(Asking("PUT", AddressOf("/evrak/taslak/{routing:long}", _part, default)));
        using var attached = await writer.SendAsync(Asking("POST", AddressOf("/evrak/taslak/{routing:long}/ek", _part, default)));
        (saved.IsSuccessStatusCode, attached.IsSuccessStatusCode).Should().Be((true, true), "those who may come in do");
        await using var db = await _office.Server.DbAsync();
        _file = (await db.DraftFiles.SingleAsync()).Id;
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
        foreach (var door in _doors.Keys)
        {
            foreach (var method in (string[])["GET", "PUT", "POST"])
            {
                var there = await AskAsync(stranger, method, AddressOf(door, _part, _file));

                there.Should().Be(await AskAsync(stranger, method, AddressOf(door, nowhere, nothing)), "{0} {1}", method, door);
                there.Status.Should().NotBe(500);
            }
        }
    }

    /// <summary>The status, where it leads, and what a person would read, without the id that was asked for.</summary>
    private static async Task<(int Status, string? To, string Words)> AskAsync(HttpClient stranger, string method, string address)
    {
        using var answer = await stranger.SendAsync(Asking(method, address));
        var words = Markup().Replace(await answer.Content.ReadAsStringAsync(), " ");
        return ((int)answer.StatusCode, WithoutIds(answer.Headers.Location?.OriginalString), WithoutIds(words)!);
    }

    private static HttpRequestMessage Asking(string method, string address)
    {
        // A connection each: a refused body may end it, and a POST that finds it ended is not sent again.
        var request = new HttpRequestMessage(new HttpMethod(method), address) { Headers = { ConnectionClose = true } };
        if (method is "PUT") request.Content = JsonContent.Create(new { version = 0, html = "<p>Merhaba</p>" });
        if (method is "POST") request.Content = new ByteArrayContent(Documents.Pdf);
        if (method is "POST") request.Headers.Add("X-Dosya-Adi", "rapor.pdf");
        return request;
    }

    private static string AddressOf(string door, RoutingId part, AttachmentId file) => Parameter().Replace(door, _doors[door] switch
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

    private static string? WithoutIds(string? text) => text is null ? null : Ids().Replace(text, "#");

    [GeneratedRegex("<!--.*?-->|<input type=\"hidden\"[^>]*>|<[^>]+>", RegexOptions.Singleline, 2000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\d{4}-\d{7}-\d|\d{15}|[0-9a-f]{32}", RegexOptions.NonBacktracking)]
    private static partial Regex Ids();
}
