using System.Net;
using Bimer.Blazor;
using Bimer.Blazor.Security;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Security;

/// <summary>Which hosts the site answers for (E11): its public addresses, what it listens on, and its own machine.</summary>
public sealed class HostNamesTests
{
    private const string Public = "Bimer:AllowedOrigins:0";

    [Fact]
    public async Task A_request_for_another_host_is_refused_before_anything_reads_it()
    {
        await using var server = await BimerServer.StartAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal) { [Public] = "https://bimer.kurum" });
        using var http = new HttpClient { BaseAddress = new Uri(server.Url) };

        foreach (var (host, status) in ((string, HttpStatusCode)[])
        [
            ("evil.invalid", HttpStatusCode.BadRequest), ("bimer.kurum.evil.invalid", HttpStatusCode.BadRequest), ("127.0.0.1.evil.invalid", HttpStatusCode.BadRequest),
            ("bimer.kurum", HttpStatusCode.OK), ("BIMER.kurum:8443", HttpStatusCode.OK), ("localhost", HttpStatusCode.OK),
        ])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };
            using var answer = await http.SendAsync(request);
            answer.StatusCode.Should().Be(status, host);
        }
    }

    [Theory]
    [InlineData("Production", "http://127.0.0.1:5080", null, null, "127.0.0.1,localhost,[::1]")]
    [InlineData("Production", "http://127.0.0.1:5080; ", null, null, "127.0.0.1,localhost,[::1]")]
    [InlineData("Production", "http://0.0.0.0:80", "https://bimer.kurum", null, "bimer.kurum,localhost,127.0.0.1,[::1]")]
    [InlineData("Production", "http://10.1.2.3:80;http://+:81", "https://bimer.kurum:8443", null, "bimer.kurum,10.1.2.3,localhost,127.0.0.1,[::1]")]
    [InlineData("Production", "http://0.0.0.0:80", null, "bimer.kurum; arka.kurum", "bimer.kurum,arka.kurum")]
    [InlineData("Development", "http://0.0.0.0:80", null, null, "*")]
    public void The_names_follow_from_the_addresses(string environment, string urls, string? origin, string? named, string expected) =>
        Names(environment, ("urls", urls), (Public, origin), ("AllowedHosts", named)).Should().Equal(expected.Split(','));

    [Theory]
    [InlineData("urls", "http://0.0.0.0:80")]
    [InlineData("urls", "http://*:80;http://127.0.0.1:5080")]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://[::]:80")]
    [InlineData("AllowedHosts", "*")]
    [InlineData("AllowedHosts", "0.0.0.0")]
    [InlineData("AllowedHosts", "bimer.kurum; [::]")]
    [InlineData("AllowedHosts", "+")]
    public void Outside_Development_a_site_that_would_answer_for_everybody_does_not_start(string key, string value)
    {
        var starting = () => Names("Production", (key, value));

        starting.Should().Throw<OptionsValidationException>().WithMessage("*AllowedHosts*Bimer:AllowedOrigins*");
    }

    [Theory]
    [InlineData("urls", "http://127.0.0.1:9", "http://127.0.0.1:9")]
    [InlineData("http_ports", "9", null)]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:9", null)]
    [InlineData("Bimer:Gate:CodeTries", "5", "http://127.0.0.1:5080")]
    public async Task A_program_that_is_not_told_where_to_listen_listens_where_the_readme_says(string key, string value, string? expected)
    {
        await using var app = BimerApp.Build(["--environment=Development"], builder =>
        {
            foreach (var elsewhere in (string[])["urls", "http_ports"]) builder.Configuration[elsewhere] = "";
            builder.Configuration[key] = value;
        });

        (app.Configuration["urls"] is { Length: > 0 } urls ? urls : null).Should().Be(expected);
    }

    private static IList<string> Names(string environment, params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration)
            .AddHostNames(new HostingEnvironment { EnvironmentName = environment }).BuildServiceProvider();
        return services.GetRequiredService<IOptions<HostFilteringOptions>>().Value.AllowedHosts;
    }
}
