using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Mailroom;

/// <summary>
/// Goes round the mailboxes: takes what waits, puts it away, rings the unit's desk. A mail that cannot be taken now stops nobody else's
/// and is tried again the next time.
/// </summary>
public sealed partial class MailSweep(MailIntake intake, Mailboxes mailboxes, LiveFeed feed, TimeProvider clock, ILogger<MailSweep> logger)
{
    /// <returns>How many mails are new.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var taken = 0;
        foreach (var mailbox in mailboxes.All()) taken += await EmptyAsync(mailbox, ct);
        return taken;
    }

    private async Task<int> EmptyAsync(Mailbox mailbox, CancellationToken ct)
    {
        var taken = 0;
        foreach (var file in mailbox.Waiting(clock.GetUtcNow(), mailboxes.AtOnce))
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                if (await TakeAsync(mailbox, file, ct)) taken++;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DbUpdateException || fault.IsPassing())
            {
                LogLeft(logger, mailbox.Unit.Value, fault.GetType().Name);   // the name of a file may be anybody's; a message may quote it
            }
        }

        if (taken > 0) feed.Publish(LiveTopic.UnitMails(mailbox.Unit));
        return taken;
    }

    private async Task<bool> TakeAsync(Mailbox mailbox, FileInfo file, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mail = await ArrivedMail.OfAsync(mailbox.Unit, file, mailboxes.Limits, now, ct);
        var outcome = await intake.TakeAsync(mail, now, ct);
        if (outcome != MailTaken.Later) mailbox.PutAway(file);
        return outcome == MailTaken.Kept;
    }

    [LoggerMessage(EventId = 6001, Level = LogLevel.Warning, Message = "A mail in the mailbox of unit {Unit} could not be taken and stays there: {Fault}")]
    private static partial void LogLeft(ILogger logger, int unit, string fault);
}
