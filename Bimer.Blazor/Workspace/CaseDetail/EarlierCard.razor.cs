using System.Globalization;
using Bimer.Blazor.Live;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>The earlier cases of one person on the screen: asked for once, filtered here, and gone when one of them is hidden or kept away.</summary>
public sealed partial class EarlierCard : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private IAsyncDisposable? _subscription;
    private IReadOnlyList<EarlierCase>? _all;
    private (CaseId Case, bool IsHidden) _shown;
    private CaseKind? _kind;
    private string _text = "";
    private string? _told;
    private bool _isAsking;

    [Parameter, EditorRequired] public CaseSheet Sheet { get; set; } = default!;

    [Inject] public required EarlierCasesHandler Handler { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }
    [Inject] public required TopicDirectory TopicList { get; init; }

    private List<EarlierCase> Shown => [.. (_all ?? []).Where(e => _kind is null || e.Kind == _kind).Where(Answers)];

    protected override void OnParametersSet()
    {
        var now = (Sheet.Head.Id, Sheet.Applicant.IsHidden);
        if (_shown != now) (_all, _told) = (null, null);
        _shown = now;
    }

    private async Task FindAsync()
    {
        if (_isAsking) return;   // the second of two clicks would be recorded as a second search
        _isAsking = true;
        var (asked, id) = (_shown, Sheet.Head.Id);
        var outcome = await Handler.HandleAsync(new FindEarlierCases(new CommandId(Guid.CreateVersion7()), id), _leaving.Token);
        _isAsking = false;
        _told = outcome.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
        if (asked != _shown || outcome.Value is not { } found) return;   // hidden, or another case, while the answer was on its way
        _all = found;
        await ListenAsync(found);
    }

    private async Task ListenAsync(IReadOnlyList<EarlierCase> found)
    {
        var former = _subscription;
        _subscription = Feed.Subscribe([.. found.Select(e => LiveTopic.Case(e.Id))], () => InvokeAsync(ReadAgainAsync));
        if (former is not null) await former.DisposeAsync();
        await ReadAgainAsync();   // what was hidden between the answer and the first bell
    }

    private async Task ReadAgainAsync()
    {
        if (_leaving.HasBegun || _all is null) return;
        var asked = _shown;
        var found = await Handler.AgainAsync(Sheet.Head.Id, _leaving.Token);
        if (asked != _shown || _all is null) return;
        _all = found;
        StateHasChanged();
    }

    private bool Answers(EarlierCase earlier) => _text.Trim() is not { Length: > 0 } text
        || TurkishFold.Of($"{NumberOf(earlier)} {Units.Of(earlier.Unit)} {StateOf(earlier)} {string.Join(' ', TopicsOf(earlier))} {DateOf(earlier).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}")
            .Contains(TurkishFold.Of(text), StringComparison.Ordinal);

    private string StateOf(EarlierCase earlier) => earlier.IsClosed ? Words.Settled.Words : Words.Of(earlier.State);

    private IEnumerable<string> TopicsOf(EarlierCase earlier) => earlier.Topics.Select(TopicList.NameOf);

    private static string NumberOf(EarlierCase earlier) => new CaseNumber(earlier.Id).ToString();

    private static DateOnly DateOf(EarlierCase earlier) => IstanbulTime.LegalDay(earlier.FiledAt);

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        if (_subscription is not null) await _subscription.DisposeAsync();
    }
}
