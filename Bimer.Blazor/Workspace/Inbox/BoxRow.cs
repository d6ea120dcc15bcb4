using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>One line of a box: facts without words, so that readers of any language share it.</summary>
/// <param name="MaskedName">Initial and stars; none while the identity is hidden.</param>
/// <param name="Summary">First sentence of the text.</param>
/// <param name="From">The sending unit; none when the citizen sent it.</param>
/// <param name="ReceivedOn">From this day the time runs, and is told; a letter may be recorded later.</param>
/// <param name="DueEndsAt">The first instant that is too late.</param>
/// <param name="AwaitsFee">A fee was told and is not paid: the last day is the last to pay it (ücret bekleniyor).</param>
/// <param name="LegalDueOn">The last day by law where it is a later one (4982 m.7).</param>
public sealed record BoxRow(
    RoutingId Routing, long Rank, CaseKind Kind, IntakeChannel Channel, RoutingPurpose Purpose, Priority Priority, string? MaskedName,
    string Summary, UnitId? From, DateTimeOffset FiledAt, DateOnly ReceivedOn, DateOnly DueOn, DateTimeOffset DueEndsAt, DateTimeOffset? ClosedAt, bool AwaitsFee = false, DateOnly? LegalDueOn = null)
{
    /// <summary>The day by which the open part, or of what was sent on the first of its open parts, is wanted (iç süre); none for none.</summary>
    public DateOnly? WantedBy { get; init; }

    /// <summary>Where it went; none while it lies in the reader's own hands or unit.</summary>
    public BoxOnward? Onward { get; init; }

    /// <summary>What happened on the case last; told where the reader follows it.</summary>
    public BoxMove? Moved { get; init; }

    /// <summary>Of what is on hold: until when, probably, and when the holder wants to be reminded.</summary>
    public BoxHold? Hold { get; init; }

    /// <summary>Where it lies and with whom; told where the reader looks over many units.</summary>
    public BoxLies? Lies { get; init; }

    public CaseNumber Number => new(Routing.CaseId);

    /// <summary>Where it stands in an order that was asked for; none in that of the box.</summary>
    public BoxMark? Place { get; init; }

    public BoxMark Mark => Place ?? new(Rank, Routing);

    public LegalBasis Basis => Kind.Basis();

    public CaseTime Time => new(Basis, DueOn, DueEndsAt, AwaitsFee, LegalDueOn);
}

/// <summary>Where a part went when its holder let go of it, and when.</summary>
/// <param name="To">The unit it was forwarded to, the first of several; for a letter the unit whose approvers decide.</param>
/// <param name="Others">How many further units it was forwarded to by the same act.</param>
/// <param name="Person">The approver: who decided, before that who was asked; none for what was forwarded.</param>
public sealed record BoxOnward(UnitId To, int Others, string? Person, DateTimeOffset At);

/// <summary>Where an open part is.</summary>
/// <param name="Holder">Who holds it; none while nobody has opened it.</param>
/// <param name="Onlooker">Who looked into it without taking it; told while nobody holds it.</param>
/// <param name="Since">Since when its holder has it; while nobody holds it, when it came.</param>
public sealed record BoxLies(UnitId At, RoutingState State, string? Holder, string? Onlooker, DateTimeOffset Since);

/// <summary>The last movement of a case, as its sentence needs it.</summary>
/// <param name="Who">Who did it; none when the citizen or the system did.</param>
public sealed record BoxMove(
    MovementKind Kind, DateTimeOffset At, string? Who, UnitId? From, UnitId? To, RoutingPurpose? Purpose, Priority? Priority);

/// <summary>What the box tells of a hold.</summary>
/// <param name="RemindOn">The reminder's day; none for none.</param>
public sealed record BoxHold(DateOnly ExpectedOn, DateOnly? RemindOn);

/// <summary>A place in a box: its order, smallest first, made unique by the leg.</summary>
public readonly record struct BoxMark(long Rank, RoutingId Routing) : IComparable<BoxMark>
{
    /// <summary>What is compared first where another order was asked for; the same for all rows of a box in its own.</summary>
    public long Order { get; init; }

    /// <summary>What is compared next, where it is a word.</summary>
    public string? Word { get; init; }

    public int CompareTo(BoxMark other)
    {
        if (Order != other.Order) return Order.CompareTo(other.Order);
        if (string.CompareOrdinal(Word, other.Word) is not 0 and var words) return words;
        return Rank == other.Rank ? Routing.CompareTo(other.Routing) : Rank.CompareTo(other.Rank);
    }

    public static bool operator <(BoxMark left, BoxMark right) => left.CompareTo(right) < 0;
    public static bool operator >(BoxMark left, BoxMark right) => left.CompareTo(right) > 0;
    public static bool operator <=(BoxMark left, BoxMark right) => left.CompareTo(right) <= 0;
    public static bool operator >=(BoxMark left, BoxMark right) => left.CompareTo(right) >= 0;
}

/// <summary>Which part of a box is asked for.</summary>
/// <param name="After">The last row that is there already, excluded; none for the beginning.</param>
/// <param name="Take">The most rows, included.</param>
public sealed record BoxSlice(BoxMark? After = null, int Take = BoxSlice.PageSize)
{
    /// <summary>Which rows there are at all.</summary>
    public BoxFilter Filter { get; init; } = BoxFilter.None;

    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    /// <summary>The most rows one screen keeps; whoever needs more filters instead.</summary>
    public const int Most = 500;

    /// <summary>One row more than asked tells whether there are further ones.</summary>
    internal int Reach => Math.Min(Take, Most) + 1;
}

/// <summary>A part of a box as it stood at <paramref name="At"/>.</summary>
/// <param name="Total">All rows the filter lets through.</param>
public sealed record BoxPage(IReadOnlyList<BoxRow> Rows, bool HasMore, int Total, DateTimeOffset At)
{
    /// <summary>How many rows there would be of each kind, all other criteria as they are.</summary>
    public KindCounts Kinds { get; init; }

    /// <summary>The words that are asked for were not compared with every envelope: there may be more.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>It stands in the order that was asked for, not in its own.</summary>
    public bool IsSorted { get; init; }

    /// <summary>What these rows tell of the age of their box, all of which they are.</summary>
    internal BoxAge? AgeOf(Box box)
    {
        List<BoxRow> waiting = [.. Rows.Where(row => !box.IsSettled || row.ClosedAt is null)];
        if (waiting.Count == 0) return null;
        var nearest = waiting.Where(row => row.Purpose == RoutingPurpose.Action).MinBy(row => row.DueEndsAt);
        return new BoxAge(waiting.Min(row => row.ReceivedOn), nearest is null ? null : nearest.Time);
    }

    /// <summary>Two parts of one box, read apart, as one page in the order of their marks.</summary>
    internal BoxPage With(BoxPage other, BoxSlice slice)
    {
        var (rows, kinds) = (Rows.Concat(other.Rows).OrderBy(row => row.Mark).ToList(), Kinds.Plus(other.Kinds));
        var shown = Math.Min(slice.Take, BoxSlice.Most);
        return new BoxPage([.. rows.Take(shown)], HasMore || other.HasMore || rows.Count > shown, kinds.Of(slice.Filter.Kind), At)
        {
            Kinds = kinds, IsCutOff = IsCutOff || other.IsCutOff,
        };
    }
}
