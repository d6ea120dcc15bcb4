using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Workspace.CaseDetail.Printing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail;

public sealed record ResolveUncertain(CommandId Id, RoutingId Routing, MailDecision Decision)
{
    /// <summary>Not an answer, but the paper that says where the case went: it is posted, or was not; nothing else is decided of it.</summary>
    public bool IsNotice { get; init; }

    /// <summary>Of a letter that went by post (postalandı): the day; none for today.</summary>
    public DateOnly? PostedOn { get; init; }

    /// <summary>Of such a letter: the number of the post as typed; none of an ordinary one.</summary>
    public string? PostNumber { get; init; }
}

/// <summary>A person ends what no machine may decide: whether an answer that did not surely arrive counts as sent, is sent again or went by post.</summary>
public sealed class ResolveUncertainHandler(
    IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, UncertainMails mails, CaseWork work)
{
    public Task<Outcome> HandleAsync(ResolveUncertain command, CancellationToken ct) =>
        command.Decision is MailDecision.Posted or MailDecision.NotPosted ? PostAsync(command, ct) : DecideAsync(command, ct);

    private async Task<Outcome> DecideAsync(ResolveUncertain command, CancellationToken ct)
    {
        if (command.IsNotice) return new Refusal.NotOnTheList();
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.ReadCaseAsync(command.Routing.CaseId, actor, ct) is not { } caseFile) return new Refusal.NotFound();
        if (caseFile.Replies.FirstOrDefault(r => r.Id == command.Routing) is not { } reply) return new Refusal.NotFound();
        if (!Enum.IsDefined(command.Decision)) return new Refusal.NotOnTheList();
        if (caseFile.MayResolveMail(reply.Id, units.LineageOf(reply.AuthorUnit), actor).Refusal is { } refusal) return refusal;
        return await mails.ResolveAsync(db, CommandStamp.Of(command.Id, actor.UserId), reply.Id, command.Decision, ct);
    }

    /// <summary>It stands in the history of the case too, so it is a verb on the case: both are written or neither.</summary>
    private async Task<Outcome> PostAsync(ResolveUncertain command, CancellationToken ct)
    {
        var outcome = await work.ChangeAsync(command.Id, command.Routing.CaseId, async (caseFile, acting) =>
        {
            if (SentPaper.Of(caseFile, command.Routing, command.IsNotice) is not { } paper) return new Refusal.NotFound();
            return Noted(caseFile, paper, command, acting).Refusal is { } refusal ? refusal : await UncertainMails.DecideAsync(acting.Db, (paper.Routing, paper.Mail), command.Decision, acting.Now, ct);
        }, ct);
        if (outcome.IsAccepted) mails.Tell(command.Routing.CaseId);
        return outcome;
    }

    private Outcome Noted(CaseFile caseFile, SentPaper paper, ResolveUncertain command, Acting acting)
    {
        var (unit, isUndone) = (units.LineageOf(paper.Unit), command.Decision == MailDecision.NotPosted);
        if (isUndone) return paper.IsNotice ? caseFile.UndoNoticePosting(paper.Routing, unit, acting.Actor, acting.Now) : caseFile.UndoPosting(paper.Routing, unit, acting.Actor, acting.Now);
        if (PostalNote.Of(command.PostedOn ?? acting.Today, command.PostNumber) is not { Value: { } note }) return new Refusal.PostNumberUnreadable(PostalNote.LongestNumber);
        return paper.IsNotice ? caseFile.PostNotice(paper.Routing, note, unit, acting.Actor, acting.Now) : caseFile.PostLetter(paper.Routing, note, unit, acting.Actor, acting.Now);
    }
}
