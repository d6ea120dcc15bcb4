using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
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

    /// <summary>The note that was being written about this very round of the letter when the desk was left.</summary>
    private async Task TakeUpAsync()
    {
        if (_keeper is not null) await _keeper.DisposeAsync();
        (_keeper, _saved) = (null, null);
        if (_desk is not { } desk) return;
        _keeper = Drafts.KeeperOf<NoteDraft>(desk.Routing, DeskKind.Approving, at => InvokeAsync(() => SayKept(at)));
        if (_form.Note.Length > 0 || _form.Marks.Count > 0 || await Drafts.ReadAsync<NoteDraft>(desk.Routing, DeskKind.Approving, _leaving.Token) is not { } kept) return;
        if (!ReferenceEquals(_desk, desk) || kept.At < desk.SubmittedAt || kept.Content is { Note.Length: 0, Marks: null or [] }) return;
        (_form.Note, _form.IsRevising) = (kept.Content.Note, true);
        _form.Marks.AddRange(kept.Content.Marks ?? []);
        _saved = Words["Restored", Moments.DayAndHour(kept.At)];
    }

    private void SayKept(DateTimeOffset? at)
    {
        _saved = at is { } moment ? Words["DraftSaved", Moments.Second(moment)] : Words["DraftFailed"];
        StateHasChanged();
    }

    private void KeepNote() => _keeper?.Change(new NoteDraft(_form.Note, [.. _form.Marks]));
}
