using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;
using Bimer.Blazor.Persistence.Templates;

namespace Bimer.Blazor.Workspace.Templates;

/// <summary>Keeps what was written, for use or for an approver.</summary>
/// <param name="Template">Rewritten; <see cref="TemplateDraft.New"/> for a new one.</param>
/// <param name="DraftVersion">The draft that was on the screen.</param>
public sealed record WriteTemplate(CommandId Id, ReplyTemplateId Template, int DraftVersion);

/// <param name="ReadHash">Of the wording that was on the screen.</param>
/// <param name="Note">Why it is declined; none puts it into use.</param>
public sealed record DecideTemplate(CommandId Id, ReplyTemplateId Template, string ReadHash, string? Note);

/// <summary>Takes a template from those who write.</summary>
public sealed record RetireTemplate(CommandId Id, ReplyTemplateId Template);

/// <summary>Şablonu kaydet: out of the draft, which is gone with it.</summary>
public sealed class WriteTemplateHandler(TemplateWork work)
{
    public Task<Outcome<ReplyTemplateId>> HandleAsync(WriteTemplate command, CancellationToken ct) => work.ChangeAsync(command.Id, "written", async acting =>
    {
        var (db, person) = (acting.Db, acting.Reach.Person);
        var draft = await db.TemplateDrafts.SingleOrDefaultAsync(d => d.Person == person && d.Template == command.Template, ct);
        if (draft is null && command is { DraftVersion: 0 } && command.Template != TemplateDraft.New) return await AsItStandsAsync(acting, command.Template, ct);
        if (draft is null || draft.Version != command.DraftVersion) return new Refusal.DraftChanged(draft?.SavedAt);
        var written = await WrittenAsync(acting, draft, ct);
        if (written.Value is not { } template) return written.Refusal!;
        if (await IsTakenAsync(acting, template, template.Wordings[^1].Shortcut, ct)) return new Refusal.TemplateShortcutTaken(template.Wordings[^1].Shortcut);
        db.Remove(draft);
        return template;
    }, ct);

    /// <summary>Nothing was typed: the same words are put forward again, for somebody has read them anew.</summary>
    private static async Task<Outcome<ReplyTemplate>> AsItStandsAsync(TemplateActing acting, ReplyTemplateId id, CancellationToken ct)
    {
        var found = await TemplateWork.FindAsync(acting, id, ct);
        if (found.Value is not { } template) return found.Refusal!;
        if (template.Newest is not { } newest) return new Refusal.TemplateTextMissing();
        var text = new TemplateText(newest.Name, newest.Shortcut, newest.Html, SafeHtml.PlainTextOf(MergeFields.Without(newest.Html)));
        return template.Rewrite(text, acting.Reach, acting.Now).Refusal is { } refusal ? refusal : template;
    }

    private static async Task<Outcome<ReplyTemplate>> WrittenAsync(TemplateActing acting, TemplateDraft draft, CancellationToken ct)
    {
        var clean = SafeHtml.Accept(draft.Html);
        if (clean.Value is not { } html) return clean.Refusal!;
        var text = new TemplateText(draft.Name, draft.Shortcut, html, SafeHtml.PlainTextOf(MergeFields.Without(html)));
        if (draft.Template == TemplateDraft.New)
        {
            var made = ReplyTemplate.Write(new ReplyTemplateId(Guid.CreateVersion7()), new TemplateHome(draft.Scope, draft.Unit), text, acting.Reach, acting.Now);
            if (made.Value is { } template) acting.Db.Add(template);
            return made;
        }

        var found = await TemplateWork.FindAsync(acting, draft.Template, ct);
        if (found.Value is not { } rewritten) return found.Refusal!;
        return rewritten.Rewrite(text, acting.Reach, acting.Now).Refusal is { } refusal ? refusal : rewritten;
    }

    private static Task<bool> IsTakenAsync(TemplateActing acting, ReplyTemplate template, string word, CancellationToken ct)
    {
        var (id, scope, unit, keeper) = (template.Id, template.Scope, template.Unit, template.Keeper);
        return word.Length == 0 ? Task.FromResult(false) : acting.Db.ReplyTemplates.AnyAsync(t =>
            t.Id != id && t.RetiredAt == null && t.Scope == scope && t.Unit == unit && (scope != TemplateScope.Person || t.Keeper == keeper) && t.Shortcut == word, ct);
    }
}

/// <summary>Onayla, or Geri çevir with a note.</summary>
public sealed class DecideTemplateHandler(TemplateWork work)
{
    public Task<Outcome<ReplyTemplateId>> HandleAsync(DecideTemplate command, CancellationToken ct) => work.ChangeAsync(command.Id, command.Note is null ? "approved" : "declined", async acting =>
    {
        var found = await TemplateWork.FindAsync(acting, command.Template, ct);
        if (found.Value is not { } template) return found.Refusal!;
        return template.Decide(command.ReadHash, command.Note, acting.Reach, acting.Now).Refusal is { } refusal ? refusal : template;
    }, ct);
}

/// <summary>Kullanımdan kaldır.</summary>
public sealed class RetireTemplateHandler(TemplateWork work)
{
    public Task<Outcome<ReplyTemplateId>> HandleAsync(RetireTemplate command, CancellationToken ct) => work.ChangeAsync(command.Id, "retired", async acting =>
    {
        var found = await TemplateWork.FindAsync(acting, command.Template, ct);
        if (found.Value is not { } template) return found.Refusal!;
        return template.Retire(acting.Reach, acting.Now).Refusal is { } refusal ? refusal : template;
    }, ct);
}
