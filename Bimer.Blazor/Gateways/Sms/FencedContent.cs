using System.Net;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using System.Text;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Sms;

/// <summary>
/// A body that leaves once, and only after whoever sends it has written down that it is about to leave. Asked for by the framework when the connection and its
/// encryption stand: until then nobody was told anything.
/// </summary>
internal sealed class FencedContent : HttpContent
{
    private readonly byte[] _body;
    private readonly AboutToStartData _aboutToStart;
    private readonly CancellationToken _ct;

    public FencedContent(string body, string contentType, AboutToStartData aboutToStart, CancellationToken ct)
    {
        (_body, _aboutToStart, _ct) = (Encoding.UTF8.GetBytes(body), aboutToStart, ct);
        Headers.ContentType = new MediaTypeHeaderValue(contentType) { CharSet = "utf-8" };
    }

    /// <summary>Some of it may have left.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>What whoever sends it threw instead of letting it leave; the framework may have wrapped it.</summary>
    public ExceptionDispatchInfo? Kept { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        if (HasStarted) throw new InvalidOperationException("The body of a message leaves once.");
        try
        {
            await _aboutToStart(_ct);
        }
        catch (Exception fault)
        {
            Kept = ExceptionDispatchInfo.Capture(fault);
            throw;
        }

        HasStarted = true;
        await stream.WriteAsync(_body, CancellationToken.None);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
