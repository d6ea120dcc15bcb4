using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>What a filter offers to choose from in one box, for one person.</summary>
/// <param name="Senders">By name; no unit stands for the citizen.</param>
/// <param name="AreSendersCutOff">There may be others: then a sender is typed.</param>
public sealed record FilterOffers(IReadOnlyList<(UnitId? Unit, string? Name)> Senders, bool AreSendersCutOff = false)
{
    public static readonly FilterOffers None = new([]);

    /// <summary>The most units a list names; of more one types the name.</summary>
    public const int MostUnits = 200;

    /// <summary>Where the rows can lie, by name; empty where they all lie in one place and where there are more than <see cref="MostUnits"/>.</summary>
    public IReadOnlyList<(UnitId Unit, string Name)> Units { get; init; } = [];

    /// <summary>The units with all below them where the rows can lie; none where they all lie in one place.</summary>
    public IReadOnlyList<UnitId> Within { get; init; } = [];

    /// <summary>Who has some of the rows in hand, by name.</summary>
    public IReadOnlyList<(UserId Officer, string Name)> Holders { get; init; } = [];

    public bool AreHoldersCutOff { get; init; }

    /// <summary>Who decided or decides about letters of the rows, by name.</summary>
    public IReadOnlyList<(UserId Officer, string Name)> Approvers { get; init; } = [];

    public bool HasPlaces => Within.Count > 0;
}
