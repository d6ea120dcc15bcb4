namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>More items than one request takes.</summary>
    /// <param name="Most">How many it takes, inclusive.</param>
    public sealed record TooManyRequestedItems(int Most) : Refusal;

    /// <summary>One item is no short text; counts are characters as people see them.</summary>
    /// <param name="Number">Which one, from 1.</param>
    public sealed record RequestedItemTooLong(int Number, int Count, int Limit) : Refusal;

    /// <summary>Items are asked for under the Information Act alone (4982).</summary>
    public sealed record ItemsOnlyOfInformationRequests : Refusal;

    /// <summary>The items are others by now: somebody else wrote them anew.</summary>
    public sealed record ItemsChangedMeanwhile : Refusal;

    /// <summary>An answer of this unit waits for a signature, or was signed, and counts the items as they are.</summary>
    public sealed record ItemsBoundByLetter(UnitId Unit) : Refusal;

    /// <summary>The letter decides this item in no way (S54).</summary>
    public sealed record ItemUndecided(int Number) : Refusal;

    /// <summary>What is refused, whole or in part, is refused by an article of 4982 (m.12).</summary>
    public sealed record ItemNamesNoArticle(int Number) : Refusal;

    /// <summary>Of an item granted in part it is said which part is not given.</summary>
    public sealed record ItemPartUnsaid(int Number) : Refusal;

    /// <summary>The item is left to another unit, and no other unit answers this request any more or has decided that very item.</summary>
    public sealed record NobodyElseAnswersItem(int Number) : Refusal;

    /// <summary>The same at the signature: the letter goes back to its writer, who decides the item.</summary>
    /// <param name="Author">The unit that wrote the letter.</param>
    public sealed record ItemLeftToNobody(int Number, UnitId Author) : Refusal;

    /// <summary>Every item is left to other units: there is nothing to answer.</summary>
    public sealed record NoItemDecidedHere : Refusal;
}
