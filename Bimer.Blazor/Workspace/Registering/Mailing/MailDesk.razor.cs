using Bimer.Blazor.Live;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Registering.Mailing;

/// <summary>Mails of the unit's mailbox on their way to the form of the desk.</summary>
public sealed partial class MailDesk : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private IAsyncDisposable? _subscription;
    private Dialog? _dialog, _where, _whether;
    private MailQueue? _queue;
    private MailView? _mail;
    private MailState _shown = MailState.Waiting;
    private SetAsideReason _reason = SetAsideReason.Spam;
    private Guid _asked;
    private string? _problem, _notJoined;
    private string _number = "";
    private int _round;
    private bool _busy;

    [Parameter, EditorRequired] public DeskWay Way { get; set; } = default!;

    [Inject] public required MailQuery Query { get; init; }
    [Inject] public required OpenMailHandler Opener { get; init; }
    [Inject] public required SetAsideMailHandler Aside { get; init; }
    [Inject] public required JoinMailHandler Joiner { get; init; }
    [Inject] public required SplitMailHandler Splitter { get; init; }
    [Inject] public required TakeMailBackHandler Back { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }

    private bool IsAskedForGood => _mail is { IsSenderHidden: true } mail ? mail.Id == _asked : _queue?.Lines.Any(line => line.Id == _asked && line.IsSenderHidden) == true;

    private bool IsAside => _shown == MailState.SetAside;

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        // Not while prerendering: nobody would ever unsubscribe.
        if (_subscription is null && _queue is { } queue) _subscription = Feed.Subscribe([.. queue.Units.Select(LiveTopic.UnitMails)], () => InvokeAsync(RefreshAsync));
    }

    private async Task ReadAsync()
    {
        _mail = await Query.OnDeskAsync(_leaving.Token);
        _queue = await Query.QueueAsync(_shown, _leaving.Token);
    }

    private async Task RefreshAsync()
    {
        var before = _mail;
        await ReadAsync();
        // Its applicant was hidden elsewhere: what stands in the browser's fields goes with the form that holds them.
        if (_mail?.Id != before?.Id) _mail = before;
        else if (before is { IsSenderHidden: false } && _mail is { IsSenderHidden: true })
        {
            _round++;
            Toasts.Show(Words["MailSenderGone"]);
        }

        StateHasChanged();
    }

    private Task TurnAsync()
    {
        _shown = IsAside ? MailState.Waiting : MailState.SetAside;
        return ReadAsync();
    }

    private Task OpenAsync(Guid mail) => DoAsync(() => Opener.HandleAsync(new OpenMail(mail), CancellationToken.None), done: null);

    private Task TakeBackAsync(Guid mail) => DoAsync(() => Back.HandleAsync(new TakeMailBack(mail), CancellationToken.None), "MailTakenBack");

    private async Task AskAsync(Guid mail)
    {
        (_asked, _problem) = (mail, null);
        if (_dialog is not null) await _dialog.OpenAsync();
    }

    /// <summary>A copy comes off again by being recorded or set aside alone: what it is for is read before there is one.</summary>
    private async Task AskWhetherAsync(Guid mail)
    {
        (_asked, _problem) = (mail, null);
        if (_whether is not null) await _whether.OpenAsync();
    }

    private async Task SplitAsync()
    {
        if (_whether is not null) await _whether.CloseAsync();
        await DoAsync(() => Splitter.HandleAsync(new SplitMail(_asked), CancellationToken.None), "MailSplitDone");
    }

    private async Task AskWhereAsync(Guid mail)
    {
        (_asked, _problem, _notJoined, _number) = (mail, null, null, "");
        if (_where is not null) await _where.OpenAsync();
    }

    /// <summary>A number that was mistyped stays in its field, with what is wrong beneath.</summary>
    private async Task JoinAsync()
    {
        if (_busy) return;
        (_busy, _notJoined) = (true, null);
        var outcome = await Joiner.HandleAsync(new JoinMail(_asked, _number), CancellationToken.None);
        _busy = false;
        _notJoined = outcome.Refusal is { } refusal ? await Sentences.OfAsync(refusal, CancellationToken.None) : null;
        if (_notJoined is not null) return;
        if (_where is not null) await _where.CloseAsync();
        Toasts.Show(Words["MailJoined", _number.Trim()]);
        await LayAsync();
    }

    private async Task SetAsideAsync()
    {
        if (_dialog is not null) await _dialog.CloseAsync();
        await DoAsync(() => Aside.HandleAsync(new SetAsideMail(_asked, _reason), CancellationToken.None), "MailSetAside");
    }

    private async Task DoAsync(Func<Task<Outcome>> act, string? done)
    {
        if (_busy) return;
        (_busy, _problem) = (true, null);
        var outcome = await act();
        _busy = false;
        if (outcome.Refusal is { } refusal) _problem = await Sentences.OfAsync(refusal, CancellationToken.None);
        else if (done is not null) Toasts.Show(Words[done]);
        await LayAsync();
    }

    private async Task LayAsync()
    {
        var before = _mail?.Id;
        await ReadAsync();
        if (_mail?.Id != before) _round++;   // another form lies on the desk
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        if (_subscription is not null) await _subscription.DisposeAsync();
    }
}
