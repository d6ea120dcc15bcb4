using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Domain.Searching;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Searching;

/// <summary>
/// The petitions of one person that lie open before somebody, the newest first. A hidden case has no row in the index and is not found by anybody,
/// whoever hid it; an envelope is not found either, since nobody has read yet whose it is.
/// </summary>
public sealed class PersonCases(IdentityVault vault, UnitDirectory units, TimeProvider clock)
{
    /// <summary>The latest of them; nobody reads further.</summary>
    public const int Most = 200;

    internal async Task<SearchPage> OfAsync(BimerDbContext db, Actor actor, NationalId number, CancellationToken ct)
    {
        var hash = vault.ByNationalId(number.Reveal());
        var hits = from known in db.IdentityLookups
                   where known.Kind == LookupKind.NationalId && known.Hash == hash
                   join c in db.CasesOpenTo(actor) on known.CaseId equals c.Id
                   where c.Concealment == IdentityConcealment.None
                   orderby c.Id descending
                   select new CaseHit(c.Id, c.Kind, c.Channel, c.Priority, c.Concealment, c.MaskedName, c.Summary, "", c.FiledAt, new CaseTime(c.Basis, c.DueOn, c.DueEndsAt, c.AwaitsFee, c.LegalDueOn), c.ClosedAt);
        var found = await hits.AsNoTracking().Take(Most + 1).ToListAsync(ct);
        return new SearchPage([.. found.Take(Most).Select(hit => new SearchRow(hit, SearchField.Number, []) { Summary = [new ExcerptPart(hit.Summary, IsFound: false)] })], HasMore: false, clock.GetUtcNow())
        {
            IsCutOff = found.Count > Most, Topics = [LiveTopic.Day, .. units.SubtreesOf(actor), .. found.Take(Most).Select(hit => LiveTopic.Case(hit.Id))],
        };
    }
}
