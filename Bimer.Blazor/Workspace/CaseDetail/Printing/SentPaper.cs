using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>Which of the two papers a command asks for, and whose it is: a signed letter of the unit that answered, or the notice of the unit that sent the case on.</summary>
/// <param name="Unit">That unit.</param>
internal sealed record SentPaper(RoutingId Routing, UnitId Unit, bool IsNotice)
{
    private static readonly OutboxStatus[] _unreached = [OutboxStatus.NoAddress, OutboxStatus.Failed, OutboxStatus.Returned, OutboxStatus.Posted];

    public OutboxKind Mail => IsNotice ? OutboxKind.ForwardMail : OutboxKind.ReplyMail;

    /// <returns>None where there is no such paper: nothing signed, or no part that a unit sent on.</returns>
    public static SentPaper? Of(CaseFile caseFile, RoutingId routing, bool isNotice) =>
        isNotice ? caseFile.Routings.FirstOrDefault(r => r.Id == routing) is { From: { } from } ? new(routing, from, isNotice) : null
        : caseFile.Replies.FirstOrDefault(r => r.Id == routing && r.Status == ReplyStatus.Approved) is { } reply ? new(routing, reply.AuthorUnit, isNotice) : null;

    public Outcome MayPost(CaseFile caseFile, UnitLineage unit, Actor actor) =>
        IsNotice ? CaseFile.MayPostNotice(unit, actor) : caseFile.MayPostLetter(Routing, unit, actor);

    public Outcome Lay(CaseFile caseFile, string name, UnitLineage unit, Acting acting) => IsNotice
        ? caseFile.LayNotice(Routing, name, unit, acting.Actor, acting.Now)
        : caseFile.LayLetter(Routing, name, unit, acting.Actor, acting.Now);

    /// <summary>The mail that did not arrive, or of which nobody knows; of a notice whose mail may have arrived no second one is sent.</summary>
    public async Task<OutboxMessage?> UnreachedAsync(BimerDbContext db, CancellationToken ct)
    {
        var (routing, kind) = (Routing, Mail);
        var mail = await db.OutboxMessages.AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == routing.CaseId && m.Routing == routing && m.Kind == kind, ct);
        return mail is not null && (_unreached.Contains(mail.Status) || (!IsNotice && mail.Status == OutboxStatus.Uncertain)) ? mail : null;
    }
}
