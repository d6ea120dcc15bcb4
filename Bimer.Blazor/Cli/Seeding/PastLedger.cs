using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>The audit and outbox rows of a case that lived in the past: the same rows, with what left long ago already delivered.</summary>
internal static class PastLedger
{
    public static IEnumerable<object> Of(CaseFile caseFile, bool hasMail)
    {
        foreach (var happened in caseFile.Events)
        {
            yield return AuditEntries.Of(happened, WhoDid(happened));
            foreach (var message in OutboxMessages.Of(happened))
            {
                message.Status = message.Kind == OutboxKind.ReplyMail && !hasMail ? OutboxStatus.NoAddress : OutboxStatus.Sent;
                message.Attempts = 1;
                message.DecidedAt = happened.At;
                yield return message;
            }
        }

        caseFile.ClearEvents();
    }

    private static UserId? WhoDid(DomainEvent happened) => happened switch
    {
        CustodyTaken e => e.Custodian,
        CaseForwarded e => e.By,
        ReplySubmitted e => e.Author,
        ReplyReturned e => e.Approver,
        ReplyApproved e => e.Approver,
        RecipientExcluded e => e.By,
        _ => null,
    };
}
