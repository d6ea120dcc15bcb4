using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Templates;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Templates;

/// <summary>Keeps a template on the server while it is written: each person's own, of two windows neither writes over the other unseen.</summary>
public sealed class TemplateDrafts(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, TemplateReaches reaches, TemplateNames names, TimeProvider clock)
{
    /// <summary>The id under which a new one is written.</summary>
    public static ReplyTemplateId NewOne => TemplateDraft.New;

    /// <summary>What the desk opens with: the draft, else the template as it stands.</summary>
    /// <returns>Refused where the person may not write it.</returns>
    public async Task<Outcome<TemplateWriting>> OpenAsync(ReplyTemplateId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var reach = reaches.Of(actor);
        var template = await FindAsync(db, id, reach, ct);
        if (template.Refusal is { } refusal) return refusal;
        var draft = await db.TemplateDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Person == actor.UserId && d.Template == id, ct);
        IEnumerable<TemplateHome> homes = template.Value is { } known ? [known.Home] : reach.Homes.OrderByDescending(h => h.Scope).ThenBy(h => h.Unit);
        return new TemplateWriting(FieldsOf(draft, template.Value), [.. homes.Select(h => new HomeOption(h, names.OfHome(h)))]);
    }

    /// <summary>The text the editor starts from.</summary>
    public async Task<Outcome<TemplateDraftText>> TextAsync(ReplyTemplateId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var template = await FindAsync(db, id, reaches.Of(actor), ct);
        if (template.Refusal is { } refusal) return refusal;
        var draft = await db.TemplateDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Person == actor.UserId && d.Template == id, ct);
        if (draft is not null) return new TemplateDraftText(draft.Version, draft.SavedAt, SafeHtml.Clean(draft.Html));
        return new TemplateDraftText(0, SavedAt: null, SafeHtml.Clean(template.Value?.Newest?.Html));
    }

    public Task<Outcome<TemplateDraftText>> SaveAsync(ReplyTemplateId id, int version, string html, TemplateFields fields, CancellationToken ct) => DraftTelling.TellAsync<TemplateDraftText>(async () =>
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        var clean = SafeHtml.Accept(html);
        if (clean.Value is not { } text) return clean.Refusal!;
        if (text.Length > ReplyTemplate.LongestHtml) return new Refusal.FormattedTextTooLong(ReplyTemplate.LongestHtml);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if ((await FindAsync(db, id, reaches.Of(actor), ct)).Refusal is { } refusal) return refusal;
        var draft = await db.TemplateDrafts.SingleOrDefaultAsync(d => d.Person == actor.UserId && d.Template == id, ct);
        if ((draft?.Version ?? 0) != version) return new Refusal.DraftChanged(draft?.SavedAt);
        if (draft is null) db.Add(draft = new TemplateDraft { Person = actor.UserId, Template = id });
        Take(draft, text, fields);
        await db.SaveChangesAsync(CancellationToken.None);
        return new TemplateDraftText(draft.Version, draft.SavedAt, "");
    });

    /// <summary>Taslağı sil: nothing of it is left on the server.</summary>
    /// <returns>What it was, for <see cref="RestoreAsync"/>; none where nothing was typed.</returns>
    public async Task<DroppedDraft?> ForgetAsync(ReplyTemplateId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var draft = await db.TemplateDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Person == actor.UserId && d.Template == id, ct);
        if (draft is null) return null;
        await db.TemplateDrafts.Where(d => d.Person == actor.UserId && d.Template == id).ExecuteDeleteAsync(ct);
        return new DroppedDraft(id, draft.Html, new TemplateFields(draft.Name, draft.Shortcut, draft.Scope, draft.Unit?.Value, draft.BuildsOn));
    }

    /// <summary>Vazgeç: the draft is there again; refused where another was begun meanwhile.</summary>
    public Task<Outcome<TemplateDraftText>> RestoreAsync(DroppedDraft dropped, CancellationToken ct) => SaveAsync(dropped.Template, 0, dropped.Html, dropped.Fields, ct);

    /// <summary>The wording that came between, to be read beside one's own.</summary>
    /// <returns>None where the person may not write the template, or nothing waits and nothing is in use.</returns>
    public async Task<WordingLine?> LaterAsync(ReplyTemplateId id, int buildsOn, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if ((await FindAsync(db, id, reaches.Of(actor), ct)).Value is not { } template) return null;
        return (await names.WordingsAsync(template, actor.UserId, ct)).FirstOrDefault(w => w.Version > buildsOn && w.State is (WordingState.Proposed or WordingState.InUse));
    }

    private void Take(TemplateDraft draft, string html, TemplateFields fields)
    {
        (draft.Html, draft.Name, draft.Shortcut) = (html, fields.Name, fields.Shortcut);
        (draft.Scope, draft.Unit, draft.BuildsOn, draft.SavedAt) = (fields.Scope, fields.Home.Unit, fields.BuildsOn, clock.GetUtcNow());
        draft.Version++;
    }

    private static async Task<Outcome<ReplyTemplate?>> FindAsync(BimerDbContext db, ReplyTemplateId id, TemplateReach reach, CancellationToken ct)
    {
        if (id == TemplateDraft.New) return new Outcome<ReplyTemplate?>(null, null);
        var found = await db.ReplyTemplates.AsNoTracking().Include(t => t.Wordings.OrderBy(w => w.Version)).SingleOrDefaultAsync(t => t.Id == id, ct);
        if (found is null || !reach.Writes(found.Home, found.Keeper)) return new Outcome<ReplyTemplate?>(null, new Refusal.NotYourTemplate());
        return found.RetiredAt is not null ? new Outcome<ReplyTemplate?>(null, new Refusal.TemplateRetired()) : new Outcome<ReplyTemplate?>(found, null);
    }

    private static TemplateFields FieldsOf(TemplateDraft? draft, ReplyTemplate? template) =>
        draft is not null ? new(draft.Name, draft.Shortcut, template?.Scope ?? draft.Scope, (template is null ? draft.Unit : template.Unit)?.Value, draft.BuildsOn)
        : template is not null ? new(template.Newest?.Name ?? template.Name, template.Newest?.Shortcut ?? template.Shortcut, template.Scope, template.Unit?.Value, template.Newest?.Version ?? 0)
        : new("", "", TemplateScope.Person, Unit: null);
}
