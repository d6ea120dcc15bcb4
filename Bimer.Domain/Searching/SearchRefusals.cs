namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>Somebody searches for more characters than are read.</summary>
    public sealed record SearchTooLong(int Length, int Limit) : Refusal;

    /// <summary>Somebody searches for more words at once than are looked up.</summary>
    public sealed record SearchHasTooManyWords(int Count, int Limit) : Refusal;

    /// <summary>A citizen number was typed among words: it would stand in an address, and looking for a person is recorded.</summary>
    public sealed record SearchNamesSomebody : Refusal;

    /// <summary>Not a letter and not a digit was typed.</summary>
    public sealed record SearchHasNoWord : Refusal;
}
