using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Security;

/// <summary>Requests another site makes with our visitor's cookies (faults E10).</summary>
public sealed class OriginGuardTests : IAsyncLifetime
{
    private ShellServer _server = null!;

    public async Task InitializeAsync() => _server = await ShellServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public static TheoryData<string> ForeignOrigins => new()
    {
        "https://evil.example",
        "null",
        "http://127.0.0.1",                   // no port: another origin
        "http://127.0.0.1:{port+1}",
        "https://127.0.0.1:{port}",           // another scheme
        "HTTP://127.0.0.1:{port}",
        "http://127.0.0.1.:{port}",
        "http://a.127.0.0.1:{port}",
        "http://127.0.0.1:{port}/",
        "http://127.0.0.1:{port}.evil.example",
        "http://127.0.0.1:{port}, http://127.0.0.1:{port}",
        "",
    };

    [Theory]
    [MemberData(nameof(ForeignOrigins))]
    public async Task A_circuit_does_not_open_for_a_foreign_origin(string origin)
    {
        var answer = await _server.OpenSocketAsync("/_blazor", $"Origin: {WithPort(origin)}");

        answer.Should().StartWith("HTTP/1.1 403");
    }

    [Theory]
    [MemberData(nameof(ForeignOrigins))]
    public async Task Negotiating_a_circuit_is_refused_to_a_foreign_origin(string origin)
    {
        var answer = await _server.AskAsync("POST /_blazor/negotiate?negotiateVersion=1", $"Origin: {WithPort(origin)}", "Content-Length: 0");

        answer.Should().StartWith("HTTP/1.1 403");
    }

    [Theory]
    [MemberData(nameof(ForeignOrigins))]
    public async Task A_form_from_a_foreign_origin_is_refused(string origin)
    {
        var answer = await _server.AskAsync("POST /gorunum", $"Origin: {WithPort(origin)}", "Content-Length: 0");

        answer.Should().StartWith("HTTP/1.1 403");
    }

    [Theory]
    [InlineData("/_blazor")]
    [InlineData("/_BLAZOR")]
    [InlineData("/hubs/any")]
    public async Task A_socket_without_an_origin_is_refused(string path)
    {
        var answer = await _server.OpenSocketAsync(path);

        answer.Should().StartWith("HTTP/1.1 403");
    }

    [Fact]
    public async Task Two_origin_lines_are_refused()
    {
        var answer = await _server.OpenSocketAsync("/_blazor", $"Origin: {_server.Origin}", "Origin: https://evil.example");

        answer.Should().StartWith("HTTP/1.1 403");
    }

    [Fact]
    public async Task A_circuit_opens_for_our_own_origin_and_without_compression()
    {
        var answer = await _server.OpenSocketAsync("/_blazor", $"Origin: {_server.Origin}");

        answer.Should().StartWith("HTTP/1.1 101").And.NotContain("permessage-deflate");
    }

    [Fact]
    public async Task A_foreign_origin_is_refused_on_long_polling_too()
    {
        var answer = await _server.AskAsync("GET /_blazor?id=x", "Origin: https://evil.example");

        answer.Should().StartWith("HTTP/1.1 403");
    }

    [Theory]
    [InlineData("same-origin", "400")]   // through the guard, then refused for want of an antiforgery token
    [InlineData("same-site", "403")]
    [InlineData("cross-site", "403")]
    [InlineData("none", "403")]
    public async Task A_form_whose_origin_the_referrer_policy_hid_passes_only_from_our_own_pages(string fetchSite, string status)
    {
        var answer = await _server.AskAsync("POST /gorunum", "Origin: null", $"Sec-Fetch-Site: {fetchSite}", "Content-Type: application/x-www-form-urlencoded", "Content-Length: 0");

        answer.Should().StartWith($"HTTP/1.1 {status}");
    }

    [Fact]
    public async Task A_null_origin_opens_no_circuit_whatever_else_it_says()
    {
        var answer = await _server.OpenSocketAsync("/_blazor", "Origin: null", "Sec-Fetch-Site: same-origin");

        answer.Should().StartWith("HTTP/1.1 403");
    }

    [Fact]
    public async Task A_page_may_be_read_from_anywhere()
    {
        var answer = await _server.AskAsync("GET /hata", "Origin: https://evil.example");

        answer.Should().StartWith("HTTP/1.1 200");
    }

    [Fact]
    public async Task A_configured_list_stands_in_place_of_the_own_host()
    {
        await using var behindProxy = await ShellServer.StartAsync(allowedOrigins: "https://bimer.example");

        (await behindProxy.OpenSocketAsync("/_blazor", "Origin: https://bimer.example")).Should().StartWith("HTTP/1.1 101");
        (await behindProxy.OpenSocketAsync("/_blazor", $"Origin: {behindProxy.Origin}")).Should().StartWith("HTTP/1.1 403");
        (await behindProxy.OpenSocketAsync("/_blazor", "Origin: https://BIMER.example")).Should().StartWith("HTTP/1.1 403");
    }

    private string WithPort(string origin) => origin
        .Replace("{port+1}", $"{_server.Port + 1}", StringComparison.Ordinal)
        .Replace("{port}", $"{_server.Port}", StringComparison.Ordinal);
}
