using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>The holder corrects the kind, the priority of the part and the topics, in one act that can be taken back at once.</summary>
public sealed partial class DescribeForm
{
    private CaseKind _kindBefore, _kind;
    private Priority _priorityBefore, _priority;
    private TopicChoice[] _topicsBefore = [];
    private IReadOnlyList<TopicChoice> _topics = [];
    private IReadOnlyList<AdvisedTopic> _advised = [];
    private string? _bound, _why, _refused, _meanwhile;
    private ElementReference _first, _second;
    private bool _isBusy;

    [Parameter, EditorRequired] public CaseSheet Sheet { get; set; } = default!;
    [Parameter, EditorRequired] public EventCallback OnClosed { get; set; }

    [Inject] public required CaseDescribing Describing { get; init; }
    [Inject] public required TopicDirectory TopicList { get; init; }
    [Inject] public required TopicAdviser Adviser { get; init; }
    [Inject] public required Toasts Toasts { get; init; }

    private Description Chosen => new(
        new(_kindBefore, _kind), new(_priorityBefore, _priority), TopicChange.Between([.. _topicsBefore.Select(t => t.Code)], [.. _topics.Select(t => t.Code)]));

    private DeadlineView? Effect => _kind.Basis() == Sheet.Head.Basis ? null : Clock.DeadlineOf(_kind, Sheet.Head, Sheet.At);

    protected override void OnInitialized()
    {
        (_kindBefore, _kind) = (Sheet.Head.Kind, Sheet.Head.Kind);
        (_priorityBefore, _priority) = (Sheet.Part.Priority, Sheet.Part.Priority);
        _bound = Sheet.Part.Purpose == RoutingPurpose.Information ? T["KindOfCopy"].Value : null;
        _topics = _topicsBefore = [.. Sheet.Topics.Select(TopicList.Find).OfType<TopicChoice>()];   // a code that no list has any more stays with the case
        _advised = Adviser.Beyond(Sheet.Text, _topicsBefore);
    }

    // Somebody else was here first: told once, and what was not touched here follows.
    protected override void OnParametersSet()
    {
        var topics = Sheet.Topics.Select(TopicList.Find).OfType<TopicChoice>().ToArray();
        var areOthers = !topics.Select(t => t.Code).SequenceEqual(_topicsBefore.Select(t => t.Code), StringComparer.Ordinal);
        if (Sheet.Head.Kind == _kindBefore && Sheet.Part.Priority == _priorityBefore && !areOthers) return;
        if (!_isBusy) _meanwhile = Meanwhile(topics);
        if (areOthers && _topics.SequenceEqual(_topicsBefore)) _topics = topics;
        if (areOthers) _topicsBefore = topics;
        if (_kind == _kindBefore) _kind = Sheet.Head.Kind;
        if (_priority == _priorityBefore) _priority = Sheet.Part.Priority;
        (_kindBefore, _priorityBefore) = (Sheet.Head.Kind, Sheet.Part.Priority);
    }

    // Who and when, out of the history that came with the new state.
    private string Meanwhile(IReadOnlyList<TopicChoice> topics)
    {
        string now = T["DescribedMeanwhile", Words.Of(Sheet.Head.Kind), Words.Of(Sheet.Part.Priority), string.Join(", ", topics.Select(t => t.Name).DefaultIfEmpty("-"))];
        var last = Sheet.Movements.Where(line => line.Kind is MovementKind.KindChanged or MovementKind.PriorityChanged or MovementKind.TopicsChanged).MaxBy(line => line.Sequence);
        return last is { By: { } who } ? T["DescribedMeanwhileBy", who, Moments.DayAndHour(last.At), now] : now;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await (Sheet.Part.Purpose == RoutingPurpose.Information ? _second : _first).FocusAsync();
    }

    private void TopicsChosen(IReadOnlyList<TopicChoice> chosen) => (_topics, _refused) = (chosen, null);

    private async Task LookAsync()
    {
        (_refused, var asked) = (null, Chosen);
        var why = asked.IsNone ? null : await Describing.WhyNotAsync(Sheet.Part.Id, asked with { Topics = TopicChange.None }, CancellationToken.None);
        if (asked.Kind == Chosen.Kind && asked.Priority == Chosen.Priority) _why = why;   // not of a choice that is another by now
    }

    // Not tied to the screen: who leaves in this moment has still pressed the button. The bell of the case brings the new state.
    private async Task SaveAsync()
    {
        if (_isBusy) return;
        _isBusy = true;
        var (number, part, done, words) = (Sheet.Head.Number, Sheet.Part.Id, Chosen, WordsOf(Chosen));
        _refused = await Describing.DescribeAsync(new CommandId(Guid.CreateVersion7()), part, done, CancellationToken.None);
        _isBusy = false;
        if (_refused is not null) return;
        if (!done.IsNone) Toasts.Show(T["Described", number, words], undo: _topicsBefore.Length == 0 && !done.Topics.IsNone ? null : () => UndoAsync(number, part, done.Back));
        await OnClosed.InvokeAsync();
    }

    // What had no topic cannot be left without one again: there is no way back then.
    private async Task UndoAsync(string number, RoutingId part, Description back)
    {
        var told = await Describing.DescribeAsync(new CommandId(Guid.CreateVersion7()), part, back, CancellationToken.None);
        Toasts.Show(told ?? T["DescribeUndone", number], told is null ? Tone.Calm : Tone.Near);
    }

    private string WordsOf(Description done) => string.Join(", ",
        Words.Corrected(MovementKind.KindChanged, done.Kind.IsNone ? null : new KindChange(done.Kind, Sheet.Head.DueOn, Clock.DueOf(_kind, Sheet.Head)).ToString())
            .Concat(Words.Corrected(MovementKind.PriorityChanged, done.Priority.IsNone ? null : done.Priority.ToString()))
            .Concat(done.Topics.Added.Select(code => T["TopicAdded", TopicList.NameOf(code)].Value))
            .Concat(done.Topics.Removed.Select(code => T["TopicRemoved", TopicList.NameOf(code)].Value)));
}
