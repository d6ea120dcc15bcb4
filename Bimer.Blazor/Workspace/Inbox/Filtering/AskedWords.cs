using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Search;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Searching;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>What is left of a box.</summary>
/// <param name="IsCutOff">There may be more: not every envelope was compared.</param>
internal readonly record struct Narrowed<T>(IQueryable<T> Rows, bool IsCutOff = false);

/// <summary>
/// The words a filter asks for (metinde ara), over the same index as the search. What lies open is told by it alone. The rest is an envelope
/// and is told by its number, compared in the program as the search does it: no count of a filter may tell what nobody has opened.
/// </summary>
internal sealed class AskedWords
{
    /// <summary>The most envelopes that are compared, those of the nearest deadline first.</summary>
    public const int MostCompared = 2_000;

    private readonly SearchText _text;
    private readonly IQueryable<CaseFile> _holding, _open;

    private AskedWords(BimerDbContext db, Actor actor, SearchText text)
    {
        var (ids, open) = (db.HoldingAll(text, SearchScope.AskedBy(actor)), db.CasesOpenTo(actor));
        (_text, _open, _holding) = (text, open, db.Cases.Where(c => ids.Contains(c.Id)));
        Opened = _holding.Where(c => open.Any(o => o.Id == c.Id));
        Unopened = _holding.Where(c => !open.Any(o => o.Id == c.Id));
    }

    /// <summary>Cases that hold all words and lie open before the person.</summary>
    public IQueryable<CaseFile> Opened { get; }

    /// <summary>Cases that hold all words somewhere and do not.</summary>
    public IQueryable<CaseFile> Unopened { get; }

    /// <summary>None where no words are asked for.</summary>
    public static AskedWords? Of(BimerDbContext db, Actor actor, BoxFilter filter) =>
        filter.Text is { } typed && SearchText.Parse(typed).Value is { } text ? new AskedWords(db, actor, text) : null;

    /// <param name="envelopes">Of <see cref="Unopened"/> what lies in the box.</param>
    /// <returns>The cases whose words may be told.</returns>
    public async Task<Narrowed<CaseFile>> ToldAsync(IQueryable<CaseId> envelopes, CancellationToken ct)
    {
        var compared = await envelopes.Take(MostCompared + 1).ToListAsync(ct);
        CaseId[] told = [.. compared.Take(MostCompared).Where(id => _text.StandsIn(new CaseNumber(id).ToString()))];
        var open = _open;
        return new(_holding.Where(c => told.Contains(c.Id) || open.Any(o => o.Id == c.Id)), compared.Count > MostCompared);
    }
}
