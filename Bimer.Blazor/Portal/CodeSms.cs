using Bimer.Domain.Ports;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Portal;

/// <summary>Puts a code into words and hands it to the operator. No name, no case: phones show a message on a locked screen.</summary>
public sealed partial class CodeSms(ISmsSender sms, IStringLocalizer<GateWords> words, ILogger<CodeSms> logger)
{
    public async Task SendAsync(Visit visit, string code, TimeSpan lifetime, CancellationToken ct)
    {
        // Kept nowhere: a code that nobody knows to have arrived is asked for anew.
        var message = new ShortMessage(Guid.CreateVersion7(), visit.Identity.Mobile, words["Sms", code, (int)lifetime.TotalMinutes]);
        var sent = await sms.SendAsync(message, static _ => Task.CompletedTask, ct);
        if (sent != SmsDelivery.Accepted) LogNotSent(logger, visit.Id, sent);
    }

    [LoggerMessage(EventId = 5001, Level = LogLevel.Warning, Message = "The code of visit {Visit} was not sent: {Outcome}")]
    private static partial void LogNotSent(ILogger logger, Guid visit, SmsDelivery outcome);
}
