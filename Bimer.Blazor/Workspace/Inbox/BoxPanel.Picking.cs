using Bimer.Blazor.Workspace.Inbox.Bulk;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>Choosing rows, and what is done with all of them at once (U39, U40).</summary>
public sealed partial class BoxPanel
{
    private readonly BoxSelection _picks = new();
    private bool _isJobOpen, _isPickingAll;
    private string? _stoodBeside;

    [Inject] public required BulkDesk Bulk { get; init; }

    private IReadOnlyList<BulkVerb> Verbs => BoxVerbs.Of(Box);

    /// <summary>The header's box means what lies in the box, not what has left it under somebody's hand.</summary>
    private IReadOnlyList<BoxLine> Pickable => _view.Lines.Any(_view.IsGone) ? [.. _view.Lines.Where(line => !_view.IsGone(line))] : _view.Lines;

    /// <summary>Beside the list stands a case or an act, as the reader asked last. An act that steps aside is hidden, not dropped: what was typed into it stays.</summary>
    private BulkJob? JobBeside => _isJobOpen && Beside is null ? Bulk.Job : null;

    /// <summary>An act that is written, done, or told of and not put away yet; it may have begun over another box.</summary>
    private bool HasJob => Bulk.Job is not null && JobBeside is null;

    private void TurnPicking() => _picks.Turn(!_picks.IsOn);

    private void Pick(BoxLine line, bool isRange) => _picks.Toggle(line.Routing, isRange, _view.Lines);

    private void PickShown(bool isWanted) => _picks.SetShown(Pickable, isWanted);

    /// <summary>Asked of the box itself, by the filter it is shown by: what lies below the last row was never on the screen.</summary>
    private async Task PickWholeAsync()
    {
        if (_isPickingAll) return;
        _isPickingAll = true;
        try
        {
            var view = _view;
            var page = await Source.ReadAsync(Box, _opening?.Unit, new BoxSlice(Take: BoxSelection.Most) { Filter = Filter }, _leaving.Token);
            if (page is not null && view == _view) _picks.SetAll(page.Rows.Select(row => row.Routing), page.HasMore);
        }
        finally
        {
            _isPickingAll = false;
        }
    }

    private void Begin(BulkVerb verb)
    {
        Bulk.Open(verb, _picks.InOrder(_view.Lines));
        ShowJob();
    }

    private void ShowJob()
    {
        _isJobOpen = true;
        if (Beside is not null) Navigation.NavigateTo(ListAddress);
    }

    /// <summary>Back to the list; the act goes on, and the notice over the list tells how far it is.</summary>
    private void LeaveJob() => _isJobOpen = false;

    private void CloseJob()
    {
        LeaveJob();
        Bulk.Close();
    }

    /// <summary>What was done is chosen no more; what was not can be chosen for something else.</summary>
    private void DropDone() => _picks.Drop(Bulk.Job is { } job ? job.Rows.Where(row => row.End is BulkEnd.Done or BulkEnd.Already).Select(row => row.Routing) : []);

    /// <summary>Whoever goes to a case wants to see it, and comes back to the act by its button.</summary>
    private void StepAsideForCase()
    {
        if (Beside is not null && !string.Equals(Beside, _stoodBeside, StringComparison.Ordinal)) _isJobOpen = false;   // not the case that is being left for the act
        _stoodBeside = Beside;
    }

    /// <summary>Of rows that vanished with a right nothing stays chosen.</summary>
    private void DropBlinded(IReadOnlyList<BoxLine> before) => _picks.Drop(before.Select(line => line.Routing).Except(_view.Lines.Select(line => line.Routing)));
}
