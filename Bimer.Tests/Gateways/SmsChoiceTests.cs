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

/// <summary>Which way short messages go is decided at start, and every mistake in the settings is told then.</summary>
public sealed class SmsChoiceTests
{
    private const string Gateway = "https://sms.kurum.gov.tr/v1/sms";

    [Fact]
    public async Task A_named_gateway_is_used_even_where_capturing_is_on()
    {
        using var host = await StartedAsync(("Bimer:Sms:Address", Gateway), ("Bimer:Simulate:Sms", "true"));
        host.Services.GetRequiredService<ISmsSender>().Should().BeOfType<HttpSmsSender>();

        using var played = await StartedAsync(("Bimer:Simulate:Sms", "true"));
        played.Services.GetRequiredService<ISmsSender>().Should().BeOfType<CapturingSmsSender>();
    }

    [Fact]
    public async Task In_Development_a_gateway_on_this_machine_needs_no_encryption()
    {
        using var host = await StartedAsync(Environments.Development, ("Bimer:Sms:Address", "http://127.0.0.1:8080/sms"));

        (await ProblemsAsync(Environments.Production, ("Bimer:Sms:Address", "http://127.0.0.1:8080/sms"))).Should().ContainSingle().Which.Should().StartWith("Bimer:Sms:Address must be https");
        (await ProblemsAsync(Environments.Development, ("Bimer:Sms:Address", "http://sms.kurum.gov.tr/"))).Should().ContainSingle().Which.Should().StartWith("Bimer:Sms:Address must be https");
    }

    [Theory]
    [InlineData("Address", "sms.kurum.gov.tr", "Address")]
    [InlineData("Address", "https://bimer:gizli@sms.kurum.gov.tr/", "Address")]
    [InlineData("Address", "https://sms.kurum.gov.tr/?to={number}", "Address")]
    [InlineData("Template", "{\"to\":\"{number}\"}", "Template")]
    [InlineData("Template", "{\"to\":{number},\"text\":{text}}", "Template")]
    [InlineData("Template", "to={number}&text={text}", "Template")]
    [InlineData("AcceptedStatus", "302", "AcceptedStatus")]
    [InlineData("KeyHeader", "Not a header", "KeyHeader")]
    [InlineData("Headers", "X-Sender BIMER", "Headers")]
    [InlineData("SecretFile", "/nowhere/at/all", "SecretFile")]
    [InlineData("TotalTimeout", "00:00:00", "TotalTimeout")]
    [InlineData("Number", "7", "Number")]
    public async Task One_mistake_is_enough_and_is_told_without_its_value(string key, string value, string named) =>
        (await ProblemsAsync(Environments.Production, ("Bimer:Sms:Address", Gateway), ($"Bimer:Sms:{key}", value))).Should().ContainSingle()
            .Which.Should().StartWith($"Bimer:Sms:{named}").And.NotContain("gizli").And.NotContain("nowhere");

    [Fact]
    public async Task A_form_is_asked_for_its_own_shape()
    {
        using var host = await StartedAsync(("Bimer:Sms:Address", Gateway), ("Bimer:Sms:Form", "Form"), ("Bimer:Sms:Template", "gsm={number}&text={text}"));

        (await ProblemsAsync(Environments.Production, ("Bimer:Sms:Address", Gateway), ("Bimer:Sms:Form", "Form"))).Should().ContainSingle().Which.Should().Contain("name=value");
    }

    private static Task<IHost> StartedAsync(params (string Key, string? Value)[] settings) => StartedAsync(Environments.Production, settings);

    private static async Task<IHost> StartedAsync(string environment, params (string Key, string? Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        // The later of two for one key counts.
        builder.Configuration.AddInMemoryCollection(settings.GroupBy(s => s.Key, StringComparer.Ordinal).Select(s => KeyValuePair.Create(s.Key, s.Last().Value)));
        builder.Services.AddSmsGateway(builder.Configuration);
        builder.Services.AddLogging();
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

    private static async Task<IReadOnlyList<string>> ProblemsAsync(string environment, params (string Key, string? Value)[] settings)
    {
        var refusal = await Record.ExceptionAsync(() => StartedAsync(environment, settings)) ?? throw new InvalidOperationException("The host started.");
        var all = refusal is AggregateException many ? many.InnerExceptions : [refusal];
        return [.. all.Cast<OptionsValidationException>().SelectMany(error => error.Failures)];
    }
}
