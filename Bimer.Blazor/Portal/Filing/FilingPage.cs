using Bimer.Blazor.Shell.Parts;
using Bimer.Blazor.Shell;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>What all pages of the form do alike: nobody past the gate without a visit, everything typed is kept, mistakes are named.</summary>
public abstract class FilingPage : ComponentBase
{
    [Inject] public required FilingDesk Desk { get; init; }
    [Inject] public required DraftCheck Check { get; init; }
    [Inject] public required RefusalText Refusals { get; init; }
    [Inject] public required IStringLocalizer<FilingWords> Sentences { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    protected FieldErrors Errors { get; } = new();

    protected FilingView? View { get; private set; }

    protected FilingDraft Draft => View?.Draft ?? new FilingDraft();

    protected abstract FilingStep Here { get; }

    protected string Path => Here.Path();

    protected override async Task OnInitializedAsync()
    {
        View = await Desk.ReadAsync(CancellationToken.None);
        if (IsOver && !Desk.IsPosted) LeadAway();
    }

    /// <summary>The visit has ended, or has filed already.</summary>
    protected bool IsOver => View is null or { FiledNumber: not null };

    /// <summary>From a form that is over to the gate or to the receipt.</summary>
    protected void LeadAway() => Navigation.NavigateTo(View?.FiledNumber is { } filed ? $"{ReceiptPage.PathOf(filed)}?once=1" : FilingSteps.GateAgain);

    /// <summary>Keeps the draft and goes on when this page is complete. A post of the script that saves while people type goes nowhere.</summary>
    protected async Task KeepAsync(Func<FilingDraft, FilingDraft> change, bool automatic)
    {
        if (IsOver)
        {
            LeadAway();
            return;
        }

        if (automatic)
        {
            View = await Desk.KeepAsync(change, CancellationToken.None) ?? View;
            return;
        }

        var kept = await Desk.TryKeepAsync(change, CancellationToken.None);
        if (View is null || kept.Refusal is Refusal.NotFound) return;
        // Not kept: what was typed stays on the page, under the reason.
        View = kept.Value ?? View with { Draft = change(Draft) };
        if (kept.Refusal is { } refusal) Errors.Add("icerik", Refusals.For(refusal));
        foreach (var fault in Check.Of(Draft, Here)) Errors.Add(fault.Field, SentenceOf(fault));
        if (!Errors.Any) Navigation.NavigateTo(Here.Next().Path());
    }

    /// <summary>Keeps the draft and stays on the page, for what is done to the form itself: nothing is complete yet, and no mistake is named.</summary>
    protected async Task KeepHereAsync(Func<FilingDraft, FilingDraft> change)
    {
        if (IsOver)
        {
            LeadAway();
            return;
        }

        var kept = await Desk.TryKeepAsync(change, CancellationToken.None);
        if (View is null || kept.Refusal is Refusal.NotFound) return;
        View = kept.Value ?? View with { Draft = change(Draft) };
        if (kept.Refusal is { } refusal) Errors.Add("icerik", Refusals.For(refusal));
    }

    /// <summary>A post without a single field, which no page of ours sends: the draft stays as it is and says itself what it lacks.</summary>
    protected Task KeepAsItIsAsync() => KeepAsync(draft => draft, automatic: false);

    protected string SentenceOf(DraftFault fault) => fault.Refusal is { } refusal ? Refusals.For(refusal) : Sentences[fault.Word];

    protected static string Line(string? typed, int longest)
    {
        var line = typed?.Trim() ?? "";
        return line.Length > longest + 1 ? line[..(longest + 1)] : line;   // one too many, so that the check still says so
    }
}
