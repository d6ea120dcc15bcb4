using System.Globalization;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Shell;

public sealed partial class CaseWords
{
    /// <summary>What the list of an information request is called.</summary>
    public string ItemsTitle => words["ItemsTitle"];

    public string Of(ItemOutcome outcome) => Word(outcome);

    /// <summary>The decision about one item, with its article where it refuses: "Ret (4982 m.21: Özel hayatın gizliliği)".</summary>
    public string Of(ItemDecision decision) => decision switch
    {
        { Outcome: null } => words["ItemUndecided"].Value,
        { Refuses: true, Reason: { } reason, Outcome: { } outcome } => $"{Of(outcome)} ({LawOf(reason)}: {reason.Text})",
        { Outcome: { } outcome } => Of(outcome),
    };

    /// <summary>What was written with it; nothing where nothing was.</summary>
    public string NoteOf(ItemDecision decision) =>
        decision.Note.Length == 0 ? "" : words[decision.Outcome == ItemOutcome.PartlyGranted ? "ItemPart" : "ItemNote", decision.Note].Value;

    private string? ItemsFromTo(string? change) =>
        change?.Split('>') is [var before, var after] && int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? words["ItemsFromTo", from, to].Value : null;
}
