using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Security;

public sealed class SecurityHeadersTests : IAsyncLifetime
{
    private ShellServer _server = null!;

    public async Task InitializeAsync() => _server = await ShellServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("GET /hata", "200")]
    [InlineData("GET /css/tokens.css", "200")]
    [InlineData("GET /no-such-page", "404")]
    [InlineData("HEAD /hata", "200")]
    [InlineData("HEAD /no-such-page", "404")]
    [InlineData("POST /gorunum", "403")]
    public async Task Every_answer_carries_the_strict_headers(string request, string status)
    {
        var answer = await _server.AskAsync(request, "Content-Length: 0");

        answer.Should().StartWith($"HTTP/1.1 {status}");
        answer.Should().Contain(
            "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
            $"connect-src 'self' ws://127.0.0.1:{_server.Port}; form-action 'self'; frame-ancestors 'none'; base-uri 'self'\r\n");
        answer.Should().Contain("X-Content-Type-Options: nosniff\r\n").And.Contain("X-Frame-Options: DENY\r\n")
            .And.Contain("Referrer-Policy: no-referrer\r\n").And.Contain("Cross-Origin-Opener-Policy: same-origin\r\n")
            .And.Contain("Cross-Origin-Resource-Policy: same-origin\r\n").And.Contain("Permissions-Policy: ");
    }

    [Fact]
    public async Task A_form_without_its_token_is_told_what_to_do_under_the_same_headers()
    {
        var answer = await _server.AskAsync("POST /gorunum", $"Origin: {_server.Origin}", "Content-Type: application/x-www-form-urlencoded", "Content-Length: 0");

        answer.Should().StartWith("HTTP/1.1 400").And.Contain("text/html").And.Contain("default-src 'none'");
    }

    [Fact]
    public async Task There_is_one_policy_and_no_word_of_the_server()
    {
        var answer = await _server.AskAsync("GET /hata");

        answer.Split("Content-Security-Policy:").Should().HaveCount(2, "Blazor's own, weaker policy is replaced");
        answer.Should().NotContain("Server:").And.NotContain("X-Powered-By");
    }

    [Fact]
    public async Task Plain_http_promises_no_https()
    {
        var answer = await _server.AskAsync("GET /hata");

        answer.Should().NotContain("Strict-Transport-Security");
    }

    [Fact]
    public async Task Https_promises_a_year_of_https_and_names_the_secure_socket()
    {
        await using var secure = await ShellServer.StartAsync(https: true);

        var answer = await secure.AskAsync("GET /hata");

        answer.Should().Contain("Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n").And.Contain($"wss://127.0.0.1:{secure.Port};");
    }
}
