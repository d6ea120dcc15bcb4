using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>
/// What one screen shows of a box while the box lives on. New rows wait until they are asked for; rows that left stay, greyed, while
/// somebody's pointer or focus is on the list: nothing moves under a hand.
/// </summary>
/// <param name="backwards">What was settled last stands first.</param>
/// <param name="kinds">What was counted before, until this is read: numbers above the list do not blink.</param>
public sealed class BoxView(bool backwards = false, KindCounts kinds = default)
{
    private readonly List<BoxLine> _lines = [];
    private readonly List<BoxLine> _waiting = [];
    private readonly HashSet<RoutingId> _gone = [];
    private bool _isTouched;

    public IReadOnlyList<BoxLine> Lines => _lines;

    /// <summary>How many rows came and wait behind "göster".</summary>
    public int Waiting => _waiting.Count;

    public bool HasMore { get; private set; }

    /// <summary>All rows of the box.</summary>
    public int Total { get; private set; }

    /// <summary>The rows by kind, whatever kind is shown.</summary>
    public KindCounts Kinds { get; private set; } = kinds;

    /// <summary>Not every envelope was compared with the words that are asked for.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>The rows stand in the order that was asked for, not in that of the box.</summary>
    public bool IsSorted { get; private set; }

    /// <summary>When this was true.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The row whose case stands beside the list stays although it left the box by being opened.</summary>
    public RoutingId? Kept { get; set; }

    /// <summary>The last row there is, for the next page.</summary>
    public BoxMark? Last => _lines.Count == 0 ? null : _lines[^1].Mark;

    public bool IsGone(BoxLine line) => _gone.Contains(line.Routing);

    /// <summary>From the beginning; what was there before is forgotten.</summary>
    public void Load(WrittenPage written)
    {
        _lines.Clear();
        _waiting.Clear();
        _gone.Clear();
        Append(written);
    }

    /// <summary>"Daha fazla": what follows the last row.</summary>
    public void Append(WrittenPage written)
    {
        var known = _lines.Select(l => l.Routing).ToHashSet();
        _lines.AddRange(written.Lines.Where(l => known.Add(l.Routing)));
        HasMore = written.Page.HasMore;
        Note(written.Page);
    }

    /// <summary>The box as it stands now, read from its beginning over at least as many rows as are shown.</summary>
    public void Refresh(WrittenPage written)
    {
        if (written.Page.IsSorted != IsSorted && _lines.Count > 0)
        {
            Load(written);   // it grew too long for the order that was asked for, or short enough
            return;
        }

        IsSorted = written.Page.IsSorted;
        var now = written.ByRouting;
        BoxMark? end = written is { Page.HasMore: true, Lines: [.., var final] } ? final.Mark : null;   // it tells nothing of what lies behind
        _gone.UnionWith(_lines.Where(l => !now.ContainsKey(l.Routing) && (end is not { } mark || Order(l.Mark, mark) <= 0)).Select(l => l.Routing));
        _gone.ExceptWith(now.Keys);
        for (var i = 0; i < _lines.Count; i++) _lines[i] = now.GetValueOrDefault(_lines[i].Routing, _lines[i]);
        HasMore &= written.Page.HasMore || (Last is { } last && written.Lines.Any(l => Order(l.Mark, last) > 0));
        FindNew(written);
        Note(written.Page);
        if (_isTouched) return;
        Settle();
        _lines.Sort((a, b) => Order(a.Mark, b.Mark));   // what is followed moves up with its last movement
    }

    /// <summary>The same once the reader may see less than before: nothing of what left stays, not under a hand and not beside the list.</summary>
    public void RefreshBlinded(WrittenPage written)
    {
        Refresh(written);
        _gone.UnionWith(_lines.Select(l => l.Routing).Where(id => !written.ByRouting.ContainsKey(id)));   // also what lies behind its end
        HasMore |= written.Page.HasMore;
        Kept = Kept is { } kept && _gone.Contains(kept) ? null : Kept;
        Settle();
    }

    /// <summary>How many rows a refresh must read so that nothing shown is taken for gone.</summary>
    public int Reach => Math.Min(BoxSlice.Most, Math.Max(BoxSlice.PageSize, _lines.Count + _waiting.Count + BoxSlice.PageSize));

    /// <summary>A pointer or the focus came to the list or left it.</summary>
    public void Touch(bool isTouched)
    {
        _isTouched = isTouched;
        if (!isTouched) Settle();
    }

    /// <summary>Puts the new rows in their places, on the reader's word.</summary>
    public void ShowWaiting()
    {
        TakeIn();
        Settle();
        _lines.Sort((a, b) => Order(a.Mark, b.Mark));
    }

    private void FindNew(WrittenPage written)
    {
        var known = _lines.Select(l => l.Routing).ToHashSet();
        var last = HasMore ? Last : null;   // what lies behind the last row is a later page, not news
        _waiting.Clear();
        _waiting.AddRange(written.Lines.Where(l => !known.Contains(l.Routing) && (last is not { } mark || Order(l.Mark, mark) < 0)));
        if (_lines.TrueForAll(IsGone)) TakeIn();
    }

    /// <summary>Over an empty list nobody's hand is anywhere: what comes is shown at once.</summary>
    private void TakeIn()
    {
        _lines.AddRange(_waiting);
        _waiting.Clear();
    }

    private void Settle()
    {
        _lines.RemoveAll(l => _gone.Contains(l.Routing) && l.Routing != Kept);
        _gone.RemoveWhere(id => id != Kept);
    }

    private int Order(BoxMark a, BoxMark b) => backwards && !IsSorted ? b.CompareTo(a) : a.CompareTo(b);

    private void Note(BoxPage page) => (Total, Kinds, IsCutOff, At, IsSorted) = (page.Total, page.Kinds, page.IsCutOff, page.At, page.IsSorted);
}
