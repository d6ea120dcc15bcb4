using System.Buffers.Binary;
using System.Security.Cryptography;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Registering.Mailing;

/// <param name="Number">Of the case it belongs to, as typed.</param>
public sealed record JoinMail(Guid Mail, string Number);

/// <summary>
/// A mail is about a petition that is recorded already (S12): the holder of that case lays it among its papers, and it leaves the queue. Done once,
/// however often it is sent: mail and case together are the identity of the command, so that of another case nobody is told that it joined.
/// </summary>
public sealed class JoinMailHandler(CaseWork work, MailJoining joining, LiveFeed feed)
{
    /// <returns>Refused as the verbs of a holder are, or with <see cref="Refusal.MailWithColleague"/>, or with what is wrong with the number.</returns>
    public async Task<Outcome> HandleAsync(JoinMail command, CancellationToken ct)
    {
        var number = CaseNumber.Parse(command.Number);
        if (number.Refusal is { } unread) return unread;
        UnitId? unit = null;
        var outcome = await work.ChangeAsync(IntentOf(command.Mail, number.Value.CaseId), number.Value.CaseId, async (caseFile, acting) =>
        {
            var joined = await joining.JoinAsync(caseFile, command.Mail, acting, ct);
            unit = joined.Value?.Unit;
            return joined.Refusal is { } refusal ? refusal : Outcome.Accepted;
        }, ct);
        if (outcome.IsAccepted && unit is { } queue) feed.Publish(LiveTopic.UnitMails(queue));
        return outcome;
    }

    private static CommandId IntentOf(Guid mail, CaseId caseId)
    {
        Span<byte> seed = stackalloc byte[24];
        mail.TryWriteBytes(seed);
        BinaryPrimitives.WriteInt64BigEndian(seed[16..], caseId.Value);
        return new CommandId(new Guid(SHA256.HashData(seed).AsSpan(0, 16)));
    }
}
