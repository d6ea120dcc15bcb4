using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Bimer.Tests.Given;

/// <summary>
/// Everything the program sends to people of the staff: each answer to a request with their cookie, address, head and body, as it leaves
/// the program and not packed; each frame of their circuits, as it reaches the browser.
/// </summary>
internal sealed class StaffSurfaces : IStartupFilter
{
    private readonly ConcurrentQueue<(string Where, byte[] What)> _kept = new();
    private readonly ConcurrentDictionary<string, byte> _addresses = new(StringComparer.Ordinal);
    private int _frames;

    public int Frames => _frames;

    /// <summary>Method and path of what was answered.</summary>
    public ICollection<string> Addresses => _addresses.Keys;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((HttpContext context, RequestDelegate rest) => KeepAsync(context, rest));
        next(app);
    };

    /// <summary>To be called before the first page.</summary>
    public void Watch(Person person) => person.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
    {
        Interlocked.Increment(ref _frames);
        _kept.Enqueue(("a frame to " + person.Page.Url, frame.Binary is { Length: > 0 } binary ? binary : Encoding.UTF8.GetBytes(frame.Text ?? "")));
    };

    /// <summary>What came to them otherwise: by mail, on paper.</summary>
    public void Keep(string where, byte[] what) => _kept.Enqueue((where, what));

    /// <summary>Whether something of this kind was there at all.</summary>
    public bool Shows(string where, string words) =>
        _kept.Any(kept => string.Equals(kept.Where, where, StringComparison.Ordinal) && Encoding.UTF8.GetString(kept.What).Contains(words, StringComparison.Ordinal));

    /// <summary>What of the canary stands where.</summary>
    public async Task<IReadOnlyList<string>> FindsAsync()
    {
        // The letters of a PDF are numbers of its own fonts.
        foreach (var (where, what) in _kept.Where(k => k.What.AsSpan().StartsWith("%PDF"u8)).ToList()) Keep(where + " (words)", Encoding.UTF8.GetBytes(await PdfWords.OfAsync(what)));
        var clean = new CleanRuns();
        // A long message may come in pieces.
        var together = _kept.Where(k => k.Where.StartsWith("a frame", StringComparison.Ordinal)).GroupBy(k => k.Where, StringComparer.Ordinal)
            .Select(frames => (Where: frames.Key, What: frames.SelectMany(frame => frame.What).ToArray()));
        var all = _kept.Concat(together);
        return [.. all.DistinctBy(kept => Convert.ToHexString(SHA256.HashData(kept.What)), StringComparer.Ordinal).AsParallel()
            .SelectMany(kept => Canaries.In(kept.What, clean).Select(what => $"{what} in {kept.Where}"))];
    }

    public void Forget() => _kept.Clear();

    private async Task KeepAsync(HttpContext context, RequestDelegate rest)
    {
        if (!context.Request.Cookies.ContainsKey("bimer") || context.WebSockets.IsWebSocketRequest || context.Request.Headers.Upgrade.Count > 0)
        {
            await rest(context);
            return;
        }

        context.Request.Headers.AcceptEncoding = default;
        var client = context.Response.Body;
        using var body = new MemoryStream();
        context.Response.Body = body;
        try
        {
            await rest(context);
        }
        finally
        {
            context.Response.Body = client;
        }

        Keep(context, body.ToArray());
        if (body.Length > 0) await client.WriteAsync(body.ToArray());
    }

    private void Keep(HttpContext context, byte[] body)
    {
        var where = $"{context.Request.Method} {context.Request.Path}";
        _addresses.TryAdd(where, 0);
        var head = string.Join('\n', context.Response.Headers.Select(header => $"{header.Key}: {header.Value}"));
        _kept.Enqueue((where + " (head)", Encoding.UTF8.GetBytes(head)));
        _kept.Enqueue((where, body));
    }
}
