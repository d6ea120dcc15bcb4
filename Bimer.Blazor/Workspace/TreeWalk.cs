using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>One line of the tree.</summary>
/// <param name="Unit">None for the line that shows more of its branch.</param>
/// <param name="Branch">Above it; none at the top.</param>
/// <param name="Level">From 1.</param>
/// <param name="Place">Within its branch, from 1.</param>
/// <param name="Of">How many stand in its branch.</param>
internal sealed record TreeLine(UnitHit? Unit, UnitId? Branch, int Level, int Place, int Of)
{
    public bool HasBelow { get; init; }

    public bool IsOpen { get; init; }

    /// <summary>The same however the lines around it change.</summary>
    public string Key => Unit is { } unit ? $"u{unit.Id.Value}" : $"m{Branch?.Value ?? 0}";
}

/// <summary>Which branches are open, and where somebody who walks by keys stands (WAI-ARIA APG, tree view).</summary>
internal sealed class TreeWalk(UnitTree tree)
{
    /// <summary>So many of a branch at once: a ministry has thousands below it.</summary>
    public const int Step = 100;

    private readonly Dictionary<UnitId, int> _open = [];
    private int _top = Step;

    public IReadOnlyList<TreeLine> Lines { get; private set; } = [];

    public int At { get; private set; }

    public TreeLine? Here => At < Lines.Count ? Lines[At] : null;

    /// <summary>Opens the way to a unit and stands on it; on the first line without one.</summary>
    public void GoTo(UnitId? unit)
    {
        UnitId? above = null;
        foreach (var on in unit is { } sought ? [.. tree.WayTo(sought), sought] : Array.Empty<UnitId>())
        {
            Show(above, tree.Below(above).Index().FirstOrDefault(below => below.Item.Id == on).Index + 1);
            above = on;
        }

        Lay();
        At = Math.Max(0, Lines.Index().FirstOrDefault(line => line.Item.Unit?.Id == unit).Index);
    }

    /// <summary>Opens or closes the branch of a line, or shows more of it.</summary>
    public void Turn(int at)
    {
        var line = Lines[at];
        if (line.Unit is not { } unit) Show(line.Branch, line.Place + Step - 1);
        else if (!line.HasBelow) return;
        else if (!_open.Remove(unit.Id)) _open[unit.Id] = Step;
        (_, At) = (Lay(), at);
    }

    /// <returns>The key meant something here.</returns>
    public bool Press(string key)
    {
        if (Here is not { } here) return false;
        switch (key)
        {
            case "ArrowDown": Stand(At + 1); break;
            case "ArrowUp": Stand(At - 1); break;
            case "Home": Stand(0); break;
            case "End": Stand(Lines.Count - 1); break;
            case "ArrowRight" when here.HasBelow && !here.IsOpen: Turn(At); break;
            case "ArrowRight" when here.IsOpen: Stand(At + 1); break;
            case "ArrowLeft" when here.IsOpen: Turn(At); break;
            case "ArrowLeft": Stand(AboveOf(here)); break;
            case { Length: 1 } when !string.IsNullOrWhiteSpace(key): Stand(NextThatBegins(key)); break;
            default: return false;
        }

        return true;
    }

    public void Stand(int at) => At = Math.Clamp(at, 0, Lines.Count - 1);

    private int AboveOf(TreeLine here) => Enumerable.Range(0, At).Where(at => Lines[at].Level < here.Level).DefaultIfEmpty(At).Last();

    private int NextThatBegins(string letter)
    {
        var begins = TurkishFold.Of(letter);
        return Enumerable.Range(1, Lines.Count).Select(step => (At + step) % Lines.Count)
            .FirstOrDefault(at => Lines[at].Unit is { } unit && TurkishFold.Of(unit.Name).StartsWith(begins, StringComparison.Ordinal), At);
    }

    private void Show(UnitId? branch, int atLeast)
    {
        var shown = (atLeast + Step - 1) / Step * Step;
        if (branch is { } unit) _open[unit] = Math.Max(shown, _open.GetValueOrDefault(unit, Step));
        else _top = Math.Max(_top, shown);
    }

    private IReadOnlyList<TreeLine> Lay() => Lines = [.. Branch(null, 1)];

    private IEnumerable<TreeLine> Branch(UnitId? branch, int level)
    {
        var (below, shown) = (tree.Below(branch), branch is { } unit ? _open[unit] : _top);
        foreach (var (place, hit) in below.Take(shown).Index())
        {
            var isOpen = _open.ContainsKey(hit.Id);
            yield return new TreeLine(hit, branch, level, place + 1, below.Count) { HasBelow = tree.HasBelow(hit.Id), IsOpen = isOpen };
            if (!isOpen) continue;
            foreach (var deeper in Branch(hit.Id, level + 1)) yield return deeper;
        }

        if (below.Count > shown) yield return new TreeLine(null, branch, level, shown + 1, below.Count);
    }
}
