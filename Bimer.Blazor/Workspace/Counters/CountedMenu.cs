using Bimer.Blazor.Live;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Bimer.Blazor.Workspace.Counters;

/// <summary>
/// The menu with its counters. Two bells a circuit: the person's own boxes are counted anew for them alone; the unit boxes, which a
/// thousand people may watch, by a read they share. Whoever coordinates or manages has one more, for what is open below, and an approver one for templates.
/// </summary>
public sealed class CountedMenu : ComponentBase, IAsyncDisposable
{
    // What no room builds yet has no entry: a dead link is worse than none.
    private static readonly string[] _notBuilt = ["Alarms", "Reports"];

    private static readonly string[] _desks = ["RegisterLetter", "RegisterFax", "RegisterEmail", "RegisterPhone", "RegisterInPerson"];

    private readonly Leaving _leaving = new();
    private readonly List<IAsyncDisposable> _subscriptions = [];
    private readonly LatestAnswer _units = new(), _below = new();
    private CountersTopics? _topics;
    private BoxCounts? _counts;
    private int? _templates;

    [Inject] public required CountersQuery Query { get; init; }
    [Inject] public required TemplatesToSign Templates { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }
    [Inject] public required Redraws Redraws { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _topics = await Query.TopicsAsync(_leaving.Token);
        _counts = await Query.ReadAsync(_leaving.Token);
        _templates = await Templates.CountAsync(_leaving.Token);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would unsubscribe.
        if (_topics is null || _subscriptions.Count > 0) return;
        _subscriptions.Add(Feed.Subscribe(_topics.Own, () => InvokeAsync(CountAgainAsync)));
        _subscriptions.Add(Feed.Subscribe(_topics.Units, () => InvokeAsync(CountUnitsAgainAsync)));
        if (_topics.IsCoordinator) _subscriptions.Add(Feed.Subscribe(_topics.Below, () => InvokeAsync(CountBelowAgainAsync)));
        if (_topics.IsApprover) _subscriptions.Add(Feed.Subscribe([LiveTopic.Templates], () => InvokeAsync(CountTemplatesAgainAsync)));
        await CountAgainAsync();   // what happened between the first count and the first bell
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<WorkspaceMenu>(0);
        builder.AddComponentParameter(1, nameof(WorkspaceMenu.Counts), Badges());
        builder.AddComponentParameter(2, nameof(WorkspaceMenu.Hidden), Hidden());
        builder.CloseComponent();
    }

    private Task CountAgainAsync() => Redraws.AfterAsync(CountAsync, StateHasChanged);

    private Task CountUnitsAgainAsync() => Redraws.AfterAsync(CountUnitsAsync, StateHasChanged);

    private Task CountBelowAgainAsync() => Redraws.AfterAsync(CountBelowAsync, StateHasChanged);

    private Task CountTemplatesAgainAsync() => Redraws.AfterAsync(CountTemplatesAsync, StateHasChanged);

    private async Task<bool> CountAsync()
    {
        if (_leaving.HasBegun) return false;
        var (question, below) = (_units.Ask(), _below.Ask());
        if (await Query.ReadAsync(_leaving.Token) is not { } counts) return false;
        if (_units.UseOf(question) == AnswerUse.Drop && _counts is not null) counts = counts with { UnitInbox = _counts.UnitInbox };
        if (_below.UseOf(below) == AnswerUse.Drop && _counts is not null) counts = counts with { Below = _counts.Below };
        if (counts == _counts) return false;
        _counts = counts;
        return true;
    }

    private async Task<bool> CountUnitsAsync()
    {
        if (_leaving.HasBegun) return false;
        var question = _units.Ask();
        if (await Query.ReadUnitInboxAgainAsync(_leaving.Token) is not { } waiting || _units.UseOf(question) == AnswerUse.Drop) return false;
        if (_counts is null || _counts.UnitInbox == waiting) return false;
        _counts = _counts with { UnitInbox = waiting };
        return true;
    }

    private async Task<bool> CountTemplatesAsync()
    {
        if (_leaving.HasBegun || await Templates.CountAgainAsync(_leaving.Token) is not { } waiting || waiting == _templates) return false;
        _templates = waiting;
        return true;
    }

    private async Task<bool> CountBelowAsync()
    {
        if (_leaving.HasBegun) return false;
        var question = _below.Ask();
        if (await Query.ReadBelowAgainAsync(_leaving.Token) is not { } open || _below.UseOf(question) == AnswerUse.Drop) return false;
        if (_counts is null || _counts.Below == open) return false;
        _counts = _counts with { Below = open };
        return true;
    }

    // Open work is counted, and what is watched; what is settled is looked up, not done.
    private Dictionary<string, MenuCount> Badges() => _counts is not { } counts ? [] : new(StringComparer.Ordinal)
    {
        ["MyInbox"] = new(counts.Mine), ["Submitted"] = new(counts.Submitted), ["SentBack"] = new(counts.SentBack, IsHot: true),
        ["OnHold"] = new(counts.OnHold), ["Returned"] = new(counts.CameBack, IsHot: true), ["UnitInbox"] = new(counts.UnitInbox), ["Approvals"] = new(counts.Approvals),
        ["Followed"] = new(counts.Followed), ["Below"] = new(counts.Below ?? 0), ["Templates"] = new(_templates ?? 0),
    };

    private HashSet<string> Hidden()
    {
        var hidden = new HashSet<string>(_notBuilt, StringComparer.Ordinal);
        if (_topics is { IsOfficer: false }) hidden.UnionWith([.. _desks, "UnitInbox", "MyInbox", "Replied", "Forwarded", "Submitted", "SentBack", "OnHold", "Returned"]);
        if (_topics is { IsApprover: false }) hidden.UnionWith(["Approvals", "Bundles"]);
        if (_topics is { IsCoordinator: false }) hidden.UnionWith(["Below", "Catalogue", "Holidays", "InformationYear"]);
        if (_topics is { IsCoordinator: false, IsOfficer: false }) hidden.Add("Uncertain");   // officers: the notices of what their unit sent on
        return hidden;
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        foreach (var subscription in _subscriptions) await subscription.DisposeAsync();
    }
}
