namespace Bimer.Domain.Replies;

/// <summary>Words of a letter an approver marked, and what is to become of them (işaret, S50).</summary>
/// <param name="Quote">The words as they stand in the letter, one space between two; wherever they stand in it.</param>
/// <param name="Remark">What is to be corrected.</param>
public sealed record LetterMark(string Quote, string Remark)
{
    /// <summary>Longest run of words, in UTF-16 units, inclusive.</summary>
    public const int LongestQuote = 300;

    /// <summary>Longest remark, in UTF-16 units, inclusive.</summary>
    public const int LongestRemark = 500;

    /// <summary>Most marks on one letter, inclusive.</summary>
    public const int Most = 30;
}

/// <summary>What an approver wants corrected (düzeltme, S50): a note, marks, or both.</summary>
public sealed record Correcting(string Note, IReadOnlyList<LetterMark> Marks)
{
    /// <summary>A note alone.</summary>
    public Correcting(string note) : this(note, []) { }
}
