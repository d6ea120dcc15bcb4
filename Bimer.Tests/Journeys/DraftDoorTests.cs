using System.Net;
using System.Net.Http.Json;
using Bimer.Blazor.Workspace.Replying.Drafting;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.Journeys;

/// <summary>The door the editor keeps its text through, over a real Kestrel: who comes in, how much, and which version (K4, E10).</summary>
public sealed class DraftDoorTests : IAsyncLifetime
{
    private AnActingOffice _office = null!;
    private HttpClient _http = null!;
    private RoutingId _routing;
    private string _session = "";

    public async Task InitializeAsync()
    {
        _office = await AnActingOffice.OpenAsync();
        _routing = await _office.HeldCaseAsync();
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(_office.Server.Url) };
        _session = await SessionOfAsync(_office.Writer);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _office.DisposeAsync();
    }

    [Fact]
    public async Task The_holder_saves_and_reads_back_and_an_older_version_is_told_what_stands_there()
    {
        using var saved = await SaveAsync(0, "<p>Birinci</p>");
        saved.StatusCode.Should().Be(HttpStatusCode.OK);
        (await saved.Content.ReadFromJsonAsync<DraftSaved>())!.Version.Should().Be(1);

        using var late = await SaveAsync(0, "<p>İkinci</p>");

        late.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await late.Content.ReadFromJsonAsync<DraftRefused>())!.Current!.Html.Should().Be("<p>Birinci</p>");
        (await TextAsync()).Should().Be("<p>Birinci</p>");
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_foreign_or_missing_origin_changes_nothing(string? origin)
    {
        using var answer = await SaveAsync(0, "<p>Yabancı</p>", origin: origin);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await TextAsync()).Should().BeNull();
    }

    [Fact]
    public async Task Without_a_session_the_door_says_so_and_to_a_stranger_there_is_no_such_case()
    {
        var stranger = await _office.Server.HireAsync(9, OfficerRole.CaseOfficer, _office.Server.Unit("İzmir Valiliği"));
        var theirs = await SessionOfAsync(stranger);

        using var unknown = await SaveAsync(0, "<p>x</p>", session: "");
        using var strange = await SaveAsync(0, "<p>x</p>", session: theirs);
        using var nowhere = await SaveAsync(0, "<p>x</p>", routing: new RoutingId(_routing.Value + 7));

        (unknown.StatusCode, strange.StatusCode, nowhere.StatusCode).Should().Be((HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        (await strange.Content.ReadAsStringAsync()).Should().Be(await nowhere.Content.ReadAsStringAsync(), "what may not be seen is answered like what does not exist");
        (await TextAsync()).Should().BeNull();
    }

    [Fact]
    public async Task A_text_too_long_for_a_letter_and_a_body_too_large_for_the_door_are_refused()
    {
        using var letter = await SaveAsync(0, $"<p>{new string('a', 100_001)}</p>");
        using var body = await SaveAsync(0, new string('a', 3 * 1_048_576));

        (letter.StatusCode, body.StatusCode).Should().Be((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge));
        (await TextAsync()).Should().BeNull();
    }

    [Fact]
    public async Task The_name_of_a_file_travels_in_a_header_and_in_no_address()
    {
        using var named = await AttachAsync("/ek", "Ayşe Yılmaz’ın raporu 100%.pdf");
        using var inTheAddress = await AttachAsync("/ek?ad=rapor.pdf", name: null);

        (named.StatusCode, inTheAddress.StatusCode).Should().Be((HttpStatusCode.OK, HttpStatusCode.BadRequest));
        await using var db = await _office.Server.DbAsync();
        (await db.DraftFiles.SingleAsync()).Name.Should().Be("Ayşe Yılmaz’ın raporu 100%.pdf");
    }

    private async Task<HttpResponseMessage> AttachAsync(string door, string? name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(_routing) + door) { Content = new ByteArrayContent(Documents.Pdf) };
        request.Headers.Add("Cookie", "bimer=" + _session);
        request.Headers.Add("Origin", _office.Server.Url);
        if (name is not null) request.Headers.Add("X-Dosya-Adi", Uri.EscapeDataString(name));
        return await _http.SendAsync(request);
    }

    private static string AddressOf(RoutingId routing) => "/evrak/taslak/" + routing.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private Task<HttpResponseMessage> SaveAsync(int version, string html, RoutingId? routing = null, string? session = null) =>
        SaveAsync(version, html, _office.Server.Url, routing, session);

    private async Task<HttpResponseMessage> SaveAsync(int version, string html, string? origin, RoutingId? routing = null, string? session = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, AddressOf(routing ?? _routing))
        {
            Content = JsonContent.Create(new DraftBody(version, html, ReplyStories.Service, null)),
        };
        request.Headers.Add("Cookie", "bimer=" + (session ?? _session));
        if (origin is not null) request.Headers.Add("Origin", origin);
        return await _http.SendAsync(request);
    }

    private async Task<string> SessionOfAsync(StaffMember member)
    {
        using var browser = _office.Server.NewPlainBrowser();
        await browser.SignInAsync(member);
        return browser.Session!;
    }

    private async Task<string?> TextAsync()
    {
        await using var db = await _office.Server.DbAsync();
        return await db.ReplyDrafts.Select(d => d.Html).SingleOrDefaultAsync();
    }
}
