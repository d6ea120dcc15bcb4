namespace Bimer.Domain.Kernel;

/// <summary>Something that happened to an aggregate. Carries ids only, never a name or a text.</summary>
public abstract record DomainEvent(DateTimeOffset At);

/// <summary>A consistency boundary: changed by its own verbs, remembers what happened until it is saved.</summary>
public abstract class Aggregate
{
    private readonly List<DomainEvent> _events = [];

    public IReadOnlyList<DomainEvent> Events => _events;

    /// <summary>Forgets what happened; called once it is saved and told.</summary>
    public void ClearEvents() => _events.Clear();

    protected void Raise(DomainEvent happened) => _events.Add(happened);
}
