using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.CaseDetail;

public sealed record TellBySms(CommandId Id, RoutingId Routing);

/// <summary>SMS ile haber ver: the citizen whose answer did not arrive by e-mail is told that it waits, once.</summary>
public sealed class TellBySmsHandler(UnitDirectory units, CaseWork work)
{
    /// <returns>Refused as <see cref="Domain.Cases.CaseFile.TellBySms"/> does, with <see cref="Refusal.NoticeNeedless"/> and <see cref="Refusal.AlreadyToldBySms"/>.</returns>
    public Task<Outcome> HandleAsync(TellBySms command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, async (caseFile, acting) =>
        {
            if (caseFile.Replies.FirstOrDefault(r => r.Id == command.Routing) is not { } reply) return new Refusal.NotFound();
            var notice = await ShortNotice.ReadAsync(acting.Db, reply.Id, ct);
            var told = caseFile.TellBySms(reply.Id, notice.Later is not null, units.LineageOf(reply.AuthorUnit), acting.Actor, acting.Now);
            if ((told.Refusal ?? notice.WhyNot) is { } refusal) return refusal;
            if (notice.Later is { } later) ShortNotice.SendAgain(later, acting.Now);
            return Outcome.Accepted;
        }, ct);
}
