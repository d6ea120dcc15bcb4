using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>Which wordings may stand behind a letter: approved ones, now or once, of templates its writer reads for the unit that answers.</summary>
public sealed class TemplateWordingsOffered(TemplateReaches reaches, UnitDirectory units)
{
    /// <param name="unit">The unit that answers.</param>
    public Task<bool> WasOfferedAsync(BimerDbContext db, TemplateUse use, UnitId unit, Actor actor, CancellationToken ct) =>
        ReadFor(db, unit, reaches.Of(actor)).Where(t => t.Id == use.Template).SelectMany(t => t.Wordings)
            .AnyAsync(w => w.Version == use.Version && w.DecidedBy != null && (w.State == WordingState.InUse || w.State == WordingState.Replaced), ct);

    /// <summary>The templates a writer reads for one unit, retired ones among them.</summary>
    public IQueryable<ReplyTemplate> ReadFor(BimerDbContext db, UnitId unit, TemplateReach reach)
    {
        var institution = units.InstitutionOf(unit)?.Id;
        return db.ReplyTemplates.AsNoTracking().Where(TemplateReaches.ReadBy(reach)).Where(t =>
            t.Scope == TemplateScope.General || t.Scope == TemplateScope.Person || t.Unit == unit || (t.Scope == TemplateScope.Institution && t.Unit == institution));
    }
}
