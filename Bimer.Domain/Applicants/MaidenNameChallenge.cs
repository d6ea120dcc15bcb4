namespace Bimer.Domain.Applicants;

/// <summary>
/// Which two letters of the mother's maiden name are asked, by place from 1 (anne kızlık soyadı harfleri, S4 and S15).
/// Two answers are a matching of a petition with a person, never a proof for sign-in.
/// </summary>
public sealed record MaidenNameChallenge
{
    /// <summary>The place that means "the last letter, however long the name".</summary>
    public const int LastLetter = 0;

    /// <summary>
    /// At the gate the name is not known when the places are drawn, so they lie among the first letters. Surnames of two
    /// letters exist (Er, Öz): a place past the end is answered by leaving it blank.
    /// </summary>
    public const int DrawnFromFirst = 3;

    private MaidenNameChallenge(int first, int second) => (First, Second) = (first, second);

    /// <summary>The earlier place, from 1.</summary>
    public int First { get; }

    /// <summary>The later place, or <see cref="LastLetter"/>.</summary>
    public int Second { get; }

    /// <summary>At the desk: the first and the last letter (S15).</summary>
    public static MaidenNameChallenge Desk { get; } = new(1, LastLetter);

    /// <summary>At the citizen's gate: two different places in rising order (S4).</summary>
    /// <param name="below">Draws a whole number from 0 up to, not including, its argument.</param>
    /// <param name="within">How many first letters to draw from; at least 2.</param>
    public static MaidenNameChallenge Draw(Func<int, int> below, int within = DrawnFromFirst)
    {
        ArgumentNullException.ThrowIfNull(below);
        ArgumentOutOfRangeException.ThrowIfLessThan(within, 2);
        var one = below(within) + 1;
        var other = below(within - 1) + 1;
        if (other >= one) other++;
        return new(Math.Min(one, other), Math.Max(one, other));
    }

    /// <summary>The challenge a session stored: either <see cref="Desk"/> or two rising places.</summary>
    public static MaidenNameChallenge Restore(int first, int second)
    {
        if (first == Desk.First && second == LastLetter) return Desk;
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(second, first);
        return new(first, second);
    }
}
