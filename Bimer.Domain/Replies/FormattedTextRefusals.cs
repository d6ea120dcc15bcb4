namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>A formatted text, such as a letter, is longer than it may be.</summary>
    /// <param name="Limit">The most it may have, its formatting included, in characters; inclusive.</param>
    public sealed record FormattedTextTooLong(int Limit) : Refusal;
}
