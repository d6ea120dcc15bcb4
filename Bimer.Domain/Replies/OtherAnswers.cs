namespace Bimer.Domain.Replies;

/// <summary>What the other parts of a case answer (diğer birimlerin cevabı): to whom one letter may leave an item (S54).</summary>
/// <param name="AreComing">Another part sent for action is open: its answer is still to come.</param>
/// <param name="Decided">The items signed letters of other parts decided, by their words.</param>
public sealed record OtherAnswers(bool AreComing, IReadOnlySet<string> Decided)
{
    /// <summary>Nobody else answers.</summary>
    public static readonly OtherAnswers None = new(AreComing: false, new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Another answer decides this item, or can still.</summary>
    public bool Answer(string item) => AreComing || Decided.Contains(item);
}
