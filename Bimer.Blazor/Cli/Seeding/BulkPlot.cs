using Bimer.Blazor.Facts.Demo;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>Where a case of the measurement stands on the day the story ends.</summary>
internal enum BulkEnding
{
    Answered,
    Waiting,
    Held,
    AwaitingApproval,
    InRevision,
}

/// <summary>Which case is filed when, which lies in a measured box, and how the others end.</summary>
internal sealed class BulkPlot
{
    /// <summary>A measured box fills over the last so many times its own number of cases.</summary>
    private const int Window = 20;

    // Shares no divisor with the sizes of the boxes, so that every box gets old and young cases alike.
    private const long Stride = 7_919;

    private static readonly Weighted<BulkEnding> Open = new(
        [(BulkEnding.Waiting, 40), (BulkEnding.Held, 40), (BulkEnding.AwaitingApproval, 15), (BulkEnding.InRevision, 5)]);

    private readonly BulkPlan _plan;
    private readonly IReadOnlyList<BulkBox> _boxes;
    private readonly DateTimeOffset _first;
    private readonly int _inBoxes;
    private readonly int _step;

    public BulkPlot(BulkPlan plan, IReadOnlyList<BulkBox> boxes)
    {
        (_plan, _boxes, _first) = (plan, boxes, plan.Until.AddMonths(-BulkPlan.Months));
        _inBoxes = boxes.Sum(b => b.Size);
        _step = _inBoxes == 0 ? 0 : Math.Clamp(plan.Cases / _inBoxes, 1, Window);
    }

    /// <summary>Rising with the number of the case.</summary>
    public DateTimeOffset FiledAt(int index) => _first + ((_plan.Until - _first) * ((double)index / _plan.Cases));

    public BulkBox? BoxOf(int index)
    {
        var fromTheEnd = _plan.Cases - 1 - index;
        if (_inBoxes == 0 || fromTheEnd % _step != 0 || fromTheEnd / _step >= _inBoxes) return null;
        var place = fromTheEnd / _step * Stride % _inBoxes;
        return _boxes.First(box => (place -= box.Size) < 0);
    }

    /// <summary>Of the last weeks a quarter is still open, of the time before one in two hundred, which then is overdue.</summary>
    public BulkEnding Ending(int index, Dice dice) =>
        dice.Chance(index > _plan.Cases * 0.92 ? 0.25 : 0.005) ? Open.Draw(dice) : BulkEnding.Answered;
}

/// <summary>The moments of one life: so many, evenly over the time it took.</summary>
internal sealed class BulkPace(DateTimeOffset start, TimeSpan length, int moments)
{
    private int _done;

    public DateTimeOffset Next() => start + (length * ((double)++_done / moments));
}
