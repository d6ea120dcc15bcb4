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

    public OutboxKind Mail => MailOf(IsNotice);

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
    public Task<OutboxMessage?> UnreachedAsync(BimerDbContext db, CancellationToken ct) => UnreachedAsync(db, Routing, IsNotice, ct);

    /// <summary>As above, of a paper of which no more is known than whose it is.</summary>
    public static async Task<OutboxMessage?> UnreachedAsync(BimerDbContext db, RoutingId routing, bool isNotice, CancellationToken ct)
    {
        var kind = MailOf(isNotice);
        var mail = await db.OutboxMessages.AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == routing.CaseId && m.Routing == routing && m.Kind == kind, ct);
        return mail is not null && (_unreached.Contains(mail.Status) || (!isNotice && mail.Status == OutboxStatus.Uncertain)) ? mail : null;
    }

    private static OutboxKind MailOf(bool isNotice) => isNotice ? OutboxKind.ForwardMail : OutboxKind.ReplyMail;
}
