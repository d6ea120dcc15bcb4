using System.Text.Json;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Gateways.Simulated;

/// <summary>An operator that takes every well-formed message and delivers into <c>captured/sms</c>. Development and demonstrations only.</summary>
internal sealed class CapturingSmsSender(CapturedSmsBox box) : ISmsSender
{
    public async Task<SmsDelivery> SendAsync(ShortMessage message, AboutToStartData aboutToStart, CancellationToken ct)
    {
        if (!message.IsWellFormed) return SmsDelivery.Refused;

        await aboutToStart(ct);
        await box.KeepAsync(message.Number, message.Text, CancellationToken.None);
        return SmsDelivery.Accepted;
    }
}

/// <summary>What <see cref="CapturingSmsSender"/> caught, newest first; for the page that shows it in Development and for journeys.</summary>
public sealed class CapturedSmsBox(string dataPath)
{
    private readonly CaptureFolder _folder = new(Path.Combine(dataPath, "captured", "sms"), ".json");

    /// <param name="most">At most so many, the newest.</param>
    /// <param name="ct">Stops between two messages.</param>
    public async Task<IReadOnlyList<CapturedSms>> NewestFirstAsync(int most, CancellationToken ct)
    {
        var messages = new List<CapturedSms>();
        foreach (var number in _folder.NumbersNewestFirst().Take(most))
        {
            if (await _folder.ReadAsync(number, ct) is not { } file) continue;
            var content = JsonSerializer.Deserialize<Content>(file.Content)!;
            messages.Add(new CapturedSms(file.Number, file.At, content.To, content.Text));
        }
        return messages;
    }

    internal Task KeepAsync(string to, string text, CancellationToken ct) =>
        _folder.AddAsync(JsonSerializer.SerializeToUtf8Bytes(new Content(to, text)), ct);

    private sealed record Content(string To, string Text);
}

/// <summary>A caught short message.</summary>
public sealed record CapturedSms(long Number, DateTimeOffset At, string To, string Text);
