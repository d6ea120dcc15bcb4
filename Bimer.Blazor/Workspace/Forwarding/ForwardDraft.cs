using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>The list and what was being typed for its next line, as it is kept between two visits of the screen.</summary>
/// <param name="Picked">The unit in the box, not on the list yet.</param>
public sealed record ForwardDraft(IReadOnlyList<ForwardDraftLine> Lines, int? Picked, RoutingPurpose Purpose, Priority Priority, string Note)
{
    /// <summary>What was marked as gönderilmeyecek kurum; none in what was kept before that could be.</summary>
    public IReadOnlyList<int> Excluded { get; init; } = [];

    /// <summary>What was changed of the topics: it is done to what they are when the screen is opened again.</summary>
    public TopicChange? Topics { get; init; }

    /// <summary>The inner day (iç süre) in the box for the next line.</summary>
    public DateOnly? WantedBy { get; init; }

    public static ForwardDraft Of(ForwardBasket basket, UnitHit? picked, RoutingPurpose purpose, Priority priority, string note) => new(
        [.. basket.Lines.Select(l => new ForwardDraftLine(l.Unit.Id.Value, l.Purpose, l.Priority, l.Note) { WantedBy = l.WantedBy })], picked?.Id.Value, purpose, priority, note)
    {
        Excluded = [.. basket.Excluded.Select(x => x.Id.Value)],
    };

    /// <summary>The lines again; a unit that was closed since is left out.</summary>
    public IEnumerable<BasketLine> LinesBy(Func<UnitId, UnitHit?> find) =>
        from line in Lines ?? []   // where nothing but the note was saved
        let unit = find(new UnitId(line.Unit))
        where unit is not null
        select new BasketLine(unit, line.Purpose, line.Priority, line.Note) { WantedBy = line.WantedBy };
}

public sealed record ForwardDraftLine(int Unit, RoutingPurpose Purpose, Priority Priority, string? Note)
{
    public DateOnly? WantedBy { get; init; }
}
