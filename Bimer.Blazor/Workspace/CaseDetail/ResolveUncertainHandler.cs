using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail;

public sealed record ResolveUncertain(CommandId Id, RoutingId Routing, MailDecision Decision);

/// <summary>A person ends what no machine may decide: whether an answer that did not surely arrive counts as sent, is sent again or went by post.</summary>
public sealed class ResolveUncertainHandler(
    IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, UncertainMails mails)
{
    public async Task<Outcome> HandleAsync(ResolveUncertain command, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.ReadCaseAsync(command.Routing.CaseId, actor, ct) is not { } caseFile) return new Refusal.NotFound();
        if (caseFile.Replies.FirstOrDefault(r => r.Id == command.Routing) is not { } reply) return new Refusal.NotFound();
        var answering = units.LineageOf(reply.AuthorUnit);
        if (!Enum.IsDefined(command.Decision)) return new Refusal.NotOnTheList();
        var may = command.Decision is MailDecision.Posted or MailDecision.NotPosted ? caseFile.MayPostLetter(reply.Id, answering, actor) : caseFile.MayResolveMail(reply.Id, answering, actor);
        if (may.Refusal is { } refusal) return refusal;
        return await mails.ResolveAsync(db, CommandStamp.Of(command.Id, actor.UserId), reply.Id, command.Decision, ct);
    }
}
