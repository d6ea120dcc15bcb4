using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Replying;

/// <param name="DraftVersion">Of the draft that was on the writer's screen; the text itself is on the server already.</param>
public sealed record SubmitReply(CommandId Id, RoutingId Routing, int DraftVersion, string CatalogueService, UserId Approver, UnitId ApproverUnit);

/// <summary>
/// The writer sends the draft to an approver; text and files become the letter's in the same transaction. Refused, the draft stays
/// as it is.
/// </summary>
public sealed class SubmitReplyHandler(CaseWork work, SignatoryDirectory signatories, LetterSources sources, LetterInspection inspection)
{
    public async Task<Outcome> HandleAsync(SubmitReply command, CancellationToken ct)
    {
        // Before the act and not within it: that a letter named somebody stays recorded although nothing is sent. The version binds the two.
        var found = await inspection.InspectAsync(command.Routing, ct);
        if (found.Refusal is Refusal.Busy or Refusal.NotStored) return found.Refusal;   // not looked over is not sent
        return WhyStopped(found.Value ?? []) is { } stopped ? stopped : await SendAsync(command, ct);
    }

    /// <summary>Who may not write any more is told so by the act itself, which knows the second of two clicks.</summary>
    private static Refusal? WhyStopped(IReadOnlyList<LetterFinding> findings) => findings.FirstOrDefault(f => f.Stops) switch
    {
        { Check: LetterCheck.NamesApplicant } => new Refusal.LetterNamesApplicant(),
        { Check: LetterCheck.MissingAttachment } missing => new Refusal.LetterNamesMissingFile(missing.Fact),
        { } => new Refusal.LetterHasUnfilledPlace(),
        null => null,
    };

    private Task<Outcome> SendAsync(SubmitReply command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, async (caseFile, acting) =>
        {
            var routing = caseFile.RoutingOf(command.Routing);
            if (CaseFile.WhyNotWrite(routing, acting.Actor) is { } notNow) return notNow;
            if (await sources.Catalogue.WhyNotAsync(acting.Db, routing.To, command.CatalogueService, ct) is { } unfiled) return unfiled;
            var items = await ItemChoices.OfLetterAsync(acting.Db, command.Routing, caseFile, sources.Reasons, ct);
            var text = await TextAsync(acting.Db, command, caseFile, acting.Actor, ct);
            if (text.Value is not { } draft) return text.Refusal!;

            UnitId[] excluded = [.. caseFile.Exclusions.Select(x => x.Unit)];
            var nearest = await signatories.NearestAsync(acting.Db, routing.To, acting.Actor.UserId, excluded, acting.Today, ct);
            if (!nearest.Contains(new Signatory(command.Approver, command.ApproverUnit)))
                return new Refusal.NoSigningAuthority(command.Approver, command.ApproverUnit);

            var letter = new Letter(draft.Html, command.CatalogueService, await FilesAsync(acting.Db, command.Routing, ct), draft.Inadmissibility) { Template = draft.Template, IsProgress = draft.IsProgress, Items = items, Notice = draft.Notice };
            var approver = await signatories.ChoiceAsync(acting.Db, command.Approver, command.ApproverUnit, ct);
            return caseFile.SubmitReply(command.Routing, letter, approver, acting.Actor, acting.Today, acting.Now);
        }, ct);

    /// <summary>The draft that was on the screen; a letter that came back and was not touched goes as it was.</summary>
    private async Task<Outcome<WrittenText>> TextAsync(BimerDbContext db, SubmitReply command, CaseFile caseFile, Actor actor, CancellationToken ct)
    {
        var draft = await db.ReplyDrafts.SingleOrDefaultAsync(d => d.Routing == command.Routing, ct);
        if ((draft?.Version ?? 0) != command.DraftVersion) return new Refusal.DraftChanged(draft?.SavedAt);
        if (draft is not null) db.Remove(draft);
        var before = caseFile.Replies.FirstOrDefault(r => r.Id == command.Routing);
        // A draft written before a stricter release is cleaned by the rules of this one.
        var html = SafeHtml.Accept(draft?.Html ?? before?.Html);
        if (html.Refusal is { } refusal) return refusal;
        if (draft is null) return new WrittenText(html.Value!, before?.Inadmissibility, UseOf(before?.Template, before?.TemplateVersion), before?.IsProgress == true) { Notice = before?.Notice };
        var template = await KnownAsync(db, UseOf(draft.Template, draft.TemplateVersion), caseFile.RoutingOf(command.Routing), actor, ct);
        return draft.InadmissibilityReason is not { } code ? new WrittenText(html.Value!, Inadmissibility: null, template)
            : string.Equals(code, ReplyDraft.Progress, StringComparison.Ordinal) ? new WrittenText(html.Value!, Inadmissibility: null, template, IsProgress: true)
            : LetterNotice.KindOf(code) is not null ? NoticeOf(code, draft.InadmissibilityGround) is { } notice ? new WrittenText(html.Value!, Inadmissibility: null, template) { Notice = notice } : new Refusal.NoticeIncomplete()
            : sources.Reasons.Find(code, caseFile.Basis) is { } reason ? new WrittenText(html.Value!, new Inadmissibility(reason, (draft.InadmissibilityGround ?? "").Trim()), template)
            : new Refusal.InadmissibilityReasonMissing();
    }

    private static TemplateUse? UseOf(ReplyTemplateId? template, int? version) => template is { } id && version is { } wording ? new TemplateUse(id, wording) : null;

    /// <summary>The browser says which template it was: what was never offered here is none, for the approver compares the letter with it.</summary>
    private async Task<TemplateUse?> KnownAsync(BimerDbContext db, TemplateUse? use, Routing routing, Actor actor, CancellationToken ct) =>
        use is { } known && await sources.Offered.WasOfferedAsync(db, known, routing.To, actor, ct) ? use : null;

    private static LetterNotice? NoticeOf(string code, string? ground) => LetterNotice.Parse(code, (ground ?? "").Trim());

    private sealed record WrittenText(string Html, Inadmissibility? Inadmissibility, TemplateUse? Template, bool IsProgress = false)
    {
        public LetterNotice? Notice { get; init; }
    }

    /// <summary>Files from an earlier round stay with the letter; those of the draft join it.</summary>
    private static async Task<IReadOnlyList<AttachmentId>> FilesAsync(BimerDbContext db, RoutingId routing, CancellationToken ct)
    {
        var attached = await db.Attachments.Where(a => a.Reply == routing).ToListAsync(ct);
        var drafted = await db.DraftFiles.Where(f => f.Reply == routing).OrderBy(f => f.StoredAt).ThenBy(f => f.Id).ToListAsync(ct);
        var ordinal = attached.Select(a => a.Ordinal).DefaultIfEmpty().Max();
        foreach (var file in drafted)
        {
            var facts = new AttachmentFacts(file.Name, file.ContentType, file.Length, file.Sha256);
            attached.Add(new Attachment(file.Id, routing.CaseId, routing, ++ordinal, facts));
            db.Add(attached[^1]);
        }

        db.RemoveRange(drafted);
        return [.. attached.Select(a => a.Id)];
    }
}
