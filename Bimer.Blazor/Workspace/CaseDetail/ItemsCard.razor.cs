using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>The requested items where they are read; their holder may write them anew and take that back at once.</summary>
public sealed partial class ItemsCard
{
    private RequestedItems _before = RequestedItems.None;
    private ElementReference _field, _heading;
    private string _lines = "";
    private string? _refused;
    private bool _isOpen, _isBusy, _goesToField;

    [Parameter, EditorRequired] public CaseSheet Sheet { get; set; } = default!;

    [Inject] public required CaseItems Items { get; init; }
    [Inject] public required Toasts Toasts { get; init; }

    /// <summary>Whoever holds the part that is to be answered; why not is said by the act itself.</summary>
    private bool MayChange => Sheet is { Stand: CaseStand.Mine, Part: { Purpose: RoutingPurpose.Action, State: not RoutingState.AwaitingApproval } };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_goesToField) return;
        _goesToField = false;
        await _field.FocusAsync();
    }

    private void Open()
    {
        (_before, _refused, _isOpen, _goesToField) = (Sheet.ItemsNow, null, true, true);
        // Nothing listed yet: what the petition itself seems to list is a beginning.
        _lines = _before.IsNone ? string.Join('\n', RequestedItems.ProposedBy(Sheet.Text)) : _before.Kept;
    }

    private async Task CloseAsync()
    {
        _isOpen = false;
        await _heading.FocusAsync();
    }

    // Not tied to the screen: who leaves in this moment has still pressed the button. The bell of the case brings the new list.
    private async Task SaveAsync()
    {
        if (_isBusy) return;
        _isBusy = true;
        var (number, part, before, lines) = (Sheet.Head.Number, Sheet.Part.Id, _before, _lines);
        _refused = await Items.ChangeAsync(part, before, lines, CancellationToken.None);
        _isBusy = false;
        if (_refused is not null) return;
        var written = RequestedItems.ParseLines(lines).Value ?? RequestedItems.None;
        if (written != before) Toasts.Show(T.Counted("ItemsSaved", written.Count, number), undo: () => UndoAsync(number, part, written, before));
        await CloseAsync();
    }

    private async Task UndoAsync(string number, Domain.Kernel.RoutingId part, RequestedItems written, RequestedItems before)
    {
        var told = await Items.ChangeAsync(part, written, before.Kept, CancellationToken.None);
        Toasts.Show(told ?? T["ItemsUndone", number], told is null ? Tone.Calm : Tone.Near);
    }
}
