using Bimer.Blazor.Gateways.Mail;
using Bimer.Blazor.Gateways.Simulated;
using Bimer.Blazor.Gateways.Sms;
using Bimer.Domain.Ports;
using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Gateways;

public sealed class GatewayChoiceTests
{
    private static readonly Dictionary<string, string?> Working = new(StringComparer.Ordinal)
    {
        ["Bimer:Smtp:Host"] = "posta.example",
        ["Bimer:Smtp:FromAddress"] = "cevap@bimer.example",
        ["Bimer:Simulate:Sms"] = "true",
    };

    [Fact]
    public async Task A_named_server_is_used_even_where_capturing_is_on()
    {
        using var host = await StartedAsync(With(("Bimer:Simulate:Mail", "true")));

        host.Services.GetRequiredService<IMailSender>().Should().BeOfType<SmtpMailSender>();
    }

    [Fact]
    public async Task Without_a_server_mail_is_captured_where_that_is_configured()
    {
        using var host = await StartedAsync(With(("Bimer:Smtp:Host", null), ("Bimer:Simulate:Mail", "true")));

        host.Services.GetRequiredService<IMailSender>().Should().BeOfType<CapturingMailSender>();
        host.Services.GetRequiredService<ISmsSender>().Should().BeOfType<CapturingSmsSender>();
    }

    [Fact]
    public async Task Without_either_the_host_does_not_start_and_names_both()
    {
        var starting = () => StartedAsync([]);

        var problems = await ProblemsAsync(starting);
        problems.Should().Contain(problem => problem.Contains("Bimer:Smtp:Host", StringComparison.Ordinal));
        problems.Should().Contain(problem => problem.Contains("Bimer:Simulate:Sms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_mistakes_are_listed_at_once()
    {
        var problems = await ProblemsAsync(() => StartedAsync(With(
            ("Bimer:Smtp:Host", "not a host"), ("Bimer:Smtp:Port", "70000"), ("Bimer:Smtp:FromAddress", "ö"), ("Bimer:Smtp:ReplyTimeout", "00:00:00"),
            ("Bimer:Smtp:UserName", "u"), ("Bimer:Smtp:Security", "None"), ("Bimer:Smtp:TrustedAuthorities", "nowhere.pem"), ("Bimer:Smtp:LargestMessage", "1"))));

        string[] named = ["Host", "Port", "FromAddress", "ReplyTimeout", "Password", "Security", "TrustedAuthorities", "LargestMessage"];
        named.Should().OnlyContain(name => problems.Any(problem => problem.StartsWith("Bimer:Smtp:", StringComparison.Ordinal) && problem.Contains(name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Bimer:Smtp:Port", "0")]
    [InlineData("Bimer:Smtp:Security", "7")]
    [InlineData("Bimer:Smtp:FromAddress", "")]
    [InlineData("Bimer:Smtp:TotalTimeout", "-00:00:01")]
    [InlineData("Bimer:Smtp:FinalReplyTimeout", "02:00:00")]
    [InlineData("Bimer:Smtp:ConnectTimeout", "00:00:00")]
    [InlineData("Bimer:Smtp:Password", "without a user")]
    public async Task One_mistake_is_enough(string key, string value) =>
        (await ProblemsAsync(() => StartedAsync(With((key, value))))).Should().ContainSingle().Which.Should().Contain(key.Split(':')[^1]);

    private static Dictionary<string, string?> With(params (string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(Working, StringComparer.Ordinal);
        foreach (var (key, value) in changes) settings[key] = value;
        return settings;
    }

    private static async Task<IHost> StartedAsync(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddMailGateway(builder.Configuration).AddSmsGateway(builder.Configuration);
        var host = builder.Build();
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(Func<Task<IHost>> starting)
    {
        var refusal = await Record.ExceptionAsync(starting) ?? throw new InvalidOperationException("The host started.");
        var all = refusal is AggregateException many ? many.InnerExceptions : [refusal];
        return [.. all.Cast<OptionsValidationException>().SelectMany(error => error.Failures)];
    }
}
