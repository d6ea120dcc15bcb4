using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.WebUtilities;

namespace Bimer.Blazor.Workspace.Approving;

/// <summary>From one letter to the next, and what is kept of one that is left.</summary>
public sealed partial class ApprovalPage
{
    // Whatever pages lie between: a case one looked at from here leads back to the same list.
    private string List => WayBack.ListBehind(CameFrom, Addresses.Approvals);

    private string Back => WayBack.Of(CameFrom, Addresses.Approvals);

    private bool IsFromList => string.Equals(Back.Split('?')[0], Addresses.Approvals, StringComparison.Ordinal);

    /// <summary>To the letter after this one without a decision; what was typed is kept.</summary>
    private async Task SkipAsync()
    {
        if (_desk is null) return;
        var next = await NextAsync();
        if (next.Case is { } id) Navigation.NavigateTo(AddressOf(id));
        else Toasts.Show(Words[next.IsNarrowed ? "NoOtherHere" : "NoOther"]);
    }

    /// <summary>To what follows the letter that was decided; where there is none, the page says so.</summary>
    private async Task GoOnAsync()
    {
        var next = await NextAsync();
        if (next.Case is not { } id) (_desk, _isEmpty, _isNarrowed) = (null, true, next.IsNarrowed);
        else if (string.Equals(new CaseNumber(id).ToString(), Number, StringComparison.Ordinal)) await AnotherPartAsync();
        else Navigation.NavigateTo(AddressOf(id));
    }

    private Task<NextLetter> NextAsync() => After(Navigation.ToAbsoluteUri(List).ToString(), _desk?.Routing, _leaving.Token);

    private string AddressOf(CaseId id)
    {
        var address = Addresses.Approval(new CaseNumber(id).ToString());
        return CameFrom is null ? address : QueryHelpers.AddQueryString(address, Addresses.CameFrom, List);
    }

    /// <summary>Another part of the same case waits, too: a letter of its own with a decision of its own.</summary>
    private Task AnotherPartAsync()
    {
        _form = new DecisionForm();
        return ReadAnewAsync();
    }

    private NoteDraft Draft => new(_form.Note, [.. _form.Marks]) { Quote = _form.MarkQuote, Remark = _form.MarkRemark };

    /// <summary>The note that was being written about this very round of the letter when the desk was left. Read anew, the letter has its note still.</summary>
    private async Task TakeUpAsync()
    {
        if (_pad is not null && _desk is { } shown && _padOf == shown.Routing) return;
        if (_pad is not null) await _pad.DisposeAsync();
        (_pad, _padOf) = (null, null);
        if (_desk is not { } desk) return;
        var pad = Drafts.PadOf<NoteDraft>(desk.Routing, DeskKind.Approving, () => InvokeAsync(StateHasChanged));
        (_pad, _padOf) = (pad, desk.Routing);
        if (await pad.TakeUpAsync(_leaving.Token, notBefore: desk.SubmittedAt) is not { } kept) return;
        if (ReferenceEquals(_pad, pad) && !kept.IsEmpty) Lay(kept);
    }

    /// <summary>What was written before, or elsewhere, lies on the desk.</summary>
    private void Lay(NoteDraft kept)
    {
        (_form.Note, _form.MarkQuote, _form.MarkRemark, _form.IsRevising) = (kept.Note, kept.Quote ?? "", kept.Remark ?? "", true);
        _form.Marks.Clear();
        _form.Marks.AddRange(kept.Marks ?? []);
    }

    private void KeepNote() => _pad?.Change(Draft);
}
