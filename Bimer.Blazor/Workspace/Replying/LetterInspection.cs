using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Shell.Html;
using Bimer.Blazor.Workspace.Replying.Drafting;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Replying;

/// <summary>
/// Looks over a letter on its writer's desk. While it is typed nothing of the applicant is compared: at typing speed the answer would be
/// a way to guess a hidden name. At sending it is, and that it hit is recorded before it is told.
/// </summary>
public sealed class LetterInspection(DraftWork work, ApplicantTraces traces, TimeProvider clock)
{
    /// <summary>What the letter as saved would be told about, the applicant's identity apart.</summary>
    public Task<Outcome<IReadOnlyList<LetterFinding>>> LookAsync(RoutingId routing, CancellationToken ct) =>
        work.LookAsync(routing, async acting => Outcome<IReadOnlyList<LetterFinding>>.FromT(Findings(await ReadAsync(acting, ct))), ct);

    /// <summary>Everything, as it is asked before the letter goes to an approver.</summary>
    public Task<Outcome<IReadOnlyList<LetterFinding>>> InspectAsync(RoutingId routing, CancellationToken ct) => work.ChangeAsync(routing, async acting =>
    {
        var read = await ReadAsync(acting, ct);
        var naming = await traces.NamingAsync(acting.Db, routing.CaseId, [.. read.Letter.Lines, .. read.FileNames, .. read.Items], ct);
        if (naming.Count > 0)
            acting.Db.Add(new AuditEntry { At = clock.GetUtcNow(), Action = "letter.named-hidden", Actor = acting.Actor.UserId, CaseId = routing.CaseId, Routing = routing, Unit = acting.Routing.To });
        return Outcome<IReadOnlyList<LetterFinding>>.FromT([.. naming.Select(line => new LetterFinding(LetterCheck.NamesApplicant, line)), .. Findings(read)]);
    }, ct);

    private static async Task<WholeLetter> ReadAsync(DraftActing acting, CancellationToken ct)
    {
        var (db, routing) = (acting.Db, acting.Routing.Id);
        var draft = await db.ReplyDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Routing == routing, ct);
        var before = draft is null ? await db.Replies.AsNoTracking().SingleOrDefaultAsync(r => r.Id == routing, ct) : null;
        var turnsAway = draft is null ? before?.InadmissibilityReason is not null || before?.NoticeCode is not null : draft.InadmissibilityReason is not null;
        var tellsProgress = draft is null ? before?.IsProgress == true : string.Equals(draft.InadmissibilityReason, ReplyDraft.Progress, StringComparison.Ordinal);
        var ground = turnsAway && !tellsProgress ? (draft is null ? before?.InadmissibilityGround : draft.InadmissibilityGround) ?? "" : "";
        var names = await db.Attachments.Where(a => a.Reply == routing).Select(a => a.Name).Concat(db.DraftFiles.Where(f => f.Reply == routing).Select(f => f.Name)).ToListAsync(ct);
        var petition = await db.Petitions.AsNoTracking().Where(p => p.CaseId == routing.CaseId).Select(p => p.Text).SingleAsync(ct);
        var html = draft?.Html ?? before?.Html ?? "";
        var items = turnsAway ? ItemDecisions.None : ItemDecisions.Of(draft is null ? before?.ItemList : draft.ItemList);
        string[] lines = [.. LinesOf(ground), .. LinesOf(SafeHtml.PlainTextOf(html)), .. ItemChoices.LinesOf(items)];
        return new WholeLetter(new LetterUnderCheck(lines, names.Count, petition, turnsAway || tellsProgress), names, TornPlaces(html)) { Items = [.. items.All.Select(one => one.Item)] };
    }

    private static IReadOnlyList<LetterFinding> Findings(WholeLetter read) => [.. LetterChecks.Of(read.Letter), .. read.Torn];

    /// <summary>A place that is half bold reads as one and is none: the system would not fill it.</summary>
    private static IReadOnlyList<LetterFinding> TornPlaces(string html) =>
        [.. LinesOf(SafeHtml.PlainTextOf(MergeFields.Without(html))).Where(MergeFields.StandIn).Select(line => new LetterFinding(LetterCheck.UnfilledPlace, line))];

    private static string[] LinesOf(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private sealed record WholeLetter(LetterUnderCheck Letter, IReadOnlyList<string> FileNames, IReadOnlyList<LetterFinding> Torn)
    {
        /// <summary>The citizen's own words the letter quotes.</summary>
        public IReadOnlyList<string> Items { get; init; } = [];
    }
}
