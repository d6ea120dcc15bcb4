using System.Text;
using Bimer.Blazor.Shell.Html;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Bimer.Blazor.Shell.Letters;

public enum DifferenceKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A run of text that stands in both versions, in the older alone or in the newer alone.</summary>
public sealed record DifferencePart(DifferenceKind Kind, string Text);

/// <summary>What became of a letter, word by word. Of words alone: how they are set is not compared.</summary>
public static class WordDifference
{
    /// <summary>Above so many words on one side whole lines are compared: two long letters without a common sentence would take seconds.</summary>
    public const int MostWords = 5_000;

    private static readonly char[] _between = [' ', '\n', '.', ',', ';', ':', '!', '?', '(', ')', '"', '“', '”'];

    public static IReadOnlyList<DifferencePart> Of(string olderHtml, string newerHtml)
    {
        var (older, newer) = (SafeHtml.PlainTextOf(olderHtml), SafeHtml.PlainTextOf(newerHtml));
        IChunker chunker = CountOf(older) > MostWords || CountOf(newer) > MostWords ? new DelimiterChunker(['\n']) : new DelimiterChunker(_between);
        var found = Differ.Instance.CreateDiffs(older, newer, ignoreWhiteSpace: false, ignoreCase: false, chunker);
        var (parts, upTo) = (new List<DifferencePart>(), 0);
        foreach (var block in Joined(found))
        {
            Add(parts, DifferenceKind.Same, found.PiecesNew, upTo, block.InsertStartB - upTo);
            Add(parts, DifferenceKind.Removed, found.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(parts, DifferenceKind.Added, found.PiecesNew, block.InsertStartB, block.InsertCountB);
            upTo = block.InsertStartB + block.InsertCountB;
        }

        Add(parts, DifferenceKind.Same, found.PiecesNew, upTo, found.PiecesNew.Count - upTo);
        return parts;
    }

    /// <summary>Changed words with nothing but a space between them are one change: nobody reads two sentences that take turns word by word.</summary>
    private static List<DiffBlock> Joined(DiffResult found)
    {
        var blocks = new List<DiffBlock>();
        foreach (var block in found.DiffBlocks)
        {
            if (blocks.Count == 0 || !IsSpace(found.PiecesNew, blocks[^1].InsertStartB + blocks[^1].InsertCountB, block.InsertStartB))
            {
                blocks.Add(block);
                continue;
            }

            var (a, b) = (blocks[^1].DeleteStartA, blocks[^1].InsertStartB);
            blocks[^1] = new DiffBlock(a, block.DeleteStartA + block.DeleteCountA - a, b, block.InsertStartB + block.InsertCountB - b);
        }

        return blocks;
    }

    private static bool IsSpace(IReadOnlyList<string> pieces, int from, int until) =>
        pieces.Skip(from).Take(until - from).All(piece => piece.All(letter => letter == ' '));

    private static void Add(List<DifferencePart> parts, DifferenceKind kind, IReadOnlyList<string> pieces, int from, int count)
    {
        if (count == 0) return;
        var text = new StringBuilder();
        for (var i = from; i < from + count; i++) text.Append(pieces[i]);
        parts.Add(new DifferencePart(kind, text.ToString()));
    }

    private static int CountOf(string text) => text.AsSpan().Count(' ');
}
