using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Home;

/// <summary>What waits for one person with the least time left, and what happened last on the cases they work on or worked on.</summary>
/// <param name="Watched">The cases whose movements are told.</param>
public sealed record Overview(IReadOnlyList<DueLine> Due, DueSpread Spread, IReadOnlyList<NewsLine> News, IReadOnlyList<CaseId> Watched, DateTimeOffset At)
{
    /// <summary>What the person holds whose fee was not paid in time (vazgeçmiş sayılma önerisi).</summary>
    public IReadOnlyList<UnpaidLine> Unpaid { get; init; } = [];
}

/// <summary>How the legal time of what waits for the person is spread.</summary>
/// <param name="Late">Over.</param>
/// <param name="Soon">Ends within <see cref="SoonDays"/> days.</param>
/// <param name="Later">Ends after that.</param>
public sealed record DueSpread(int Late, int Soon, int Later)
{
    /// <summary>A week, counted from now.</summary>
    public const int SoonDays = 7;

    public int Together => Late + Soon + Later;

    public static DueSpread operator +(DueSpread one, DueSpread other) => new(one.Late + other.Late, one.Soon + other.Soon, one.Later + other.Later);
}

/// <param name="MaskedName">Initial and stars; none while the identity is hidden.</param>
/// <param name="IsLetter">A letter that waits for the person's signature, not a case they hold.</param>
public sealed record DueLine(
    CaseId Case, CaseKind Kind, string? MaskedName, string Summary, CaseTime Time, RoutingState State, bool IsLetter)
{
    public string Number => new CaseNumber(Case).ToString();
}

/// <summary>One movement, names instead of ids.</summary>
public sealed record NewsLine(
    CaseId Case, string Summary, int Sequence, MovementKind Kind, DateTimeOffset At, string? By, string? From, string? To, RoutingPurpose? Purpose,
    Priority? Priority)
{
    public string Number => new CaseNumber(Case).ToString();
}
