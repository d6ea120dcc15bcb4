using Bimer.Blazor.Mime;
using Bimer.Blazor.Persistence.Outbox;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Mailroom.Bounces;

/// <summary>
/// Goes through the mailbox of bounces. No person reads it: what lies there quotes addresses, also of those who are hidden. A report that comes
/// before its mail is settled waits; one that cannot be read stops no other.
/// </summary>
public sealed partial class BounceSweep(ReturnedMails mails, IOptions<MailIntakeOptions> options, TimeProvider clock, ILogger<BounceSweep> logger)
{
    /// <summary>A report is short; what it carries back of the mail itself is never read.</summary>
    private const int LargestReport = 4 * 1024 * 1024;

    private readonly BounceReader _reader = new(new MimeLimits(LargestReport));

    /// <returns>How many mails are known now to have come back.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (options.Value.BounceFolder.Length == 0) return 0;
        var (folder, returned) = (new MailFolder(options.Value.BounceFolder), 0);
        foreach (var file in folder.Waiting(clock.GetUtcNow()))
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                var outcome = await TakeAsync(file, ct);
                if (outcome != MailReturn.TooEarly) folder.PutAway(file);
                if (outcome == MailReturn.Noted) returned++;
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                LogLeft(logger, fault.GetType().Name);   // the name of a file may be anybody's; a message may quote it
            }
        }

        return returned;
    }

    private async Task<MailReturn> TakeAsync(FileInfo file, CancellationToken ct)
    {
        if (file.Length > LargestReport) return MailReturn.Nothing;
        if (_reader.Read(await File.ReadAllBytesAsync(file.FullName, ct)) is not { } bounce) return MailReturn.Nothing;
        var outcome = await mails.NoteAsync(bounce.Message, bounce.Code, ct);
        if (outcome == MailReturn.Noted) LogReturned(logger, bounce.Message, bounce.Code);
        return outcome;
    }

    [LoggerMessage(EventId = 6010, Level = LogLevel.Information, Message = "Outbox {MessageId} came back ({Code})")]
    private static partial void LogReturned(ILogger logger, Guid messageId, string code);

    [LoggerMessage(EventId = 6011, Level = LogLevel.Warning, Message = "A report in the mailbox of bounces could not be taken and stays there: {Fault}")]
    private static partial void LogLeft(ILogger logger, string fault);
}
