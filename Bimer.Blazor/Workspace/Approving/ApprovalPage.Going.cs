using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Shell.Frame;
using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.Approving;

/// <summary>From one letter to the next, and what is kept of one that is left.</summary>
public sealed partial class ApprovalPage
{
    /// <summary>To the letter after this one without a decision; what was typed is kept.</summary>
    private async Task SkipAsync()
    {
        if (_desk is not { } desk) return;
        if (await Query.NextAsync(desk.Routing, _leaving.Token) is not { } next) Toasts.Show(Words["NoOther"]);
        else Navigation.NavigateTo(Addresses.Approval(new CaseNumber(next).ToString()));
    }

    /// <summary>To the next letter of the box; where there is none, the page says so.</summary>
    private async Task GoOnAsync()
    {
        if (await Query.NextAsync(after: null, _leaving.Token) is { } next)
        {
            var number = new CaseNumber(next).ToString();
            if (string.Equals(number, Number, StringComparison.Ordinal)) await AnotherPartAsync();
            else Navigation.NavigateTo(Addresses.Approval(number));
            return;
        }

        (_desk, _isEmpty) = (null, true);
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
