using System.Globalization;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>The day of receipt, the channel and the place as they should have been recorded, with the reason; can be taken back at once.</summary>
public sealed partial class RecordForm
{
    private RecordStand _before = default!;
    private DateOnly? _day;
    private IntakeChannel _channel;
    private int? _plate;
    private string _district = "", _reason = "";
    private string? _why, _refused, _reasonProblem;
    private ElementReference _first, _reasonBox;
    private bool _isBusy;

    [Parameter, EditorRequired] public CaseSheet Sheet { get; set; } = default!;
    [Parameter, EditorRequired] public EventCallback OnClosed { get; set; }

    [Inject] public required RecordCorrecting Correcting { get; init; }
    [Inject] public required Toasts Toasts { get; init; }

    private IReadOnlyList<string> Districts => Places.Provinces.FirstOrDefault(p => p.Plate == _plate)?.Districts ?? [];

    private RecordCorrection Chosen => new(_before, new(_day ?? _before.ReceivedOn, _channel, _plate is { } plate ? new Place(plate, _district.Length == 0 ? null : _district) : null), _reason);

    protected override void OnInitialized()
    {
        _before = Sheet.Head.Recorded;
        (_day, _channel, _plate, _district) = (_before.ReceivedOn, _before.Channel, _before.Place?.Plate, _before.Place?.District ?? "");
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        await _first.FocusAsync();
        await LookAsync();
        StateHasChanged();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task MovedAsync()
    {
        _district = "";   // of the province before
        return LookAsync();
    }

    // What binds the record binds every change of it: asked of a day before at first, when nothing is chosen yet.
    private async Task LookAsync()
    {
        (_refused, var asked) = (null, Chosen);
        if (asked.IsNone) asked = asked with { To = asked.To with { Place = asked.To.Place is null ? new Place(1, null) : null } };
        _why = await Correcting.WhyNotAsync(Sheet.Part.Id, asked, CancellationToken.None);
    }

    // Not tied to the screen: who leaves in this moment has still pressed the button. The bell of the case brings the new state.
    private async Task SaveAsync()
    {
        if (_isBusy) return;
        var (number, part, wanted, due) = (Sheet.Head.Number, Sheet.Part.Id, Chosen, Clock.DueIf(Chosen.To.ReceivedOn, Sheet.Head));
        _reasonProblem = !wanted.IsNone && string.IsNullOrWhiteSpace(_reason) ? T["RecordReasonMissing"].Value : null;
        if (_reasonProblem is not null)
        {
            await _reasonBox.FocusAsync();
            return;
        }

        _isBusy = true;
        var words = string.Join(", ", Words.Corrected(MovementKind.RecordCorrected, new RecordChange(wanted.From, wanted.To, Sheet.Head.DueOn, due).ToString()));
        _refused = await Correcting.CorrectAsync(new CommandId(Guid.CreateVersion7()), part, wanted, CancellationToken.None);
        _isBusy = false;
        if (_refused is not null) return;
        if (!wanted.IsNone) Toasts.Show(T["Recorded", number, words], undo: () => UndoAsync(number, part, new(wanted.To, wanted.From, T["RecordUndoReason"])));
        await OnClosed.InvokeAsync();
    }

    private async Task UndoAsync(string number, RoutingId part, RecordCorrection back)
    {
        var told = await Correcting.CorrectAsync(new CommandId(Guid.CreateVersion7()), part, back, CancellationToken.None);
        Toasts.Show(told ?? T["DescribeUndone", number], told is null ? Tone.Calm : Tone.Near);
    }
}
