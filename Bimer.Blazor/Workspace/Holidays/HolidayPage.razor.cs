using Bimer.Blazor.Live;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Holidays;

/// <summary>Tatil tablosu: read, looked at beforehand, decided, and followed while the open cases move.</summary>
public sealed partial class HolidayPage : IAsyncDisposable
{
    private static readonly HolidayKind[] _kinds = [HolidayKind.FullDay, HolidayKind.HalfDay, HolidayKind.AdministrativeLeave];

    private readonly Leaving _leaving = new();
    private readonly HolidayForm _form = new();
    private HolidayDesk? _desk;
    private HolidayPreview? _preview;
    private CommandId? _intent;
    private IAsyncDisposable? _subscription;
    private string? _problem;
    private string _said = "";
    private int _year;
    private bool _busy;

    [Inject] public required HolidayDeskQuery Query { get; init; }
    [Inject] public required HolidayRuledHandler Handler { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }
    [Inject] public required Toasts Toasts { get; init; }

    /// <summary>Before the page is live nothing is typed into it that would be lost.</summary>
    private bool IsIdle => !RendererInfo.IsInteractive;

    private IEnumerable<int> Years => Enumerable.Range(_desk!.Today.Year - 2, Math.Max(_desk.LastYear ?? 0, _desk.Today.Year + 1) - _desk.Today.Year + 3);

    protected override async Task OnInitializedAsync()
    {
        _desk = await Query.ReadAsync(_year, _leaving.Token);
        if (_desk is null) return;
        _year = _desk.Today.Year;
        await ReadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would unsubscribe.
        if (firstRender && !_leaving.HasBegun) _subscription = Feed.Subscribe([LiveTopic.HolidayProgress, LiveTopic.Day], () => InvokeAsync(RefreshAsync));
    }

    private async Task ReadAsync() => _desk = await Query.ReadAsync(_year, _leaving.Token) ?? _desk;

    private async Task RefreshAsync()
    {
        if (_leaving.HasBegun) return;
        var before = _desk?.Running;
        await ReadAsync();
        if (before is not null && _desk?.Running is null) _said = T.Counted("Moved", _desk!.Rulings[0].Moved);
        StateHasChanged();
    }

    /// <summary>What was looked at is not what would be applied now.</summary>
    private void Forget() => (_preview, _problem, _intent) = (null, null, null);

    private async Task PreviewAsync()
    {
        _busy = true;
        try
        {
            var asked = await Query.PreviewAsync(_form, _leaving.Token);
            (_preview, _problem) = (asked.Value, asked.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ApplyAsync()
    {
        if (_preview is not { Ruling: var ruling } || _busy) return;
        _busy = true;
        try
        {
            var command = new RuleHoliday(_intent ??= new CommandId(Guid.CreateVersion7()), ruling.Day, ruling.Becomes?.Kind, ruling.Becomes?.Name ?? "", ruling.Becomes?.Article ?? "");
            var outcome = await Handler.HandleAsync(command, _leaving.Token);
            _problem = outcome.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
            if (!outcome.IsAccepted) return;
            Toasts.Show(T["Applied", Moments.Day(ruling.Day)], Tone.Calm);
            Forget();
            _year = ruling.Day.Year;
            await ReadAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private static string Css(HolidayKind kind) => kind switch { HolidayKind.FullDay => "d-holiday", HolidayKind.HalfDay => "d-half", _ => "d-leave" };

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        if (_subscription is not null) await _subscription.DisposeAsync();
    }
}
