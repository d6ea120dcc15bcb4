using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.CaseDetail.Jointly;

/// <summary>The three steps of opening by two, and the one minute it stays open.</summary>
public sealed partial class JointOpeningCard : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private CancellationTokenSource? _window;
    private CaseSheet? _read;
    private JointLines? _lines;
    private RevealedIdentity? _revealed;
    private string _reason = "";
    private string? _told;
    private bool _isBusy;

    [Parameter, EditorRequired] public CaseSheet Sheet { get; set; } = default!;

    [Inject] public required JointOpeningQuery Query { get; init; }
    [Inject] public required JointSteps Handler { get; init; }
    [Inject] public required OpenJointlyHandler Opening { get; init; }
    [Inject] public required RevealWindow Window { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (ReferenceEquals(_read, Sheet)) return;
        if (_read?.Head.Id != Sheet.Head.Id) (_reason, _told) = ("", null);
        if (_read?.Head.Id != Sheet.Head.Id || !Sheet.Applicant.IsHidden) Conceal();
        _read = Sheet;
        await ReadAsync();
    }

    private string WordsOf(JointStep step) => T["Joint." + step, RevealWindow.Seconds];

    private async Task ReadAsync()
    {
        var asked = Sheet;
        var lines = await Query.ReadAsync(asked.Head.Id, _leaving.Token);
        if (!ReferenceEquals(asked, Sheet)) return;   // another case, or a newer sheet, while the answer was on its way
        _lines = lines;
        if (lines is null) Conceal();
    }

    private Task AskAsync() => ActAsync(async id =>
    {
        var outcome = await Handler.AskAsync(new AskJointOpening(id, Sheet.Head.Id, _reason), CancellationToken.None);
        if (outcome.IsAccepted) _reason = "";
        return outcome.Refusal;
    });

    private Task AllowAsync() => ActAsync(async id => (await Handler.AllowAsync(new AllowJointOpening(id, Sheet.Head.Id, _lines!.Asked), CancellationToken.None)).Refusal);

    private Task OpenAsync() => ActAsync(async id =>
    {
        var shown = Sheet.Head.Id;
        var outcome = await Opening.HandleAsync(new OpenJointly(id, shown), _leaving.Token);
        // Another case, or no longer hidden, while the answer was on its way: the name that comes late is not shown.
        _revealed = shown == Sheet.Head.Id && Sheet.Applicant.IsHidden ? outcome.Value : null;
        if (_revealed is not null) _ = CloseLaterAsync();
        return outcome.Refusal;
    });

    private async Task ActAsync(Func<CommandId, Task<Refusal?>> act)
    {
        if (_isBusy) return;   // the second of two clicks
        _isBusy = true;
        var refusal = await act(new CommandId(Guid.CreateVersion7()));
        _isBusy = false;
        _told = refusal is not null ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
        await ReadAsync();
    }

    private async Task CloseLaterAsync()
    {
        _window?.Dispose();
        _window = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
        try
        {
            await Window.CloseAsync(_window.Token);
        }
        catch (OperationCanceledException)
        {
            return;   // hidden by hand, or the page is gone
        }

        await InvokeAsync(() =>
        {
            Conceal();
            StateHasChanged();
        });
    }

    private void Conceal()
    {
        _revealed = null;
        _window?.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        _revealed = null;
        await _leaving.DisposeAsync();
        _window?.Dispose();
    }
}
