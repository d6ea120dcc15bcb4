using System.Net;
using System.Net.WebSockets;
using Bimer.Blazor.Security.Crowds;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Security;

/// <summary>A flood of connections, signed in or not, has a bound, and those beside it go on working (K1, K2, K14).</summary>
public sealed class CrowdTests
{
    private static readonly Dictionary<string, string?> _small = new(StringComparer.Ordinal)
    {
        ["Bimer:Session:CircuitsPerPerson"] = "2", ["Bimer:Connections:PerScreen"] = "2", ["Bimer:Connections:RequestsPerAddress"] = "10", ["Bimer:Proxies:0"] = "127.0.0.1",
    };

    [Fact]
    public async Task One_person_opens_so_many_connections_and_no_more_and_a_colleague_opens_theirs()
    {
        await using var server = await BimerServer.StartAsync(settings: _small);
        var (flooding, working) = (await SignedInAsync(server, 1), await SignedInAsync(server, 2));
        List<ClientWebSocket> open = [];
        for (var i = 0; i < 4; i++) open.Add(await OpenAsync(server, flooding));

        await FluentActions.Awaiting(() => OpenAsync(server, flooding)).Should().ThrowAsync<WebSocketException>().WithMessage("*429*");
        open.Add(await OpenAsync(server, working));
        open[0].Abort();

        await Eventually.TrueAsync(async () => await TryAsync(server, flooding) is { } again && Keep(open, again), "what is closed makes room");
        server.Complaints.Should().ContainSingle(line => line.Contains("too much is open at once", StringComparison.Ordinal)).Which.Should().Contain("officer 1");
        foreach (var socket in open) socket.Dispose();
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_opens_no_circuit_by_any_way()
    {
        await using var server = await BimerServer.StartAsync();
        using var anybody = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(server.Url) };
        anybody.DefaultRequestHeaders.Add("Origin", server.Url);

        await FluentActions.Awaiting(() => OpenAsync(server, session: null)).Should().ThrowAsync<WebSocketException>();
        using var negotiated = await anybody.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null);
        using var polled = await anybody.GetAsync(new Uri("/_blazor?id=guess", UriKind.Relative));

        ((int)negotiated.StatusCode, (int)polled.StatusCode).Should().Match<(int, int)>(answers => answers.Item1 >= 300 && answers.Item2 >= 300);
        (await negotiated.Content.ReadAsStringAsync()).Should().NotContain("connectionToken");
    }

    [Fact]
    public async Task Of_one_address_so_many_requests_are_under_way_and_the_next_is_told_in_Turkish_while_others_are_served()
    {
        await using var server = await BimerServer.StartAsync(settings: _small);
        var guard = server.Services.GetRequiredService<CrowdGuard>();
        var (flood, gate) = (new List<Task>(), new TaskCompletionSource());
        for (var i = 0; i < 10; i++) flood.Add(guard.ByAddressAsync(From("203.0.113.7"), _ => gate.Task));

        using var same = await AskAsync(server, "203.0.113.7");
        using var other = await AskAsync(server, "203.0.113.8");

        (same.StatusCode, other.StatusCode).Should().Be((HttpStatusCode.TooManyRequests, HttpStatusCode.OK));
        (await same.Content.ReadAsStringAsync()).Should().Contain("biraz bekleyip yeniden deneyin");
        same.Headers.RetryAfter.Should().NotBeNull();
        gate.SetResult();
        await Task.WhenAll(flood);
        using var later = await AskAsync(server, "203.0.113.7");
        later.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_is_let_in_beyond_the_limit_however_many_come_at_once()
    {
        var gate = new Turnstile<int>();

        var entered = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => gate.TryEnter(1, 40))));

        entered.Count(inside => inside).Should().Be(40);
        for (var i = 0; i < 40; i++) gate.Leave(1);
        (gate.Inside(1), gate.TryEnter(1, 40)).Should().Be((0, true));
    }

    private static bool Keep(List<ClientWebSocket> open, ClientWebSocket socket)
    {
        open.Add(socket);
        return true;
    }

    private static Microsoft.AspNetCore.Http.DefaultHttpContext From(string address)
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return context;
    }

    private static async Task<HttpResponseMessage> AskAsync(BimerServer server, string from)
    {
        using var client = new HttpClient();
        using var asked = new HttpRequestMessage(HttpMethod.Get, server.Url + "/giris");
        asked.Headers.Add("X-Forwarded-For", from);
        return await client.SendAsync(asked);
    }

    private static async Task<string> SignedInAsync(BimerServer server, int id)
    {
        using var browser = server.NewPlainBrowser();
        await browser.SignInAsync(await server.HireAsync(id, OfficerRole.CaseOfficer, new(2)));
        return browser.Session!;
    }

    private static async Task<ClientWebSocket?> TryAsync(BimerServer server, string session)
    {
        try
        {
            return await OpenAsync(server, session);
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    private static async Task<ClientWebSocket> OpenAsync(BimerServer server, string? session)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", server.Url);
        if (session is not null) socket.Options.SetRequestHeader("Cookie", "bimer=" + session);
        await socket.ConnectAsync(new Uri(server.Url.Replace("http:", "ws:", StringComparison.Ordinal) + "/_blazor"), CancellationToken.None);
        return socket;
    }
}
