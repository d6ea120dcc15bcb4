using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Templates;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Bimer.Domain.Searching;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>A template as it is offered to whoever writes a letter: its name, not its text, for a desk stands open all day.</summary>
/// <param name="HomeName">The unit or institution it is for; empty of a general and of a personal one.</param>
/// <param name="Beginning">Of its text, as plain text, for a line.</param>
/// <param name="Aged">A law it names has changed since it was approved; none when none has.</param>
public sealed record TemplateChoice(TemplateUse Use, string Name, string Shortcut, TemplateScope Scope, string HomeName, string Beginning, LawChange? Aged)
{
    /// <summary>What a person wrote belongs into no log.</summary>
    public override string ToString() => nameof(TemplateChoice);
}

/// <summary>What may be put into a letter of one unit (S46): wordings in use, those nearest to the writer first.</summary>
public sealed class TemplateChoices(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, TemplateReaches reaches, TemplateWordingsOffered wordings, UnitDirectory units)
{
    /// <summary>The most a list shows: all that may be at home where one person writes.</summary>
    public const int Most = 4 * ReplyTemplate.MostAtHome;

    private const int LongestBeginning = 120, ReadOfBeginning = 1_000;

    /// <param name="unit">The unit that answers: another unit's templates are not offered, although the person may work there too.</param>
    public async Task<IReadOnlyList<TemplateChoice>> OfferedAsync(UnitId unit, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return [];
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var found = await wordings.ReadFor(db, unit, reaches.Of(actor)).Where(t => t.RetiredAt == null)
            .Join(db.TemplateWordings, t => t.Id, w => w.Template, (t, w) => new { Template = t, Wording = w }).Where(f => f.Wording.State == WordingState.InUse)
            .OrderByDescending(f => f.Template.Scope).Take(Most).Select(f => new { f.Template, f.Wording.Version, Beginning = f.Wording.Html.Substring(0, ReadOfBeginning) }).ToListAsync(ct);
        var aged = await AgedAsync(db, [.. found.Select(f => f.Template.Id)], ct);
        return
        [
            .. found.Select(f => ChoiceOf(f.Template, f.Version, f.Beginning, aged.GetValueOrDefault(f.Template.Id)))
                .OrderByDescending(c => c.Scope).ThenBy(c => TurkishSortKey.Of(c.Name), StringComparer.Ordinal),
        ];
    }

    /// <summary>The text of one that was chosen, clean.</summary>
    /// <param name="unit">The unit that answers.</param>
    /// <returns>None where another wording is in use by now, or the template is offered no more.</returns>
    public async Task<string?> WordingAsync(TemplateUse use, UnitId unit, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var html = await wordings.ReadFor(db, unit, reaches.Of(actor)).Where(t => t.Id == use.Template && t.RetiredAt == null)
            .SelectMany(t => t.Wordings).Where(w => w.Version == use.Version && w.State == WordingState.InUse).Select(w => w.Html).SingleOrDefaultAsync(ct);
        return html is null ? null : SafeHtml.Clean(html);
    }

    /// <summary>Those whose short word or a word of whose name begins like what was typed; all for nothing typed.</summary>
    public static IReadOnlyList<TemplateChoice> Matching(IReadOnlyList<TemplateChoice> offered, string typed)
    {
        string[] asked = [.. FoldedWords.In(typed).Select(w => w.Folded)];
        if (asked.Length == 0) return offered;
        return [.. offered.Where(c => asked.All(word => Words(c).Any(own => own.StartsWith(word, StringComparison.Ordinal)))).OrderBy(c => Rank(c, typed))];
    }

    /// <summary>The wording a letter began with, as it stood then, for whoever signs it; none of a letter written freely.</summary>
    public static async Task<(string Name, string Html)?> UsedAsync(BimerDbContext db, Reply reply, CancellationToken ct)
    {
        if (reply is not { Template: { } template, TemplateVersion: { } version }) return null;
        var used = await db.TemplateWordings.AsNoTracking().Where(w => w.Template == template && w.Version == version)
            .Join(db.ReplyTemplates, w => w.Template, t => t.Id, (w, t) => new { t.Name, w.Html }).SingleOrDefaultAsync(ct);
        return used is null ? null : (used.Name, used.Html);
    }

    /// <summary>The newest change of a law the wording names, since it was approved.</summary>
    public static LawChange? AgedBy(TemplateWording wording, IEnumerable<NotedLawChange> laws)
    {
        var (cited, approved) = (LawReferences.In(SafeHtml.PlainTextOf(wording.Html)), IstanbulTime.LegalDay(wording.DecidedAt ?? wording.WrittenAt));
        return laws.Select(noted => new LawChange(noted.Law, noted.On)).Where(change => change.Ages(cited, approved)).MaxBy(change => change.On);
    }

    /// <summary>Whole texts are read only of those that hold the number of a law somebody noted.</summary>
    private static async Task<Dictionary<ReplyTemplateId, LawChange?>> AgedAsync(BimerDbContext db, List<ReplyTemplateId> offered, CancellationToken ct)
    {
        var laws = await db.LawChanges.AsNoTracking().ToListAsync(ct);
        var aged = new Dictionary<ReplyTemplateId, LawChange?>();
        foreach (var law in laws.Select(noted => noted.Law).Distinct())
        {
            var number = law.ToString(CultureInfo.InvariantCulture);
            var naming = db.TemplateWordings.AsNoTracking().Where(w => w.State == WordingState.InUse && offered.Contains(w.Template) && w.Html.Contains(number));
            await foreach (var wording in naming.AsAsyncEnumerable().WithCancellation(ct)) aged[wording.Template] = AgedBy(wording, laws);
        }

        return aged;
    }

    private TemplateChoice ChoiceOf(ReplyTemplate template, int version, string beginning, LawChange? aged) => new(
        new TemplateUse(template.Id, version), template.Name, template.Shortcut, template.Scope,
        template is { Scope: TemplateScope.Unit or TemplateScope.Institution, Unit: { } home } ? units.NameOf(home) : "", Line(beginning), aged);

    private static string Line(string html) =>
        SafeHtml.PlainTextOf(html).ReplaceLineEndings(" ") is { Length: > LongestBeginning } text ? text[..LongestBeginning] + "…" : SafeHtml.PlainTextOf(html).ReplaceLineEndings(" ");

    private static IEnumerable<string> Words(TemplateChoice choice) =>
        FoldedWords.In($"{choice.Shortcut} {choice.Name}").Select(w => w.Folded);

    private static int Rank(TemplateChoice choice, string typed) => TurkishWords.Compare(choice.Shortcut, typed) == TurkishMatch.Exact ? 0 : 1;
}
