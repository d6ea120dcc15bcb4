using Bimer.Blazor.Live;

namespace Bimer.Blazor.Mailroom;

/// <summary>
/// Goes round the mailboxes: takes what waits, puts it away, rings the unit's desk. A mail that cannot be taken now stops no other, however
/// many of them lie in front, and is tried again the next time; a mailbox that cannot be read stops no other mailbox.
/// </summary>
public sealed partial class MailSweep(MailIntake intake, Mailboxes mailboxes, LiveFeed feed, TimeProvider clock, ILogger<MailSweep> logger)
{
    /// <returns>How many mails are new.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var taken = 0;
        foreach (var mailbox in mailboxes.All())
        {
            try
            {
                taken += await EmptyAsync(mailbox, ct);
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                LogSkipped(logger, mailbox.Unit.Value, fault.GetType().Name);
            }
        }

        return taken;
    }

    private async Task<int> EmptyAsync(UnitMailbox mailbox, CancellationToken ct)
    {
        var (taken, gone) = (0, 0);
        foreach (var file in mailbox.Folder.Waiting(clock.GetUtcNow()))
        {
            if (gone == mailboxes.AtOnce) break;
            ct.ThrowIfCancellationRequested();
            try
            {
                var outcome = await TakeAsync(mailbox, file, ct);
                if (outcome != MailTaken.Later) gone++;
                if (outcome == MailTaken.Kept) taken++;
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                LogLeft(logger, mailbox.Unit.Value, fault.GetType().Name);   // the name of a file may be anybody's; a message may quote it
            }
        }

        if (taken > 0) feed.Publish(LiveTopic.UnitMails(mailbox.Unit));
        return taken;
    }

    private async Task<MailTaken> TakeAsync(UnitMailbox mailbox, FileInfo file, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mail = await ArrivedMail.OfAsync(mailbox.Unit, file, mailboxes.Limits, now, ct);
        var outcome = await intake.TakeAsync(mail, now, ct);
        if (outcome != MailTaken.Later) mailbox.Folder.PutAway(file);
        return outcome;
    }

    [LoggerMessage(EventId = 6001, Level = LogLevel.Warning, Message = "A mail in the mailbox of unit {Unit} could not be taken and stays there: {Fault}")]
    private static partial void LogLeft(ILogger logger, int unit, string fault);

    [LoggerMessage(EventId = 6002, Level = LogLevel.Error, Message = "The mailbox of unit {Unit} could not be read and is tried again the next time: {Fault}")]
    private static partial void LogSkipped(ILogger logger, int unit, string fault);
}
