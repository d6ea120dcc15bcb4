using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>A case being lived in the past, with what the ordinary path would have recorded beside it: the same rows, with what left long ago already delivered.</summary>
internal sealed class PastLife(CaseFile caseFile, bool hasMail)
{
    public CaseFile Case { get; } = caseFile;

    public List<AuditEntry> AuditEntries { get; } = [];

    public List<OutboxMessage> Messages { get; } = [];

    /// <summary>The leg that was sent out last.</summary>
    public RoutingId Latest => Case.Routings[^1].Id;

    /// <summary>One verb done by one person; a refusal means that the story is wrong.</summary>
    public void Did(Outcome outcome, UserId? by)
    {
        if (outcome.Refusal is { } refusal) throw new InvalidOperationException($"The story of case {Case.Id.Value} was refused: {refusal}");
        foreach (var happened in Case.Events)
        {
            AuditEntries.Add(Persistence.Audit.AuditEntries.Of(happened, by));
            Messages.AddRange(OutboxMessages.Of(happened).Select(message => Delivered(message, happened.At)));
        }

        Case.ClearEvents();
    }

    private OutboxMessage Delivered(OutboxMessage message, DateTimeOffset at)
    {
        message.Status = message.Kind == OutboxKind.ReplyMail && !hasMail ? OutboxStatus.NoAddress : OutboxStatus.Sent;
        message.Attempts = 1;
        message.DecidedAt = at;
        return message;
    }
}
