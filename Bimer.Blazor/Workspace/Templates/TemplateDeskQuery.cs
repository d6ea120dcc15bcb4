using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Templates;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Templates;

/// <summary>Reads the templates of a person: those of where they work, and what waits for their signature below. Changes nothing.</summary>
public sealed class TemplateDeskQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, TemplateReaches reaches, TemplateNames names, LawRights lawRights)
{
    /// <summary>The most one list shows.</summary>
    public const int Most = 500;

    /// <returns>None for whoever is signed out.</returns>
    public async Task<TemplateDesk?> ReadAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var reach = reaches.Of(actor);
        var found = await ReadableTo(db, actor, reach).Include(t => t.Wordings.Where(w => w.State != WordingState.Replaced).OrderBy(w => w.Version))
            .OrderBy(t => t.RetiredAt != null).ThenByDescending(t => t.Id).Take(Most).ToListAsync(ct);
        var laws = await db.LawChanges.AsNoTracking().OrderByDescending(c => c.On).ToListAsync(ct);
        var figures = await FiguresAsync(db, [.. found.Select(t => t.Id)], ct);
        var lines = found.Select(t => LineOf(t, reach, laws, figures));
        return new TemplateDesk(
            [.. lines.OrderBy(l => l.IsRetired).ThenByDescending(l => l.MayDecide).ThenBy(l => TurkishSortKey.Of(l.Name), StringComparer.Ordinal)],
            await names.LawsAsync(laws, ct), lawRights.MayNote(actor));
    }

    /// <returns>Refused where the person does not read it, as if there were none.</returns>
    public async Task<Outcome<TemplateSheet>> OpenAsync(ReplyTemplateId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var reach = reaches.Of(actor);
        if (await db.ReplyTemplates.AsNoTracking().Include(t => t.Wordings.OrderBy(w => w.Version)).SingleOrDefaultAsync(t => t.Id == id, ct) is not { } template) return new Refusal.NotYourTemplate();
        if (!reach.Reads(template.Home, template.Keeper)) return new Refusal.NotYourTemplate();
        var laws = await db.LawChanges.AsNoTracking().ToListAsync(ct);
        var line = LineOf(template, reach, laws, await FiguresAsync(db, [id], ct));
        var mayRetire = !line.IsRetired && (template.Keeper == reach.Person || reach.Signs(template.Home));
        return new TemplateSheet(line, !line.IsRetired && reach.Writes(template.Home, template.Keeper), mayRetire, await names.WordingsAsync(template, reach.Person, ct));
    }

    private IQueryable<ReplyTemplate> ReadableTo(BimerDbContext db, Actor actor, TemplateReach reach)
    {
        var own = db.ReplyTemplates.AsNoTracking().Where(TemplateReaches.ReadBy(reach));
        if (reaches.SignedBy(db, actor) is not { } signed) return own;
        var below = signed.Where(t => t.Wordings.Any(w => w.State == WordingState.Proposed));
        var ids = own.Select(t => t.Id).Union(below.Select(t => t.Id));
        return db.ReplyTemplates.AsNoTracking().Where(t => ids.Contains(t.Id));
    }

    private TemplateLine LineOf(ReplyTemplate template, TemplateReach reach, List<NotedLawChange> laws, Dictionary<ReplyTemplateId, TemplateFigures> figures)
    {
        var (inUse, proposed) = (template.InUse, template.Proposed);
        return new TemplateLine(
            template.Id, template.Name, template.Shortcut, template.Scope, names.OfHome(template.Home), inUse?.Version, proposed is not null && template.RetiredAt is null,
            proposed is not null && template.RetiredAt is null && proposed.WrittenBy != reach.Person && reach.Signs(template.Home), template.RetiredAt is not null,
            inUse is null ? null : TemplateChoices.AgedBy(inUse, laws), figures.GetValueOrDefault(template.Id, TemplateFigures.None)) { IsDeclined = template.Newest?.State == WordingState.Declined };
    }

    private static async Task<Dictionary<ReplyTemplateId, TemplateFigures>> FiguresAsync(BimerDbContext db, List<ReplyTemplateId> ids, CancellationToken ct)
    {
        var wanted = ids.Select(id => (ReplyTemplateId?)id).ToList();
        IReadOnlyList<LetterMark> none = [];   // whoever sends back says why, by a note or by marks; a letter that left with its part (S38) has neither
        var now = await db.Replies.Where(r => wanted.Contains(r.Template)).GroupBy(r => r.Template)
            .Select(g => new { g.Key, Letters = g.Count(), Back = g.Count(r => r.Status == ReplyStatus.ReturnedForRevision && (r.RevisionNote != null || r.Marks != none)) }).ToListAsync(ct);
        var before = await db.EarlierLetters.Where(e => wanted.Contains(e.Template)).GroupBy(e => e.Template)
            .Select(g => new { g.Key, Rounds = g.Count(), Back = g.Count(e => e.Note != null || e.Marks != none) }).ToListAsync(ct);
        return now.Select(n => (Key: n.Key!.Value, n.Letters, Rounds: n.Letters, n.Back)).Concat(before.Select(b => (Key: b.Key!.Value, Letters: 0, b.Rounds, b.Back)))
            .GroupBy(f => f.Key).ToDictionary(g => g.Key, g => new TemplateFigures(g.Sum(f => f.Letters), g.Sum(f => f.Rounds), g.Sum(f => f.Back)));
    }
}
