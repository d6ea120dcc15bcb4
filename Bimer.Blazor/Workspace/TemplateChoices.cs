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

/// <summary>A template as it is offered to whoever writes a letter.</summary>
/// <param name="HomeName">The unit or institution it is for; empty of a general and of a personal one.</param>
/// <param name="Aged">A law it names has changed since it was approved; none when none has.</param>
public sealed record TemplateChoice(TemplateUse Use, string Name, string Shortcut, TemplateScope Scope, string HomeName, string Html, LawChange? Aged)
{
    /// <summary>Its beginning as plain text, for a line.</summary>
    public string Beginning => SafeHtml.PlainTextOf(Html).ReplaceLineEndings(" ") is { Length: > LongestBeginning } text ? text[..LongestBeginning] + "…" : SafeHtml.PlainTextOf(Html).ReplaceLineEndings(" ");

    private const int LongestBeginning = 120;

    /// <summary>What a person wrote belongs into no log.</summary>
    public override string ToString() => nameof(TemplateChoice);
}

/// <summary>What may be put into a letter of one unit (S46): wordings in use, those nearest to the writer first.</summary>
public sealed class TemplateChoices(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, TemplateReaches reaches, TemplateWordingsOffered wordings, UnitDirectory units)
{
    /// <summary>The most a list shows.</summary>
    public const int Most = 300;

    /// <param name="unit">The unit that answers: another unit's templates are not offered, although the person may work there too.</param>
    public async Task<IReadOnlyList<TemplateChoice>> OfferedAsync(UnitId unit, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return [];
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var found = await wordings.ReadFor(db, unit, reaches.Of(actor)).Where(t => t.RetiredAt == null)
            .Join(db.TemplateWordings, t => t.Id, w => w.Template, (t, w) => new { Template = t, Wording = w }).Where(f => f.Wording.State == WordingState.InUse)
            .OrderByDescending(f => f.Template.Scope).Take(Most).ToListAsync(ct);
        var laws = await db.LawChanges.AsNoTracking().ToListAsync(ct);
        return
        [
            .. found.Select(f => ChoiceOf(f.Template, f.Wording, laws))
                .OrderByDescending(c => c.Scope).ThenBy(c => TurkishSortKey.Of(c.Name), StringComparer.Ordinal),
        ];
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

    private TemplateChoice ChoiceOf(ReplyTemplate template, TemplateWording wording, IReadOnlyList<NotedLawChange> laws) => new(
        new TemplateUse(template.Id, wording.Version), template.Name, template.Shortcut, template.Scope,
        template is { Scope: TemplateScope.Unit or TemplateScope.Institution, Unit: { } home } ? units.NameOf(home) : "", SafeHtml.Clean(wording.Html), AgedBy(wording, laws));

    private static IEnumerable<string> Words(TemplateChoice choice) =>
        FoldedWords.In($"{choice.Shortcut} {choice.Name}").Select(w => w.Folded);

    private static int Rank(TemplateChoice choice, string typed) => TurkishWords.Compare(choice.Shortcut, typed) == TurkishMatch.Exact ? 0 : 1;
}
