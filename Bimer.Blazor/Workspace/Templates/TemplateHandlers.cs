using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;
using Bimer.Blazor.Persistence.Templates;

namespace Bimer.Blazor.Workspace.Templates;

/// <summary>Keeps what was written, for use or for an approver.</summary>
/// <param name="Template">Rewritten; <see cref="TemplateDraft.New"/> for a new one.</param>
/// <param name="DraftVersion">The draft that was on the screen.</param>
public sealed record WriteTemplate(CommandId Id, ReplyTemplateId Template, int DraftVersion)
{
    /// <summary>The version that was on the screen; counts where nothing was typed, a draft names its own.</summary>
    public int BuildsOn { get; init; }
}

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
        if (draft is null && command is { DraftVersion: 0 } && command.Template != TemplateDraft.New) return await AsItStandsAsync(acting, command, ct);
        if (draft is null || draft.Version != command.DraftVersion) return new Refusal.DraftChanged(draft?.SavedAt);
        var written = await WrittenAsync(acting, draft, ct);
        if (written.Value is not { } template) return written.Refusal!;
        if (await ShortcutKeeping.WhyNotAsync(acting, template, template.Wordings[^1].Shortcut, ct) is { } taken) return taken;
        db.Remove(draft);
        return template;
    }, ct);

    /// <summary>Nothing was typed: the same words are put forward again, for somebody has read them anew.</summary>
    private static async Task<Outcome<ReplyTemplate>> AsItStandsAsync(TemplateActing acting, WriteTemplate command, CancellationToken ct)
    {
        var found = await TemplateWork.FindAsync(acting, command.Template, ct);
        if (found.Value is not { } template) return found.Refusal!;
        if (template.Newest is not { } newest) return new Refusal.TemplateTextMissing();
        var text = new TemplateText(newest.Name, newest.Shortcut, newest.Html, SafeHtml.PlainTextOf(MergeFields.Without(newest.Html)));
        return template.Rewrite(text, command.BuildsOn, acting.Reach, acting.Now).Refusal is { } refusal ? refusal : template;
    }

    private static async Task<Outcome<ReplyTemplate>> WrittenAsync(TemplateActing acting, TemplateDraft draft, CancellationToken ct)
    {
        var clean = SafeHtml.Accept(draft.Html);
        if (clean.Value is not { } html) return clean.Refusal!;
        var text = new TemplateText(draft.Name, draft.Shortcut, html, SafeHtml.PlainTextOf(MergeFields.Without(html)));
        if (draft.Template == TemplateDraft.New) return await MadeAsync(acting, new TemplateHome(draft.Scope, draft.Unit), text, ct);
        var found = await TemplateWork.FindAsync(acting, draft.Template, ct);
        if (found.Value is not { } rewritten) return found.Refusal!;
        return rewritten.Rewrite(text, draft.BuildsOn, acting.Reach, acting.Now).Refusal is { } refusal ? refusal : rewritten;
    }

    private static async Task<Outcome<ReplyTemplate>> MadeAsync(TemplateActing acting, TemplateHome home, TemplateText text, CancellationToken ct)
    {
        var made = ReplyTemplate.Write(new ReplyTemplateId(Guid.CreateVersion7()), home, text, acting.Reach, acting.Now);
        if (made.Value is not { } template) return made;
        var (scope, unit, person) = (home.Scope, home.Unit, acting.Reach.Person);
        var there = await acting.Db.ReplyTemplates.CountAsync(t => t.RetiredAt == null && t.Scope == scope && t.Unit == unit && (scope != TemplateScope.Person || t.Keeper == person), ct);
        if (there >= ReplyTemplate.MostAtHome) return new Refusal.TemplateHomeFull(there, ReplyTemplate.MostAtHome);
        acting.Db.Add(template);
        return template;
    }
}

/// <summary>A short word names one template of a home. Asked here for the sentence; of two in one moment the index lets one through, and the other is asked again.</summary>
internal static class ShortcutKeeping
{
    public static async Task<Refusal?> WhyNotAsync(TemplateActing acting, ReplyTemplate template, string word, CancellationToken ct)
    {
        if (ReplyTemplate.ShortcutKeyOf(template.Home, template.Keeper, word) is not { } key) return null;
        var id = template.Id;
        var by = await acting.Db.ReplyTemplates.Where(t => t.Id != id && t.ShortcutKey == key).Select(t => t.Name).FirstOrDefaultAsync(ct);
        return by is null ? null : new Refusal.TemplateShortcutTaken(word, by);
    }
}

/// <summary>Onayla, or Geri çevir with a note.</summary>
public sealed class DecideTemplateHandler(TemplateWork work)
{
    public Task<Outcome<ReplyTemplateId>> HandleAsync(DecideTemplate command, CancellationToken ct) => work.ChangeAsync(command.Id, command.Note is null ? "approved" : "declined", async acting =>
    {
        var found = await TemplateWork.FindAsync(acting, command.Template, ct);
        if (found.Value is not { } template) return found.Refusal!;
        var word = template.Proposed?.Shortcut ?? "";
        if (template.Decide(command.ReadHash, command.Note, acting.Reach, acting.Now).Refusal is { } refusal) return refusal;
        // Two may have asked for the same word while neither was in use.
        return command.Note is null && await ShortcutKeeping.WhyNotAsync(acting, template, word, ct) is { } taken ? taken : template;
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
