using System.Net;
using Bimer.Domain.Ports;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Gateways.Sms;

/// <summary>
/// Short messages by the operator's gateway over HTTP; every ending is told apart by whether the message had begun to leave (decision 0100). No redirect is followed and no
/// connection used twice: the framework sends a body again where a kept connection turns out to be dead.
/// </summary>
internal sealed partial class HttpSmsSender : ISmsSender, IDisposable
{
    /// <summary>Of an answer; what stands behind is not read.</summary>
    private const int LongestAnswer = 64 * 1024;

    private readonly SmsOptions _options;
    private readonly ILogger<HttpSmsSender> _logger;
    private readonly HttpClient _client;

    public HttpSmsSender(IOptions<SmsOptions> configured, ILogger<HttpSmsSender> logger)
    {
        (_options, _logger) = (configured.Value, logger);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = _options.ConnectTimeout, PooledConnectionLifetime = TimeSpan.Zero,
        }) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LongestAnswer };
    }

    public async Task<SmsDelivery> SendAsync(ShortMessage message, AboutToStartData aboutToStart, CancellationToken ct)
    {
        if (!message.IsWellFormed || !SmsTemplate.Writes(_options.Number, message.Number)) return Told(message, SmsDelivery.Refused, null);
        using var content = new FencedContent(SmsTemplate.Fill(_options, message), SmsTemplate.ContentType(_options.Form), aboutToStart, ct);
        using var request = await RequestAsync(message, content, ct);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(_options.TotalTimeout);
        try
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, time.Token);
            return Told(message, await VerdictAsync(answer, content.HasStarted), answer.StatusCode);
        }
        catch (Exception fault) when (content.Kept is null && fault is HttpRequestException or IOException or OperationCanceledException)
        {
            if (!content.HasStarted) ct.ThrowIfCancellationRequested();
            return Told(message, content.HasStarted ? SmsDelivery.Uncertain : SmsDelivery.NotReached, null);
        }
        catch (Exception) when (content.Kept is not null)
        {
            content.Kept.Throw();
            throw;
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpRequestMessage> RequestAsync(ShortMessage message, HttpContent content, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _options.Address) { Content = content, Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.ConnectionClose = true;
        request.Headers.TryAddWithoutValidation(_options.KeyHeader, message.Key.ToString("N"));
        foreach (var (name, value) in SmsHeaders.Of(_options.Headers) ?? []) request.Headers.TryAddWithoutValidation(name, value);
        var secret = _options.SecretFile.Length > 0 ? (await File.ReadAllTextAsync(_options.SecretFile, ct)).Trim() : _options.Secret;
        if (secret.Length > 0) request.Headers.TryAddWithoutValidation(_options.SecretHeader, secret);
        return request;
    }

    /// <summary>An answer that is neither yes nor a plain no says nothing: the message left.</summary>
    private async Task<SmsDelivery> VerdictAsync(HttpResponseMessage answer, bool hasStarted) => (int)answer.StatusCode switch
    {
        var status when status == _options.AcceptedStatus => await SaysYesAsync(answer) ? SmsDelivery.Accepted : SmsDelivery.Refused,
        // Of this message: not a number, not a text.
        400 or 410 or 411 or 413 or 414 or 415 or 422 => SmsDelivery.Refused,
        // Of all messages: not from us, not here, not so many, not now. Whoever looks after the gateway puts it right, and it leaves then.
        >= 300 and < 400 or 401 or 402 or 403 or 404 or 405 or 406 or 407 or 421 or 426 or 429 or 451 or 503 => SmsDelivery.NotReached,
        _ => hasStarted ? SmsDelivery.Uncertain : SmsDelivery.NotReached,
    };

    private async Task<bool> SaysYesAsync(HttpResponseMessage answer) =>
        _options.AcceptedText.Length == 0 || (await answer.Content.ReadAsStringAsync()).Contains(_options.AcceptedText, StringComparison.Ordinal);

    private SmsDelivery Told(ShortMessage message, SmsDelivery delivery, HttpStatusCode? status)
    {
        LogDelivery(message.Key, delivery, (int?)status ?? 0);
        return delivery;
    }

    [LoggerMessage(EventId = 4101, Level = LogLevel.Information, Message = "Short message {Key}: {Delivery} ({Status})")]
    private partial void LogDelivery(Guid key, SmsDelivery delivery, int status);
}
