using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Bimer.Blazor.Workspace.Inbox.Bulk;

/// <summary>One bulk act on the screen; what is done is done at the desk, whether anybody looks or not.</summary>
public sealed partial class BulkPanel : IDisposable
{
    private ElementReference _heading;
    private (BulkPhase Phase, bool IsBeside)? _drawn;

    [Parameter, EditorRequired] public BulkJob Job { get; set; } = default!;

    /// <summary>It can be seen; else something else stands where it would.</summary>
    [Parameter] public bool IsBeside { get; set; } = true;

    /// <summary>The units for which one may follow.</summary>
    [Parameter] public IReadOnlyList<(UnitId Id, string Name)> Units { get; set; } = [];

    /// <summary>Where a row leads.</summary>
    [Parameter, EditorRequired] public Func<string, string> AddressOf { get; set; } = default!;

    /// <summary>Something was done, or taken back: the list beside it learns which rows.</summary>
    [Parameter] public EventCallback OnDone { get; set; }

    /// <summary>Back to the list while the act goes on.</summary>
    [Parameter] public EventCallback OnLeave { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Inject] public required BulkDesk Desk { get; init; }
    [Inject] public required UnitMemory Memory { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required IJSRuntime Js { get; init; }

    private UnitId? From => Units.Count == 0 ? null : Units[0].Id;

    private bool IsAskedOfAll => Job.Verb is BulkVerb.Forward or BulkVerb.Hold;

    private bool IsForSomebody => Job.Verb is BulkVerb.Follow or BulkVerb.Unfollow;

    private int Ready => Job.Count(BulkEnd.Ready);

    private string TitleOf(int rows) => T.Counted("Title." + Job.Verb, rows);

    private string Possible => Ready == 0 ? T["PossibleNone"] : Ready == Job.Rows.Count ? T.Counted("PossibleAll", Ready) : T["Possible", Job.Rows.Count, Ready];

    private string Told => BulkTold.Of(T, Job);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) Desk.Changed += Redraw;
        await FollowFocusAsync();
        if (firstRender && Job.Phase == BulkPhase.Asking && !IsAskedOfAll) await LookAsync(UsualAct(unit: null));
    }

    /// <summary>
    /// The button that was pressed goes with its step; the next step begins at the heading, not at the top of the page. Who has gone on to
    /// something else meanwhile is not fetched back.
    /// </summary>
    private async Task FollowFocusAsync()
    {
        var (former, now) = (_drawn, (Job.Phase, IsBeside));
        if (former == now) return;
        _drawn = now;
        if (!IsBeside) return;
        if (former is not { IsBeside: true }) await _heading.FocusAsync();
        else await Js.InvokeVoidAsync("bimer.goOnAt", _heading);
    }

    private Task LookAsync(BulkAct act) => Desk.LookAsync(Job, act);

    private Task LookForAsync(string? unit) =>
        LookAsync(UsualAct(int.TryParse(unit, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new UnitId(id) : null));

    /// <summary>As the act says it, whichever box it was begun over.</summary>
    private string? ForWhom => Job.Act switch
    {
        BulkAct.Follow(var unit) => unit?.Value.ToString(CultureInfo.InvariantCulture),
        BulkAct.Unfollow(var unit) => unit?.Value.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private BulkAct UsualAct(UnitId? unit) => Job.Verb switch
    {
        BulkVerb.Follow => new BulkAct.Follow(unit),
        BulkVerb.Unfollow => new BulkAct.Unfollow(unit),
        BulkVerb.Resume => new BulkAct.TakeOffHold(),
        BulkVerb.Acknowledge => new BulkAct.Acknowledge(),
        _ => new BulkAct.Recall(),
    };

    // Both go on when the panel has gone: the toast tells whoever looks at something else by then.
    private async Task RunAsync()
    {
        if (Job.IsBusy) return;   // the first of two clicks will tell
        await Desk.RunAsync(Job);
        if (Job.Act is BulkAct.Forward forward) await Memory.UsedAsync(forward.Units, CancellationToken.None);
        await OnDone.InvokeAsync();
        Toasts.Show(Told, Job.Left.Any() ? Tone.Near : Tone.Calm, Job.Undoable.Any() ? UndoAllAsync : null);
    }

    private async Task UndoAllAsync()
    {
        if (Job.IsBusy) return;
        await Desk.UndoAsync(Job);
        await OnDone.InvokeAsync();
        Toasts.Show(Told, Job.Undoable.Any() ? Tone.Near : Tone.Calm);
    }

    private async Task UndoAsync(BulkRow row)
    {
        await Desk.UndoAsync(Job, row);
        await OnDone.InvokeAsync();
    }

    private void Redraw(object? sender, EventArgs changed) => _ = InvokeAsync(StateHasChanged);

    public void Dispose() => Desk.Changed -= Redraw;
}
