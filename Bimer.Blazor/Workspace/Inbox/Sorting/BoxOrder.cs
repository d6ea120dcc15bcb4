using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.Inbox.Sorting;

/// <summary>By what the rows of a box can be put in order (S22). All of it stands on the envelope; nothing sorts by who applies.</summary>
public enum SortBy
{
    /// <summary>The end of the legal time (kalan süre).</summary>
    Due,

    /// <summary>When it was recorded (tarih).</summary>
    Filed,
    Number,
    Kind,
    Basis,
    Channel,
    Priority,

    /// <summary>Working days since it was received (geçen süre).</summary>
    Elapsed,

    /// <summary>The name of the unit its column tells.</summary>
    Unit,

    /// <summary>What happened to it last, where that is the order of the box.</summary>
    Moved,
}

/// <summary>One order of a box. Kinds, laws, ways and priorities come as in their lists, which are the same in every language; names of units as in a Turkish dictionary.</summary>
/// <param name="IsDown">The largest, latest or last first.</param>
public readonly record struct BoxOrder(SortBy By, bool IsDown)
{
    private const string Down = "-ters";

    private static readonly Slugs<SortBy> _names = new(
        (SortBy.Due, "sure"), (SortBy.Filed, "kayit"), (SortBy.Number, "sayi"), (SortBy.Kind, "tur"), (SortBy.Basis, "tip"), (SortBy.Channel, "yol"),
        (SortBy.Priority, "oncelik"), (SortBy.Elapsed, "gecen"), (SortBy.Unit, "birim"), (SortBy.Moved, "islem"));

    /// <summary>As it stands in an address.</summary>
    public string Slug => _names.Of(By) + (IsDown ? Down : "");

    /// <summary>The other way round.</summary>
    public BoxOrder Turn() => this with { IsDown = !IsDown };   // as a property a record would tell itself without end

    public override string ToString() => Slug;

    /// <summary>None for what names no order.</summary>
    public static BoxOrder? Read(string said)
    {
        var isDown = said.EndsWith(Down, StringComparison.Ordinal);
        return _names.Of(isDown ? said[..^Down.Length] : said) is { } by ? new(by, isDown) : null;
    }

    /// <summary>The order a box has of its own, which its index carries however many rows there are.</summary>
    public static BoxOrder UsualOf(Box box) => box.IsSettled ? new(SortBy.Moved, true) : new(SortBy.Due, false);

    /// <summary>What one asks for first who asks for it: what is new, pressing or has waited long.</summary>
    public static BoxOrder FirstOf(SortBy by) => new(by, by is SortBy.Filed or SortBy.Priority or SortBy.Elapsed or SortBy.Moved);

    /// <summary>All that the rows of a box can be put in order by.</summary>
    public static IReadOnlyList<SortBy> AllOf(Box box) => [.. Enum.GetValues<SortBy>().Where(by => IsTold(box, by))];

    /// <summary>What a column is put in order by; none for who applies, for a text, and where the column tells what happened in a sentence.</summary>
    public static SortBy? Of(Box box, BoxColumn column) => column switch
    {
        BoxColumn.Number => SortBy.Number,
        BoxColumn.Filed => SortBy.Filed,
        BoxColumn.Kind => SortBy.Kind,
        BoxColumn.Basis => SortBy.Basis,
        BoxColumn.Channel => SortBy.Channel,
        BoxColumn.Elapsed => SortBy.Elapsed,
        BoxColumn.Remaining => SortBy.Due,
        BoxColumn.Sender when IsTold(box, SortBy.Unit) => SortBy.Unit,
        BoxColumn.Sender when IsTold(box, SortBy.Moved) => SortBy.Moved,
        _ => null,
    };

    /// <summary>The same in a box that tells it; none where it does not, and for its usual order.</summary>
    public BoxOrder? In(Box box) => IsTold(box, By) && this != UsualOf(box) ? this : null;

    private static bool IsTold(Box box, SortBy by) => by switch
    {
        SortBy.Moved => box.IsSettled,
        SortBy.Unit => box.State is RoutingState.Waiting or RoutingState.Held || box == Box.Approvals || box == Box.Below,
        _ => true,
    };
}
