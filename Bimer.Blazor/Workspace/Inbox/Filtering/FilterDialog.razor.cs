using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>What is picked while the dialog is open, and what becomes of it.</summary>
public sealed partial class FilterDialog
{
    private const string Number = "sayi", Topic = "konu", Place = "yer", Sender = "gonderen", Service = "hizmet";
    private FilterForm _form = new(BoxFilter.None);
    private Dialog _dialog = null!;
    private TopicCriterion? _topic;
    private ServiceCriterion? _service;
    private PlaceCriterion? _place;
    private UnitCriterion? _sender;
    private bool _isWrong;

    /// <summary>The box that is narrowed; a criterion that means nothing there is not offered.</summary>
    [Parameter, EditorRequired] public Box Box { get; set; } = Box.Unit;

    /// <summary>What is asked for now.</summary>
    [Parameter, EditorRequired] public BoxFilter Filter { get; set; } = BoxFilter.None;

    [Parameter, EditorRequired] public FilterOffers Offers { get; set; } = FilterOffers.None;
    [Parameter] public EventCallback<BoxFilter> OnApplied { get; set; }
    [Parameter] public EventCallback OnClosed { get; set; }

    private IEnumerable<(string, string)> Districts =>
        _form.Plate is { } plate ? Places.Provinces.Where(p => p.Plate == plate).SelectMany(p => p.Districts).Select(d => (d, d)) : [];

    /// <summary>An address may ask for a unit that sent nothing of what lies here just now.</summary>
    private IEnumerable<(string, string)> Senders
    {
        get
        {
            var offered = Offers.Senders.Select(s => (s.Unit is { } unit ? $"{unit.Value}" : Criterion.Citizen, s.Name ?? T["Citizen"].Value));
            var asked = Filter.Sender?.Values.Select(s => s.Unit).OfType<UnitId>().Where(unit => !Offers.Senders.Any(s => s.Unit == unit)) ?? [];
            return asked.Select(unit => ($"{unit.Value}", Names.Of(unit))).Concat(offered);
        }
    }

    /// <summary>Nobody has opened what lies there: what stands inside is not asked for.</summary>
    private bool IsSealed => Box == Box.Unit;

    private bool HasPurposes => Box != Box.Approvals && Box != Box.Submitted && Box != Box.SentBack && Box != Box.Replied;

    private bool HasHolds => Box == Box.OnHold || Box == Box.Followed || Box == Box.Below;

    protected override void OnInitialized() => _form = new FilterForm(Filter);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _dialog.OpenAsync();
    }

    private void Say(string name, ChangeEventArgs change)
    {
        _form[name] = change.Value as string ?? "";
        if (name is "il") _form["ilce"] = "";
    }

    private async Task ApplyAsync()
    {
        if ((_isWrong = _form.HasWrongNumber) || !await AreSoundAsync()) return;
        await _dialog.CloseAsync();
        await OnApplied.InvokeAsync(_form.Filter());
    }

    private async Task<bool> AreSoundAsync() =>
        (_topic is null || await _topic.IsSoundAsync()) && (_service is null || await _service.IsSoundAsync()) && (_place is null || await _place.IsSoundAsync()) && (_sender is null || await _sender.IsSoundAsync());

    private async Task ClearAsync()
    {
        await _dialog.CloseAsync();
        await OnApplied.InvokeAsync(BoxFilter.None);
    }
}
