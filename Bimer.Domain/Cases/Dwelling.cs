using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>What a case did at a unit for a while.</summary>
public enum StayKind
{
    /// <summary>In the inbox, opened by nobody (kurum kutusunda).</summary>
    Waiting,

    /// <summary>In somebody's hands (zimmette).</summary>
    Held,

    /// <summary>In somebody's hands, put on hold (beklemede). The legal time goes on.</summary>
    OnHold,

    /// <summary>Its letter lay before the approvers (onayda).</summary>
    AtApproval,
}

/// <summary>A while during which one part lay at one unit with one person (S59).</summary>
/// <param name="Person">None while it waited, and while a letter lay before the approvers.</param>
/// <param name="From">Included.</param>
/// <param name="Until">Excluded.</param>
public sealed record Stay(UnitId Unit, UserId? Person, StayKind Kind, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Whole seconds. Counted between the seconds both ends fall into, so that stays that follow one another add up without a remainder.</summary>
    public long Seconds => Until.ToUnixTimeSeconds() - From.ToUnixTimeSeconds();
}

/// <summary>One way through the units, from the first to where it ended or lies (dal): its stays follow one another without a gap.</summary>
public sealed record CaseBranch(RoutingId Leaf, IReadOnlyList<Stay> Stays)
{
    /// <summary>From its beginning to its end, in seconds: what its stays add up to.</summary>
    public long Age => Stays[^1].Until.ToUnixTimeSeconds() - Stays[0].From.ToUnixTimeSeconds();
}

/// <summary>Where a case was for how long, along each of its branches (birim ve kişilerde geçen süre, S59).</summary>
public static class Dwelling
{
    /// <summary>A branch for every part nothing came out of, in the order of the parts.</summary>
    /// <param name="parts">All parts of one case.</param>
    /// <param name="movements">Its history, in any order.</param>
    /// <param name="closedAt">When the case closed: whoever reads a copy later kept nothing waiting.</param>
    /// <param name="now">Until when a part that is open has lain there.</param>
    public static IReadOnlyList<CaseBranch> Of(IReadOnlyCollection<Routing> parts, IReadOnlyCollection<Movement> movements, DateTimeOffset? closedAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(movements);
        var (byId, turns, end) = (parts.ToDictionary(part => part.Id), movements.ToLookup(m => m.Routing), closedAt < now ? closedAt.Value : now);
        var parents = parts.Select(part => part.Parent).OfType<RoutingId>().ToHashSet();
        return [.. parts.Where(part => !parents.Contains(part.Id)).OrderBy(part => part.Id)
            .Select(leaf => new CaseBranch(leaf.Id, [.. LineOf(leaf, byId).SelectMany(part => StaysOf(part, turns[part.Id], end))]))];
    }

    private static Stack<Routing> LineOf(Routing leaf, Dictionary<RoutingId, Routing> parts)
    {
        var line = new Stack<Routing>();
        for (var at = leaf; at is not null; at = at.Parent is { } parent ? parts[parent] : null) line.Push(at);
        return line;
    }

    private static IEnumerable<Stay> StaysOf(Routing part, IEnumerable<Movement> movements, DateTimeOffset closing)
    {
        var end = part.EndedAt is { } ended && ended < closing ? ended : closing;
        if (end < part.SentAt) end = part.SentAt;   // it was sent as the case closed
        var (from, kind, person) = (part.SentAt, StayKind.Waiting, (UserId?)null);
        foreach (var (at, next) in TurnsOf(part, movements))
        {
            if (at <= from && kind == next) continue;
            var until = at > end ? end : at;
            if (until > from) yield return new Stay(part.To, person, kind, from, until);
            (from, kind, person) = (until, next, next == StayKind.AtApproval ? null : part.Custodian);
        }

        yield return new Stay(part.To, person, kind, from, end);
    }

    private static IEnumerable<(DateTimeOffset At, StayKind Kind)> TurnsOf(Routing part, IEnumerable<Movement> movements)
    {
        if (part.OpenedAt is not { } opened) yield break;
        yield return (opened, StayKind.Held);
        foreach (var movement in movements.OrderBy(m => m.Sequence))
        {
            if (KindAfter(movement.Kind) is { } kind) yield return (movement.At, kind);
        }
    }

    private static StayKind? KindAfter(MovementKind movement) => movement switch
    {
        MovementKind.ReplySubmitted => StayKind.AtApproval,
        MovementKind.PutOnHold => StayKind.OnHold,
        MovementKind.ReplyReturned or MovementKind.Resumed => StayKind.Held,
        _ => null,
    };
}
