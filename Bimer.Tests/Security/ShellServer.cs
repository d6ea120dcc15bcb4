using Bimer.Blazor.Security;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Bimer.Blazor.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bimer.Tests.Security;

/// <summary>The frame alone behind a real Kestrel, and a client that sends exactly the bytes it is told: HttpClient would tidy them up.</summary>
internal sealed class ShellServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Uri _address;

    private ShellServer(WebApplication app)
    {
        _app = app;
        _address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public int Port => _address.Port;

    /// <summary>As a browser writes it.</summary>
    public string Origin => $"{_address.Scheme}://127.0.0.1:{Port}";

    public static async Task<ShellServer> StartAsync(bool https = false, params string[] allowedOrigins)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Bimer.Blazor", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(allowedOrigins.Select((o, i) => KeyValuePair.Create($"Bimer:AllowedOrigins:{i}", (string?)o)));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, listen => { if (https) listen.UseHttps(SelfSigned()); });
        });
        builder.Services.AddShell();
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseOriginGuard();
        app.UseShell();
        app.UseAntiforgery();
        app.MapShell();
        await app.StartAsync();
        return new ShellServer(app);
    }

    /// <summary>Sends one request and gives back status line and headers.</summary>
    public async Task<string> AskAsync(string requestLine, params string[] headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port);
        await using var stream = await OpenAsync(client);
        var request = new StringBuilder().Append(requestLine).Append(" HTTP/1.1\r\nHost: 127.0.0.1:").Append(Port).Append("\r\n");
        foreach (var header in headers) request.Append(header).Append("\r\n");
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request.Append("\r\n").ToString()));
        return await ReadHeadAsync(stream);
    }

    public Task<string> OpenSocketAsync(string path, params string[] headers) =>
        AskAsync(
            $"GET {path}",
            [
                "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Extensions: permessage-deflate", .. headers,
            ]);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (!string.Equals(_address.Scheme, "https", StringComparison.Ordinal)) return client.GetStream();
        var secure = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, own, _, _) => own?.Subject is "CN=localhost");
        await secure.AuthenticateAsClientAsync("localhost");
        return secure;
    }

    private static async Task<string> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer) == 1) head.Append((char)buffer[0]);
        return head.ToString();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}
