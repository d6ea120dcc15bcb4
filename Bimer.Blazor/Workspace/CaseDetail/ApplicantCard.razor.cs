using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>The eye and its minute.</summary>
public sealed partial class ApplicantCard : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private CancellationTokenSource? _window;
    private RevealedIdentity? _revealed;
    private (CaseId Case, bool IsHidden) _shown;
    private string? _told;
    private bool _isAsking;

    [Parameter, EditorRequired] public CaseSheet Sheet { get; set; } = default!;

    [Inject] public required RevealIdentityHandler Handler { get; init; }
    [Inject] public required RevealWindow Window { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required PlaceDirectory Places { get; init; }

    private string? Place => Sheet.Head.Plate is not { } plate ? null
        : string.Join(", ", new[] { Sheet.Head.District, Places.NameOf(plate) }.Where(part => !string.IsNullOrEmpty(part)));

    private string Hint => Sheet.Applicant.Concealment switch
    {
        IdentityConcealment.ByApplicant => T["WhyHidden"],
        IdentityConcealment.ByOfficer when !Sheet.Applicant.MayReveal => T["WhyHiddenByOfficer"],
        IdentityConcealment.ByOfficer when _revealed is null => T["WhyHiddenByYou"],
        _ => _revealed is null ? T["WhyMasked"] : T["RevealedFor", RevealWindow.Seconds],
    };

    protected override void OnParametersSet()
    {
        // Another case, a right that ended while the name stood here, or somebody has just hidden it.
        var now = (Sheet.Head.Id, Sheet.Applicant.IsHidden);
        if (_shown != now || !Sheet.Applicant.MayReveal) Conceal();
        _shown = now;
    }

    private async Task RevealAsync()
    {
        if (_isAsking) return;   // the second of two clicks would be recorded as a second look
        _isAsking = true;
        var outcome = await Handler.HandleAsync(new RevealIdentity(new CommandId(Guid.CreateVersion7()), Sheet.Head.Id), _leaving.Token);
        _isAsking = false;
        _told = outcome.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
        // It may have been hidden while the answer was on its way: the name that comes late is not shown.
        _revealed = Sheet.Applicant.MayReveal ? outcome.Value : null;
        if (_revealed is not null) _ = CloseLaterAsync();
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
        (_revealed, _told) = (null, null);
        _window?.Cancel();
    }

    public async ValueTask DisposeAsync()
    {
        _revealed = null;
        await _leaving.DisposeAsync();
        _window?.Dispose();
    }
}
