using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Ports;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Replying;

/// <summary>Opens the answering screen for the holder of a part.</summary>
public sealed class ReplyDeskQuery(
    IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, SignatoryDirectory signatories, UnitDirectory units, OfficerDirectory officers)
{
    /// <returns>Refused when the person may not write this letter now, with the reason.</returns>
    public async Task<Outcome<ReplyDesk>> OpenAsync(CaseId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.PreviewAsync(id, actor, ct) is not { } preview) return new Refusal.NotFound();
        var parts = await db.Routings.AsNoTracking().Where(r => r.CaseId == id).OrderBy(r => r.Id).ToListAsync(ct);
        var own = HeldParts.ToActOn(parts, actor);
        if (own.Value is not { } part) return own.Refusal!;
        if (CaseFile.WhyNotWrite(part, actor) is { } refusal) return refusal;

        var reply = await db.Replies.AsNoTracking().SingleOrDefaultAsync(r => r.Id == part.Id, ct);
        var signed = await db.Replies.AsNoTracking().Where(r => r.CaseId == id && r.Status == ReplyStatus.Approved && r.ItemList != null).ToListAsync(ct);
        var draft = await db.ReplyDrafts.AsNoTracking().Where(d => d.Routing == part.Id).Select(d => new { d.CatalogueService, d.Approver, d.InadmissibilityReason, d.InadmissibilityGround, d.Template, d.TemplateVersion, d.ItemList }).SingleOrDefaultAsync(ct);
        var service = draft?.CatalogueService is { Length: > 0 } drafted ? drafted : reply?.CatalogueService ?? "";
        return new ReplyDesk(preview, part.Id, part.To, units.NameOf(part.To), await ApproversAsync(db, part, actor, ct),
            draft?.Approver ?? reply?.Approver, service, await RevisionAsync(reply, ct))
        {
            Template = UseOf(draft is null ? reply?.Template : draft.Template, draft is null ? reply?.TemplateVersion : draft.TemplateVersion),
            IsHidden = await db.Cases.AnyAsync(c => c.Id == id && c.Concealment != IdentityConcealment.None, ct),
            Reason = draft is null ? ActOf(reply) : draft.InadmissibilityReason,
            Items = ItemDecisions.Of(draft is null ? reply?.ItemList : draft.ItemList).Over(preview.Items),
            Others = CaseFile.OthersAnswer(parts, signed, part.Id),
            Ground = (draft is null ? reply?.InadmissibilityGround : draft.InadmissibilityGround) ?? "",
        };
    }

    private static TemplateUse? UseOf(ReplyTemplateId? template, int? version) => template is { } id && version is { } wording ? new TemplateUse(id, wording) : null;

    /// <summary>The text the editor starts from, for the person who may write it.</summary>
    public async Task<Outcome<DraftText>> TextAsync(RoutingId routing, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var visible = db.CasesVisibleTo(actor);
        var part = await db.Routings.AsNoTracking().SingleOrDefaultAsync(r => r.Id == routing && visible.Any(c => c.Id == r.CaseId), ct);
        if (part is null) return new Refusal.NotFound();
        if (CaseFile.WhyNotWrite(part, actor) is { } refusal) return refusal;

        var draft = await db.ReplyDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Routing == routing, ct);
        if (draft is not null) return new DraftText(draft.Version, draft.SavedAt, SafeHtml.Clean(draft.Html), draft.InadmissibilityReason, draft.InadmissibilityGround);
        var reply = await db.Replies.AsNoTracking().SingleOrDefaultAsync(r => r.Id == routing, ct);
        return new DraftText(0, SavedAt: null, SafeHtml.Clean(reply?.Html), ActOf(reply), reply?.InadmissibilityGround);
    }

    private static string? ActOf(Reply? reply) => reply?.IsProgress == true ? ReplyDraft.Progress : reply?.NoticeCode ?? reply?.Inadmissibility?.Reason.Code;

    /// <summary>The files that would go with the letter: of an earlier round first, then those of the draft.</summary>
    public async Task<IReadOnlyList<AttachmentLine>> FilesAsync(RoutingId routing, CancellationToken ct)
    {
        var text = await TextAsync(routing, ct);
        if (!text.IsAccepted) return [];
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var attached = await db.FilesOfAsync(routing.CaseId, routing, ct);
        var drafted = await db.DraftFiles.AsNoTracking().Where(f => f.Reply == routing).OrderBy(f => f.StoredAt).ThenBy(f => f.Id)
            .Select(f => new AttachmentLine(f.Id, f.Name, f.Length)).ToListAsync(ct);
        return [.. attached, .. drafted];
    }

    private async Task<IReadOnlyList<ApproverOption>> ApproversAsync(BimerDbContext db, Routing part, Actor actor, CancellationToken ct)
    {
        var excluded = await db.Exclusions.AsNoTracking().Where(x => x.CaseId == part.CaseId).Select(x => x.Unit).ToListAsync(ct);
        var nearest = await signatories.NearestAsync(db, part.To, actor.UserId, excluded, actor.On, ct);
        await officers.LoadAsync(nearest.Select(s => s.Person), ct);
        return
        [
            .. nearest.Select(s => new ApproverOption(s.Person, s.Unit, officers.NameOf(s.Person), units.NameOf(s.Unit)))
                .OrderBy(option => TurkishSortKey.Of(option.Name), StringComparer.Ordinal),
        ];
    }

    private async Task<RevisionAsked?> RevisionAsync(Reply? reply, CancellationToken ct) =>
        reply is { Status: ReplyStatus.ReturnedForRevision, DecidedBy: { } by, DecidedAt: { } at } && (reply.RevisionNote is not null || reply.Marks.Count > 0)
            ? new RevisionAsked(reply.RevisionNote, reply.Marks, await officers.NameOfAsync(by, ct), at)
            : null;
}
