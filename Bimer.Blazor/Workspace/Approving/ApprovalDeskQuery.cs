using Bimer.Blazor.Persistence;
using Bimer.Domain.Ports;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Approving;

/// <summary>What the approval desk shows: the petition, and the letter exactly as it waits.</summary>
/// <param name="Letter">All the letter would say if it were signed now, before the classification is chosen.</param>
/// <param name="ContentHash">What a decision binds to.</param>
/// <param name="Version">How many times it was sent for approval.</param>
/// <param name="Unit">The unit that answers; its services stand to choice.</param>
/// <param name="SignsFor">The unit in whose name the approver signs.</param>
public sealed record ApprovalDesk(
    CasePreview Case, RoutingId Routing, ReplyLetterFacts Letter, string ContentHash, int Version, string CatalogueService, string Author, UnitId Unit,
    string UnitName, UnitId SignsFor, string SignsForName, DateTimeOffset SubmittedAt, IReadOnlyList<AttachmentLine> Files)
{
    /// <summary>The letters before this one, the latest first.</summary>
    public IReadOnlyList<EarlierRound> Earlier { get; init; } = [];

    /// <summary>The template the letter began with, by its name and as it stood then (S46); none of a letter written freely.</summary>
    public (string Name, string Html)? Template { get; init; }

    /// <summary>The writer proposes not to examine the petition (İşleme Alınmayacak, S47).</summary>
    public bool IsNotExamined => Letter.Inadmissibility is not null;

    /// <summary>It tells how far things are (safahat), or of the legal time (ara yazı): there is nothing to classify.</summary>
    public bool HasNoVerdict => Letter.HasNoVerdict;

    /// <summary>The letter under one decision: a refusal names other remedies than a yes.</summary>
    public ReplyLetterFacts LetterFor(DisclosureDecision? disclosure, ReplyVerdict? verdict) =>
        Letter.Disclosure == disclosure && Letter.Verdict == verdict ? Letter : Letter with { Disclosure = disclosure, Verdict = verdict };

    /// <summary>True while text, attachments and everything around them are what another reading showed.</summary>
    public bool IsReadAs(ApprovalDesk shown) =>
        string.Equals(ContentHash, shown.ContentHash, StringComparison.Ordinal) && string.Equals(LetterHash(null, null), shown.LetterHash(null, null), StringComparison.Ordinal);

    public string LetterHash(DisclosureDecision? disclosure, ReplyVerdict? verdict) => ReplyLetter.Compose(LetterFor(disclosure, verdict), addressee: null).Hash;
}

/// <summary>Reads the letters that wait for one person's signature.</summary>
public sealed class ApprovalDeskQuery(
    IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, DecidedMeanwhile meanwhile, ApprovalDeskWriter writer)
{
    /// <summary>The letter of this case that waits for the person; of several the most urgent.</summary>
    /// <returns>Refused with the name of whoever decided, when it waited for this person and somebody was first.</returns>
    public async Task<Outcome<ApprovalDesk>> OpenAsync(CaseId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var reply = await db.RepliesAwaiting(actor).AsNoTracking().Where(r => r.CaseId == id).OrderBy(r => r.Rank).ThenBy(r => r.Id).FirstOrDefaultAsync(ct);
        if (reply is null) return await WhyNothingAsync(db, id, actor, ct);
        return await db.PreviewAsync(id, actor, ct) is { } preview ? await writer.WriteAsync(db, preview, reply, actor, ct) : new Refusal.NotFound();
    }

    /// <summary>Where a letter that was opened stands now: the desk anew while it waits, otherwise who decided.</summary>
    public async Task<Outcome<ApprovalDesk>> NowAsync(RoutingId routing, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var reply = await db.RepliesAwaiting(actor).AsNoTracking().SingleOrDefaultAsync(r => r.Id == routing, ct);
        if (reply is not null && await db.PreviewAsync(routing.CaseId, actor, ct) is { } preview) return await writer.WriteAsync(db, preview, reply, actor, ct);
        return (await meanwhile.ExplainAsync(new Refusal.NotFound(), routing, ct)).Refusal!;
    }

    private async Task<Refusal> WhyNothingAsync(BimerDbContext db, CaseId id, Actor actor, CancellationToken ct)
    {
        var decided = await db.RepliesDecidedBeside(actor).Where(r => r.CaseId == id).OrderByDescending(r => r.DecidedAt).Select(r => (RoutingId?)r.Id).FirstOrDefaultAsync(ct);
        return decided is { } routing ? (await meanwhile.ExplainAsync(new Refusal.NotFound(), routing, ct)).Refusal! : new Refusal.NotFound();
    }
}
