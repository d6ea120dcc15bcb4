using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Templates;

/// <summary>The circumstances of one change of a template.</summary>
internal sealed record TemplateActing(TemplateReach Reach, BimerDbContext Db, DateTimeOffset Now);

/// <summary>How every change of a template runs: who acts is asked anew, the change and its recorded fact are one commit, two clicks are one act.</summary>
public sealed class TemplateWork(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, TemplateReaches reaches, Committer committer, TimeProvider clock)
{
    /// <param name="act">What the fact is called: written, approved, declined, retired.</param>
    /// <param name="change">The changed template, or why not.</param>
    internal async Task<Outcome<ReplyTemplateId>> ChangeAsync(CommandId id, string act, Func<TemplateActing, Task<Outcome<ReplyTemplate>>> change, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        try
        {
            // Whoever came second asks the guards once more: they know by whom, and which short word is taken.
            return await TryAsync(id, act, actor, change, ct) ?? await TryAsync(id, act, actor, change, ct) ?? new Refusal.TemplateChanged();
        }
        catch (Exception fault) when (fault.IsPassing())
        {
            return Outcome<ReplyTemplateId>.FromRefusal(fault.WhyNot());
        }
    }

    /// <returns>None where somebody else's change came first.</returns>
    private async Task<Outcome<ReplyTemplateId>?> TryAsync(CommandId id, string act, Actor actor, Func<TemplateActing, Task<Outcome<ReplyTemplate>>> change, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        if (await AnsweredAsync(db, CommandStamp.Of(id, actor.UserId), ct) is { } before) return before;
        var changed = await change(new TemplateActing(reaches.Of(actor), db, now));
        if (changed.Value is not { } template) return changed.Refusal!;
        db.Add(TemplateFacts.Of(template, act, actor.UserId, now));
        var stamp = CommandStamp.Of(id, actor.UserId) with { Answer = template.Id.Value.ToString("N") };
        return await committer.CommitAsync(db, stamp, ct) switch
        {
            CommitResult.Committed or CommitResult.Repeated => template.Id,
            CommitResult.LostRace => null,
            var result => result.WhyNot()!,
        };
    }

    /// <summary>With its wordings, for a change; a template the person does not read is answered like none.</summary>
    internal static async Task<Outcome<ReplyTemplate>> FindAsync(TemplateActing acting, ReplyTemplateId id, CancellationToken ct) =>
        await acting.Db.ReplyTemplates.Include(t => t.Wordings.OrderBy(w => w.Version)).SingleOrDefaultAsync(t => t.Id == id, ct) is { } found && acting.Reach.Reads(found.Home, found.Keeper)
            ? found : new Refusal.NotYourTemplate();

    /// <summary>Which template the first of two clicks changed; none for the first.</summary>
    private static async Task<ReplyTemplateId?> AnsweredAsync(BimerDbContext db, CommandStamp stamp, CancellationToken ct)
    {
        var answer = await db.RememberedCommands.Where(c => c.Id == stamp.Id && c.Sender == stamp.Sender).Select(c => c.Answer).SingleOrDefaultAsync(ct);
        return answer is null ? null : new ReplyTemplateId(Guid.ParseExact(answer, "N"));
    }
}
