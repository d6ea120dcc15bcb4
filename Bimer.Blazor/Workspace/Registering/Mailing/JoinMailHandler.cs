using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Registering.Mailing;

/// <param name="Number">Of the case it belongs to, as typed.</param>
public sealed record JoinMail(Guid Mail, string Number);

/// <summary>
/// A mail is about a petition that is recorded already (S12): the holder of that case lays it among its papers, and it leaves the queue. Done once,
/// however often it is sent: the mail is the identity of the command, as it is of the case it could have become.
/// </summary>
public sealed class JoinMailHandler(CaseWork work, MailJoining joining, LiveFeed feed)
{
    /// <returns>Refused as the verbs of a holder are, or with <see cref="Refusal.MailWithColleague"/>, or with what is wrong with the number.</returns>
    public async Task<Outcome> HandleAsync(JoinMail command, CancellationToken ct)
    {
        var number = CaseNumber.Parse(command.Number);
        if (number.Refusal is { } unread) return unread;
        UnitId? unit = null;
        var outcome = await work.ChangeAsync(new CommandId(command.Mail), number.Value.CaseId, async (caseFile, acting) =>
        {
            var joined = await joining.JoinAsync(caseFile, command.Mail, acting, ct);
            unit = joined.Value?.Unit;
            return joined.Refusal is { } refusal ? refusal : Outcome.Accepted;
        }, ct);
        if (outcome.IsAccepted && unit is { } queue) feed.Publish(LiveTopic.UnitMails(queue));
        return outcome;
    }
}
