using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Replying;

/// <summary>What the writer has chosen about one requested item so far, and what is wrong with it, in words.</summary>
public sealed class ItemChoice(string item)
{
    public string Item => item;

    public ItemOutcome? Outcome { get; set; }

    /// <summary>Code of the article; empty while none is chosen.</summary>
    public string Article { get; set; } = "";

    public string Note { get; set; } = "";

    public string? Problem { get; set; }

    /// <summary>It is refused, whole or in part: it needs its article.</summary>
    public bool Refuses => Outcome is ItemOutcome.Refused or ItemOutcome.PartlyGranted;
}

/// <summary>The way of the decisions about items between screen, draft and letter: a draft keeps the codes of articles, a letter the articles with their words.</summary>
public static class ItemChoices
{
    // m.6 asks for a whole petition, not for a piece of information: it turns requests away and refuses no item.
    private const string OfPetitions = "m.6";

    /// <summary>The articles an item can be refused by (istisnalar, 4982 m.7 and m.15–28).</summary>
    public static IReadOnlyList<InadmissibilityReason> ExceptionsOf(InadmissibilityReasons reasons)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        return [.. reasons.Of(LegalBasis.InformationAct).Where(reason => !string.Equals(reason.Article, OfPetitions, StringComparison.Ordinal))];
    }

    public static IReadOnlyList<ItemChoice> Of(ItemDecisions decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return [.. decisions.All.Select(one => new ItemChoice(one.Item) { Outcome = one.Outcome, Article = one.Reason?.Code ?? one.Article, Note = one.Note })];
    }

    /// <summary>As the letter will have them: articles with their words.</summary>
    public static ItemDecisions Whole(IReadOnlyList<ItemChoice> choices, InadmissibilityReasons reasons) =>
        WithArticles(ItemDecisions.Of(Kept(choices)), reasons);

    /// <summary>As the draft keeps them; none where no item is listed.</summary>
    public static string? Kept(IReadOnlyList<ItemChoice> choices) =>
        choices.Count == 0 ? null : ItemDecisions.Of(choices.Select(one => new ItemDecision(one.Item, one.Outcome, one.Refuses ? one.Article : "", one.Note))).Kept;

    /// <summary>What came from a browser, cleaned; nothing is refused while it is a draft.</summary>
    internal static string? Cleaned(string? sent)
    {
        if (string.IsNullOrEmpty(sent)) return null;
        var all = ItemDecisions.Of(sent).All.Take(RequestedItems.Most);
        return ItemDecisions.Of(all.Select(one => new ItemDecision(LineOf(one.Item, 4 * RequestedItems.Longest), one.Outcome, CodeOf(one.Article), LineOf(one.Note, ItemDecision.LongestNote)))).Kept;
    }

    /// <summary>
    /// What the letter decides about the items of its case, from the draft or from the round that came back: articles with their words, as they are signed. Nothing of a
    /// letter that turns the request away, or answers nothing yet.
    /// </summary>
    internal static async Task<ItemDecisions> OfLetterAsync(BimerDbContext db, RoutingId routing, CaseFile caseFile, InadmissibilityReasons reasons, CancellationToken ct)
    {
        if (caseFile.Items.IsNone) return ItemDecisions.None;
        var draft = await db.ReplyDrafts.AsNoTracking().Where(d => d.Routing == routing).Select(d => new { d.ItemList, d.InadmissibilityReason }).SingleOrDefaultAsync(ct);
        var before = caseFile.Replies.FirstOrDefault(r => r.Id == routing);
        if (draft is null ? before is { Inadmissibility: not null } or { HasNoVerdict: true } : draft.InadmissibilityReason is not null) return ItemDecisions.None;
        var kept = draft is null ? before?.ItemList : draft.ItemList;
        var decisions = kept is null ? ItemDecisions.None.Over(caseFile.Items) : ItemDecisions.Of(kept);
        return WithArticles(decisions, reasons);
    }

    private static ItemDecisions WithArticles(ItemDecisions decisions, InadmissibilityReasons reasons) =>
        ItemDecisions.Of(decisions.All.Select(one => one with { Article = one.Refuses ? Whole(one, reasons) : "", Note = one.Note.Trim() }));

    /// <summary>What the writer wrote about items, each with its number: looked over with the letter.</summary>
    internal static IReadOnlyList<string> LinesOf(ItemDecisions decisions) =>
        [.. decisions.All.Select((one, at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at + 1}. {one.Note}"))];

    private static string Whole(ItemDecision one, InadmissibilityReasons reasons) =>
        ExceptionsOf(reasons).FirstOrDefault(reason => string.Equals(reason.Code, one.Reason?.Code ?? one.Article, StringComparison.Ordinal))?.ToString() ?? "";

    private static string CodeOf(string article) => LineOf(InadmissibilityReason.Parse(article)?.Code ?? article, Persistence.Intake.ReplyDraft.LongestReason);

    // No control character, so that nothing looks like a line of its own; half a pair would be another sign in the database.
    private static string LineOf(string text, int longest)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) line.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        var kept = line.ToString().Normalize(NormalizationForm.FormC);
        if (kept.Length <= longest) return kept;
        return char.IsHighSurrogate(kept[longest - 1]) ? kept[..(longest - 1)] : kept[..longest];
    }
}
