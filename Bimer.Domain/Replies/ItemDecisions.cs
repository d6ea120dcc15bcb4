using System.Globalization;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Replies;

/// <summary>What becomes of one requested item (S54). Stored as numbers: never renumber.</summary>
public enum ItemOutcome
{
    /// <summary>kabul</summary>
    Granted = 1,

    /// <summary>ret</summary>
    Refused = 2,

    /// <summary>kısmen kabul: the secret part is separated (4982 m.9)</summary>
    PartlyGranted = 3,

    /// <summary>diğer birimin cevabında: another unit that has the request for action decides it</summary>
    Elsewhere = 4,
}

/// <summary>The decision about one requested item (istenen bilgi veya belge hakkında karar).</summary>
/// <param name="Item">As the letter quotes it.</param>
/// <param name="Outcome">None while it is undecided.</param>
/// <param name="Article">By which article of 4982 it is refused, as <see cref="InadmissibilityReason.ToString"/> keeps it; in a draft its code alone; empty for none.</param>
/// <param name="Note">Of one granted in part what is not given; of the others what the writer wants to say.</param>
public sealed record ItemDecision(string Item, ItemOutcome? Outcome = null, string Article = "", string Note = "")
{
    /// <summary>Longest note, in UTF-16 units.</summary>
    public const int LongestNote = 500;

    /// <summary>It is refused, whole or in part: it needs its article.</summary>
    public bool Refuses => Outcome is ItemOutcome.Refused or ItemOutcome.PartlyGranted;

    /// <summary>It is decided, and here.</summary>
    public bool IsDecided => Outcome is not (null or ItemOutcome.Elsewhere);

    /// <summary>The article with its words; none where none is named.</summary>
    public InadmissibilityReason? Reason => InadmissibilityReason.Parse(Article);

    /// <summary>What a citizen and an officer wrote belongs into no log.</summary>
    public override string ToString() => Outcome?.ToString() ?? "";
}

/// <summary>The decisions of one letter, in the order of the items. A value: two are equal where all of it is.</summary>
/// <param name="Kept">As it is kept with the letter and its draft: one line an item.</param>
public sealed record ItemDecisions(string Kept)
{
    private const char Between = '\u001f';   // no text of the product has it: cleaning takes it out

    /// <summary>The letter decides about no items.</summary>
    public static readonly ItemDecisions None = new("");

    public IReadOnlyList<ItemDecision> All => Kept.Length == 0 ? [] : [.. Kept.Split('\n').Select(Read)];

    public bool IsNone => Kept.Length == 0;

    /// <summary>Something is not given: the letter names the board and its fifteen days (4982 m.13).</summary>
    public bool Refuse => All.Any(one => one.Refuses);

    /// <summary>What follows for the request as a whole (S54); none while nothing is decided here.</summary>
    public DisclosureDecision? Proposed
    {
        get
        {
            List<ItemOutcome> here = [.. All.Select(one => one.Outcome).OfType<ItemOutcome>().Where(outcome => outcome != ItemOutcome.Elsewhere)];
            return here.Count == 0 ? null
                : here.TrueForAll(outcome => outcome == ItemOutcome.Granted) ? DisclosureDecision.Granted
                : here.TrueForAll(outcome => outcome == ItemOutcome.Refused) ? DisclosureDecision.Refused
                : DisclosureDecision.PartlyGranted;
        }
    }

    /// <summary>How many of them were decided so.</summary>
    public int CountOf(ItemOutcome outcome) => All.Count(one => one.Outcome == outcome);

    /// <summary>Reads what <see cref="Kept"/> wrote; nothing where nothing was kept.</summary>
    public static ItemDecisions Of(string? kept) => string.IsNullOrEmpty(kept) ? None : new(kept);

    public static ItemDecisions Of(IEnumerable<ItemDecision> all) => new(string.Join('\n', all.Select(Write)));

    /// <summary>These decisions laid over the items as they are now: a decision stays with the words it was made about, what is new is undecided.</summary>
    public ItemDecisions Over(RequestedItems items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var made = All.ToLookup(one => one.Item, StringComparer.Ordinal);
        return items.IsNone ? None : Of(items.All.Select((item, at) =>
            All.ElementAtOrDefault(at) is { } same && string.Equals(same.Item, item, StringComparison.Ordinal) ? same : made[item].FirstOrDefault() ?? new ItemDecision(item)));
    }

    /// <summary>What signed letters decided about the items, letter by letter in the order of their signatures; what none decided is undecided.</summary>
    public static ItemDecisions Together(RequestedItems items, IEnumerable<ItemDecisions> letters)
    {
        ArgumentNullException.ThrowIfNull(letters);
        var made = letters.SelectMany(letter => letter.All).Where(one => one.IsDecided).Reverse();
        return Of(made).Over(items);
    }

    /// <summary>Why they do not decide about these items, each of them; none where they do.</summary>
    /// <param name="others">What the other parts of the case answer.</param>
    public Refusal? WhyNotComplete(RequestedItems items, OtherAnswers others)
    {
        ArgumentNullException.ThrowIfNull(items);
        var all = All;
        if (!all.Select(one => one.Item).SequenceEqual(items.All, StringComparer.Ordinal)) return new Refusal.ItemsChangedMeanwhile();
        for (var at = 0; at < all.Count; at++)
            if (WhyNotDecided(all[at], at + 1, others) is { } refusal) return refusal;
        return all.Count > 0 && Proposed is null ? new Refusal.NoItemDecidedHere() : null;
    }

    /// <summary>The number of the first item that is left to others although none of them decides it; none where there is none.</summary>
    public int? LeftToNobody(OtherAnswers others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var at = All.ToList().FindIndex(one => one.Outcome == ItemOutcome.Elsewhere && !others.Answer(one.Item));
        return at < 0 ? null : at + 1;
    }

    /// <summary>Their number only.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{nameof(ItemDecisions)} ({All.Count})");

    /// <summary>Why this is no decision about the item with this number; none where it is.</summary>
    public static Refusal? WhyNotDecided(ItemDecision one, int number, OtherAnswers others)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(others);
        if (one.Outcome is not { } outcome || !Enum.IsDefined(outcome)) return new Refusal.ItemUndecided(number);
        if (outcome == ItemOutcome.Elsewhere && !others.Answer(one.Item)) return new Refusal.NobodyElseAnswersItem(number);
        if (one.Refuses && one.Reason is null) return new Refusal.ItemNamesNoArticle(number);
        if (outcome == ItemOutcome.PartlyGranted && string.IsNullOrWhiteSpace(one.Note)) return new Refusal.ItemPartUnsaid(number);
        return one.Note.Length > ItemDecision.LongestNote ? new Refusal.TextTooLong(one.Note.Length, ItemDecision.LongestNote) : null;
    }

    private static string Write(ItemDecision one) =>
        string.Join(Between, one.Outcome is { } outcome ? ((int)outcome).ToString(CultureInfo.InvariantCulture) : "", one.Article, one.Note.ReplaceLineEndings(" "), one.Item);

    private static ItemDecision Read(string line) =>
        line.Split(Between, 4) is [var outcome, var article, var note, var item]
            ? new(item, int.TryParse(outcome, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((ItemOutcome)number) ? (ItemOutcome)number : null, article, note)
            : new(line);
}
