using Bimer.Blazor.Live;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Home;

/// <summary>The desk (S19): every box with what lies in it, what is due next and what happened last, kept current.</summary>
public sealed partial class HomePage : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private IAsyncDisposable? _subscription, _bellBelow, _bellTemplates;
    private int? _templates;
    private IReadOnlyList<LiveTopic> _heard = [];
    private Overview? _overview;
    private CountersTopics? _topics;
    private BoxCounts? _counts;
    private BelowOverview? _below;
    private IReadOnlyDictionary<string, BoxAge> _ages = new Dictionary<string, BoxAge>(StringComparer.Ordinal);

    [Inject] public required CountersQuery Query { get; init; }
    [Inject] public required OverviewQuery Overviews { get; init; }
    [Inject] public required BoxAgesQuery Ages { get; init; }
    [Inject] public required BelowOverviewQuery Belows { get; init; }
    [Inject] public required TemplatesToSign Templates { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _topics = await Query.TopicsAsync(_leaving.Token);
        _counts = await Query.ReadAsync(_leaving.Token);
        _overview = await Overviews.ReadAsync(_leaving.Token);
        _ages = await Ages.ReadAsync(_leaving.Token);
        Take(await Belows.ReadAsync(_leaving.Token));
        _templates = await Templates.CountAsync(_leaving.Token);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would unsubscribe.
        if (_topics is null || _overview is null) return;
        // A bell of its own: it rings all day, and the number it changes is read together with the menu's.
        if (_topics.IsCoordinator && !_leaving.HasBegun) _bellBelow ??= Feed.Subscribe(_topics.Below, () => InvokeAsync(LookBelowAsync));
        if (_topics.IsApprover && !_leaving.HasBegun) _bellTemplates ??= Feed.Subscribe([LiveTopic.Templates], () => InvokeAsync(LookAtTemplatesAsync));
        if (!await ListenAsync()) return;
        await RefreshAsync();   // what happened before the bell
    }

    /// <summary>Beside the boxes every case that is told of has a bell: what others do on it happens in boxes of theirs.</summary>
    /// <returns>False when these bells are heard already.</returns>
    private async Task<bool> ListenAsync()
    {
        LiveTopic[] topics = [LiveTopic.Day, .. _topics!.Own, .. _topics.Units, .. _overview!.Watched.Concat(WatchedOfFollowed()).Distinct().Select(LiveTopic.Case)];
        if (topics.SequenceEqual(_heard)) return false;
        _heard = topics;
        if (_subscription is not null) await _subscription.DisposeAsync();
        if (_leaving.HasBegun) return false;
        _subscription = Feed.Subscribe(topics, () => InvokeAsync(RefreshAsync));
        return true;
    }

    private IEnumerable<CaseId> WatchedOfFollowed() => _ages.GetValueOrDefault("Followed")?.Watched is not { } days ? [] : days.Nearest is { } nearest ? [days.Oldest, nearest] : [days.Oldest];

    private async Task RefreshAsync()
    {
        if (_leaving.HasBegun || await Query.ReadAsync(_leaving.Token) is not { } counts) return;
        (_counts, _overview, _ages) = (counts, await Overviews.ReadAsync(_leaving.Token), await Ages.ReadAsync(_leaving.Token));
        if (_topics!.IsCoordinator) Take(await Belows.ReadAgainAsync(_leaving.Token));   // among these bells are those that make blind
        StateHasChanged();
    }

    private async Task LookBelowAsync()
    {
        if (_leaving.HasBegun || await Belows.ReadAgainAsync(_leaving.Token) is not { } below) return;
        Take(below);
        StateHasChanged();
    }

    private async Task LookAtTemplatesAsync()
    {
        if (_leaving.HasBegun || await Templates.CountAgainAsync(_leaving.Token) is not { } waiting) return;
        _templates = waiting;
        StateHasChanged();
    }

    /// <summary>The tile says what the list under it says, both of one read.</summary>
    private void Take(BelowOverview? below)
    {
        _below = below;
        if (_counts is { Below: not null } counts && below is not null) _counts = counts with { Below = below.Open };
    }

    private BoxAge? AgeOf(string box) => box is "Below" ? _below?.Age : _ages.GetValueOrDefault(box);

    private IEnumerable<Tile> WorkOf(BoxCounts counts)
    {
        if (_topics!.IsOfficer)
        {
            yield return new("UnitInbox", Addresses.UnitInbox, "building", counts.UnitInbox);
            yield return new("MyInbox", Addresses.MyInbox, "inbox", counts.Mine);
            yield return new("Returned", Addresses.Returned, "undo", counts.CameBack, IsHot: true);
            yield return new("SentBack", Addresses.SentBack, "back", counts.SentBack, IsHot: true);
            yield return new("OnHold", Addresses.OnHold, "pause", counts.OnHold);
            yield return new("Submitted", Addresses.Submitted, "clock", counts.Submitted);
        }

        if (_topics.IsApprover) yield return new("Approvals", Addresses.Approvals, "pen", counts.Approvals);
        if (_templates is { } waiting) yield return new("Templates", Addresses.Templates, "quote", waiting);
        if (counts.Below is { } open) yield return new("Below", Addresses.Below, "users", open);
    }

    /// <summary>What is done and what is only watched: others work on it.</summary>
    private IEnumerable<Tile> SettledOf(BoxCounts counts)
    {
        yield return new("Followed", Addresses.Followed, "star", counts.Followed) { IsSettled = true };
        if (!_topics!.IsOfficer) yield break;
        yield return new("Replied", Addresses.Replied, "check", counts.Replied) { IsSettled = true };
        yield return new("Forwarded", Addresses.Forwarded, "send", counts.Forwarded) { IsSettled = true };
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        if (_subscription is not null) await _subscription.DisposeAsync();
        if (_bellBelow is not null) await _bellBelow.DisposeAsync();
        if (_bellTemplates is not null) await _bellTemplates.DisposeAsync();
    }
}
