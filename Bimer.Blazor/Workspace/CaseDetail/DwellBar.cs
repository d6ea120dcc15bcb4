namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>One stay as a piece of the bar, in thousandths of it.</summary>
public readonly record struct DwellPiece(int From, int Width, bool IsMine);

/// <summary>The time at each unit as one bar (S59): as wide as it lasted, and none so short that it cannot be seen.</summary>
public static class DwellBar
{
    public const int Whole = 1_000;
    private const int Least = 8;
    private const int Between = 3;

    public static IReadOnlyList<DwellPiece> Of(IReadOnlyList<DwellPart> stays)
    {
        if (stays.Count == 0) return [];
        var least = Math.Min(Least, Whole / (2 * stays.Count));   // of very many the bar keeps half for how long they lasted
        var shared = Whole - (least * stays.Count);
        var together = stays.Sum(SecondsOf);
        var (pieces, before) = (new List<DwellPiece>(stays.Count), 0L);
        foreach (var (stay, index) in stays.Select((stay, index) => (stay, index)))
        {
            var from = (index * least) + (int)(before * shared / together);
            before += SecondsOf(stay);
            var until = ((index + 1) * least) + (int)(before * shared / together);
            pieces.Add(new DwellPiece(from, Math.Max(1, until - from - (index == stays.Count - 1 ? 0 : Between)), stay.IsMine));
        }

        return pieces;
    }

    private static long SecondsOf(DwellPart stay) => Math.Max(1, (long)(stay.Until - stay.From).TotalSeconds);
}
