using Bimer.Blazor.Live;
using Bimer.Blazor.Security;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Blazor.Workspace.Replying.Drafting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Replying;

/// <summary>The answering screen (Cevapla, S44–S48): the petition on the left, the letter on the right.</summary>
public sealed partial class ReplyPage : IAsyncDisposable
{
    private readonly ReplyForm _form = new();
    private readonly Leaving _leaving = new();
    private IAsyncDisposable? _subscription;
    private ReplyDesk? _desk;
    private LetterEditor? _editor;
    private Dialog? _confirm;
    private DraftText? _preview;
    private FoundPanel? _panel;
    private IReadOnlyList<LikelyService>? _likely;
    private IReadOnlyList<LetterFinding>? _found;
    private IReadOnlyList<AttachmentLine> _files = [];
    private string? _closed;
    private string? _changed;
    private bool _busy;
    private CommandId _intent;

    [Parameter] public string Number { get; set; } = "";

    [SupplyParameterFromQuery(Name = Addresses.CameFrom)] public string? CameFrom { get; set; }
    [SupplyParameterFromQuery(Name = Addresses.Act)] public string? Act { get; set; }

    [Inject] public required ReplyDeskQuery Query { get; init; }
    [Inject] public required SubmitReplyHandler Submit { get; init; }
    [Inject] public required LetterInspection Inspection { get; init; }
    [Inject] public required RemoveFileHandler RemoveFile { get; init; }
    [Inject] public required FeePlaces Places { get; init; }
    [Inject] public required NoticeOffers Offers { get; init; }
    [Inject] public required ServiceCatalogue Catalogue { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    private string Back => WayBack.Of(CameFrom, Addresses.MyInbox);

    protected override async Task OnInitializedAsync()
    {
        var number = CaseNumber.Parse(Number);
        var desk = number.IsAccepted ? await Query.OpenAsync(number.Value.CaseId, _leaving.Token) : new Refusal.NotFound();
        if (desk.Value is not { } opened)
        {
            _closed = await Sentences.OfAsync(desk.Refusal!, _leaving.Token);
            return;
        }

        _files = await Query.FilesAsync(opened.Routing, _leaving.Token);
        opened = opened with { PayTo = Places.Of(opened.Unit) };
        _form.Begin(opened, Catalogue);
        _form.DropClosed(Catalogue, opened.Unit, name => Words["CatalogueClosed", name]);
        _form.ComeFor(Act, Offers.Of(opened.Case));
        _desk = opened;
        await OfferAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // Not only after the first: that one may come before the case is read.
        if (_subscription is null && _desk is not null) _subscription = Feed.Subscribe([LiveTopic.Case(_desk.Case.Id), LiveTopic.Catalogue], () => InvokeAsync(CheckAsync));
    }

    /// <summary>The words of a like answer, where the cursor stands.</summary>
    private Task UseAsync(string html) => _editor?.InsertAsync(html) ?? Task.CompletedTask;

    private Task KeepAsync() => _editor?.KeepAsync(_form.Choices) ?? Task.CompletedTask;

    private async Task ReadFilesAsync()
    {
        if (_desk is not null) _files = await Query.FilesAsync(_desk.Routing, _leaving.Token);
    }

    private async Task FilesChangedAsync()
    {
        await ReadFilesAsync();
        await LookOverAsync();
    }

    private async Task LookOverAsync()
    {
        if (_desk is not null && (await Inspection.LookAsync(_desk.Routing, _leaving.Token)).Value is { } found) _found = found;
    }

    private Task ShowAsync(string line) => _editor?.ShowAsync(line) ?? Task.CompletedTask;

    private async Task RemoveAsync(AttachmentLine file)
    {
        var outcome = await RemoveFile.HandleAsync(new RemoveFile(_desk!.Routing, file.Id), _leaving.Token);
        _form.Problem = outcome.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
        await FilesChangedAsync();
    }

    /// <summary>Everything is saved and complete? Then show exactly what goes to whom, and ask.</summary>
    private async Task AskAsync()
    {
        if (_desk is null || _editor is null || _busy) return;
        _busy = true;
        try
        {
            await KeepAsync();   // a word typed in the same instant
            var typed = await _editor.FlushAsync();
            FindProblems(typed);
            if (_form.HasProblem || !await IsSoundAsync(_desk.Routing)) return;
            await ReadFilesAsync();
            var text = await Query.TextAsync(_desk.Routing, _leaving.Token);
            _preview = text.Value;
            if (text.Refusal is { } refusal) _form.Problem = await Sentences.OfAsync(refusal, _leaving.Token);
            if (_preview is null || _confirm is null) return;
            _intent = new CommandId(Guid.NewGuid());
        }
        finally
        {
            _busy = false;
        }

        StateHasChanged();
        await _confirm.OpenAsync();
    }

    /// <summary>The checks that stop a letter; the server asks them again when it is sent.</summary>
    private async Task<bool> IsSoundAsync(RoutingId routing)
    {
        var found = await Inspection.InspectAsync(routing, _leaving.Token);
        if (found.Refusal is { } refusal) _form.Problem = await Sentences.OfAsync(refusal, _leaving.Token);
        _found = found.Value ?? _found;
        if (found.Value?.Any(f => f.Stops) != true) return found.IsAccepted;
        _form.Problem = Words["FoundProblem"];
        if (_panel is not null) await _panel.FocusAsync();
        return false;
    }

    private string SentenceOf(LetterFinding finding) => Words["Found." + finding.Check, finding.Fact];

    private InadmissibilityReason? ReasonOf(DraftText text) => _desk is { } desk ? Reasons.Find(text.Reason, desk.Case.Basis) : null;

    private void FindProblems(EditorState typed)
    {
        _form.ClearProblems();
        if (_form is { IsNotExamined: true, Reason.Length: 0 }) _form.ReasonProblem = Words["ReasonMissing"];
        _form.FindNoticeProblems(key => Words[key]);
        FindItemProblems();
        if (_form.CatalogueService.Length == 0) _form.ServiceProblem = Words["CatalogueMissing"];
        if (_form.Approver is null) _form.ApproverProblem = Words["ApproverMissing"];
        if (!typed.Saved) _form.Problem = Words["NotSaved"];
        else if (typed.Empty && !_form.NeedsNoText) _form.Problem = Words["TextMissing"];
    }

    private async Task SubmitAsync()
    {
        if (_desk is null || _preview is null || _busy || _form.Approver is not { } approver) return;
        _busy = true;
        // Not tied to the screen: who leaves in this moment has still pressed the button.
        var outcome = await Submit.HandleAsync(
            new SubmitReply(_intent, _desk.Routing, _preview.Version, _form.CatalogueService, approver.Person, approver.Unit), CancellationToken.None);
        if (_confirm is not null) await _confirm.CloseAsync();
        if (outcome.Refusal is { } refusal)
        {
            _form.Problem = await Sentences.OfAsync(refusal, CancellationToken.None);
            _busy = false;
            return;
        }

        Toasts.Show(Words["Sent", Number, approver.Name]);
        Navigation.NavigateTo(WayBack.ListBehind(CameFrom, Addresses.MyInbox));
    }

    /// <summary>Something happened on the case while the letter was being written: say what, lose nothing.</summary>
    private async Task CheckAsync()
    {
        if (_desk is null || _busy) return;
        _form.DropClosed(Catalogue, _desk.Unit, name => Words["CatalogueClosed", name]);
        var now = await Query.OpenAsync(_desk.Case.Id, _leaving.Token);
        _changed = now.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
        // Who may no longer see the case has nothing of it on the screen, not even to finish a sentence.
        if (now.Refusal is Refusal.NotFound or Refusal.SignedOut) (_desk, _closed) = (null, _changed);
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        if (_subscription is not null) await _subscription.DisposeAsync();
    }
}
