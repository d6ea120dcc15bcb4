using System.Net;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Operations;

/// <summary>What those who run the program see of it: health and logs.</summary>
public static class OperationsSetup
{
    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<HealthLimits>().BindConfiguration(HealthLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHealthChecks()
            .AddCheck<DatabaseWriteCheck>("database").AddCheck<MigrationCheck>("migrations").AddCheck<DiskCheck>("disk")
            .AddCheck<OutboxCheck>("outbox").AddCheck<KeyCheck>("keys");
        builder.Services.AddOptions<HealthCheckServiceOptions>().Configure<IOptions<HealthLimits>>((checks, limits) =>
        {
            foreach (var check in checks.Registrations) check.Timeout = limits.Value.LongestCheck;
        });
        builder.Services.AddSingleton<ReadyAnswer>();
        if (!builder.Environment.IsDevelopment()) builder.Logging.AddLinesForMachines();
        return builder;
    }

    /// <summary>Live: the process answers, nothing else is asked. Ready: every check, once a second at most, 503 when one fails.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapMethods("/health/ready", [HttpMethods.Get, HttpMethods.Head], async (HttpContext context, ReadyAnswer ready) =>
        {
            var report = await ready.GetAsync();
            context.Response.StatusCode = report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            await WriteAsync(context, report);
        }).WithMetadata(new SkipStatusCodePagesAttribute()).AllowAnonymous();
        return app;
    }

    /// <summary>One JSON object a line, UTC. No scopes: they carry request paths, which carry what people typed. The framework speaks from warnings on.</summary>
    private static void AddLinesForMachines(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddJsonConsole(json => (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (false, true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        logging.AddFilter("System", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning).AddFilter("Npgsql", LogLevel.Warning);
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var near = context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
            && context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(new
        {
            status = Word(report.Status),
            checks = report.Entries.ToDictionary(e => e.Key, e => Word(e.Value.Status), StringComparer.Ordinal),
            // What failed may name paths and settings: for the developer at this very machine only.
            details = near ? report.Entries.Where(e => e.Value.Status != HealthStatus.Healthy)
                .ToDictionary(e => e.Key, e => e.Value.Description ?? e.Value.Exception?.Message, StringComparer.Ordinal) : null,
        });
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "failed",
    };
}
