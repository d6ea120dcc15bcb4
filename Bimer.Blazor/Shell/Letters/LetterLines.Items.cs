using System.Globalization;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Shell.Letters;

internal sealed partial class LetterLines
{
    /// <summary>After the text, what was decided about each requested item (S54): a heading, then item by item its number, its words and the decision.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Items =>
        facts.Items.IsNone ? [] : [[LetterWords.Of("ItemsTitle")], .. facts.Items.All.Select((one, at) => ItemOf(one, at + 1))];

    private static IReadOnlyList<string> ItemOf(ItemDecision one, int number) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{number}. {one.Item}"), DecisionOf(one),
        .. one.Note.Length == 0 ? (string[])[] : [LetterWords.Of(one.Outcome == ItemOutcome.PartlyGranted ? "ItemPart" : "ItemNote", one.Note)],
    ];

    private static string DecisionOf(ItemDecision one)
    {
        var decision = LetterWords.Of("ItemOutcome." + one.Outcome);
        return one is { Refuses: true, Reason: { } reason }
            ? LetterWords.Of("ItemDecidedBy", decision, LetterWords.Of("Law." + reason.Law), reason.Article, reason.Text)
            : LetterWords.Of("ItemDecided", decision);
    }
}
