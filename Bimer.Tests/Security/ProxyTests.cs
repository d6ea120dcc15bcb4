using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.Security;

/// <summary>Who may say for whom a request is made: the named proxies, and nobody else.</summary>
public sealed class ProxyTests
{
    private const string For = "X-Forwarded-For";
    private const string Proto = "X-Forwarded-Proto";

    private static readonly Dictionary<string, string?> TwoTriesAnAddress = new(StringComparer.Ordinal) { ["Bimer:SignIn:PerAddress"] = "2" };

    [Fact]
    public async Task A_strangers_forged_address_changes_neither_the_brake_nor_the_record_nor_the_scheme()
    {
        await using var server = await BimerServer.StartAsync(clock: new TestClock(), settings: TwoTriesAnAddress);
        using var browser = server.NewPlainBrowser();

        for (var n = 1; n <= 3; n++) await GuessAsync(browser.Saying(For, $"203.0.113.{n}"), n);

        (await RecordsAsync(server)).Should().Equal("person.sign-in-refused", "person.sign-in-refused", "person.sign-in-slowed");
        (await browser.Saying(Proto, "https").GetAsync("/giris")).Headers.Should().NotContainKey("Strict-Transport-Security");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.0/8")]
    public async Task A_named_proxy_speaks_for_its_visitors_and_each_is_counted_apart(string proxy)
    {
        await using var server = await BehindAsync(proxy);
        using var browser = server.NewPlainBrowser();

        for (var n = 1; n <= 3; n++) await GuessAsync(browser.Saying(For, $"203.0.113.{n}"), n);
        (await RecordsAsync(server)).Should().OnlyContain(action => action == "person.sign-in-refused");

        for (var n = 4; n <= 5; n++) await GuessAsync(browser.Saying(For, "203.0.113.1"), n);
        (await RecordsAsync(server))[^1].Should().Be("person.sign-in-slowed", "one visitor is one address, whatever stands before the proxy");
        (await browser.Saying(Proto, "https").GetAsync("/giris")).Headers.Should().ContainKey("Strict-Transport-Security");
    }

    [Fact]
    public async Task Behind_a_proxy_what_the_visitor_wrote_in_front_of_its_word_is_not_believed()
    {
        await using var server = await BehindAsync("127.0.0.1");
        using var browser = server.NewPlainBrowser();

        // The visitor sent the first address; the proxy appended the real one.
        for (var n = 1; n <= 3; n++) await GuessAsync(browser.Saying(For, $"198.51.100.{n}, 203.0.113.9"), n);

        (await RecordsAsync(server))[^1].Should().Be("person.sign-in-slowed");
    }

    [Fact]
    public async Task A_proxy_elsewhere_does_not_make_this_visitor_one()
    {
        await using var server = await BehindAsync("10.1.0.0/16");
        using var browser = server.NewPlainBrowser();

        for (var n = 1; n <= 3; n++) await GuessAsync(browser.Saying(For, $"203.0.113.{n}"), n);

        (await RecordsAsync(server))[^1].Should().Be("person.sign-in-slowed");
    }

    private static Task<BimerServer> BehindAsync(string proxy) =>
        BimerServer.StartAsync(clock: new TestClock(), settings: new Dictionary<string, string?>(TwoTriesAnAddress, StringComparer.Ordinal) { ["Bimer:Proxies:0"] = proxy });

    // Another account each time, so that only the address can be what is counted.
    private static async Task GuessAsync(PlainBrowser browser, int account) =>
        await browser.SubmitAsync("/giris", null, ("kimlik", Staff.NumberOf(account)), ("sifre", "guess"));

    private static async Task<List<string>> RecordsAsync(BimerServer server)
    {
        await using var db = await server.DbAsync();
        return await db.AuditEntries.OrderBy(a => a.Sequence).Select(a => a.Action).ToListAsync();
    }
}
