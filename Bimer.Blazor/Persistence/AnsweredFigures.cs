using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence;

/// <summary>What one unit answered in a period.</summary>
public sealed class AnsweredFigures
{
    public required UnitId Unit { get; init; }

    /// <summary>Signed letters that end a part: answers, and petitions that are not examined.</summary>
    public required int Answered { get; init; }

    /// <summary>Of those, petitions that are not examined (İşleme Alınmayacak, S47).</summary>
    public required int NotExamined { get; init; }
}
