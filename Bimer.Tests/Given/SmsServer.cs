using System.Collections.Concurrent;
using System.Net;
using Bimer.Blazor.Gateways.Sms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bimer.Tests.Given;

/// <summary>How an operator's gateway treats whoever comes next.</summary>
public enum SmsMode
{
    Takes,

    /// <summary>Answers with <see cref="SmsServer.Status"/>.</summary>
    Answers,

    /// <summary>Reads all and says nothing until the other goes.</summary>
    Hangs,

    /// <summary>Reads all and resets.</summary>
    DropsBeforeAnswer,

    /// <summary>Says yes and resets in the midst of what it says.</summary>
    CutsItsAnswer,

    /// <summary>Points elsewhere.</summary>
    Redirects,
}

/// <summary>A message as it came over the wire.</summary>
public sealed record SmsRequest(string Path, string Body, string ContentType, IReadOnlyDictionary<string, string> Headers);

/// <summary>An operator's gateway on loopback, a real Kestrel, that keeps what it gets and fails on demand.</summary>
public sealed class SmsServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<SmsRequest> _received = new();

    private SmsServer(WebApplication app) => _app = app;

    public SmsMode Mode { get; set; }

    public int Status { get; set; } = 200;

    public string Says { get; set; } = """{"status":"OK"}""";

    /// <summary>Runs when a whole message is there and nothing was said to it.</summary>
    public Func<SmsRequest, Task> StepsIn { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<SmsRequest> Received => [.. _received];

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1/sms";

    public static async Task<SmsServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new SmsServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>A client of this gateway as the settings of an institution would make it.</summary>
    public SmsOptions Options() => new() { Address = Address, Secret = "Bearer kanarya-anahtar" };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new SmsRequest(
            context.Request.Path + context.Request.QueryString, await reader.ReadToEndAsync(), context.Request.ContentType ?? "",
            context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        _received.Enqueue(request);
        await StepsIn(request);
        await (Mode switch
        {
            SmsMode.Hangs => GoneAsync(context),
            SmsMode.DropsBeforeAnswer => Task.Run(context.Abort),
            SmsMode.CutsItsAnswer => CutAsync(context),
            _ => SayAsync(context),
        });
    }

    private Task SayAsync(HttpContext context)
    {
        if (Mode == SmsMode.Redirects) context.Response.Headers.Location = Address + "/elsewhere";
        context.Response.StatusCode = Mode switch { SmsMode.Redirects => 307, SmsMode.Answers => Status, _ => 200 };
        return context.Response.WriteAsync(Says);
    }

    private async Task CutAsync(HttpContext context)
    {
        context.Response.ContentLength = 1_000;
        await context.Response.WriteAsync(Says);
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static async Task GoneAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registered = context.RequestAborted.Register(() => gone.TrySetResult());
        await gone.Task;
    }
}
