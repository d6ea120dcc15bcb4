using Bimer.Blazor.Live;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Searching;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Templates;

/// <summary>What the list is narrowed to.</summary>
public enum TemplateView
{
    Open,
    Waiting,
    General,
    Institution,
    Unit,
    Person,
    Retired,
}

/// <summary>Cevap şablonları: the list, and the one that is opened by the address.</summary>
public sealed partial class TemplatesPage : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private IAsyncDisposable? _bell;
    private TemplateDesk? _desk;
    private TemplateSheet? _sheet;
    private TemplateView _view;
    private string? _problem;
    private string _typed = "";

    [SupplyParameterFromQuery(Name = Addresses.TemplateKey)] public string? Key { get; set; }

    [Inject] public required TemplateDeskQuery Query { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required LiveFeed Feed { get; init; }
    [Inject] public required CaseWords Terms { get; init; }

    /// <summary>Before the page is live nothing is typed into it that would be lost.</summary>
    private bool IsIdle => !RendererInfo.IsInteractive;

    private IReadOnlyList<TemplateLine> Shown => [.. _desk!.Lines.Where(l => IsIn(l, _view) && IsMeant(l))];

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        // Not earlier: prerendering has nobody who would unsubscribe.
        if (firstRender) _bell = Feed.Subscribe([LiveTopic.Templates], () => InvokeAsync(ListAgainAsync));
    }

    /// <summary>The list alone: a text that is being read does not become another under the eyes; a decision about it is refused by itself.</summary>
    private async Task ListAgainAsync()
    {
        if (_leaving.HasBegun) return;
        _desk = await Query.ReadAsync(_leaving.Token) ?? _desk;
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        _desk = await Query.ReadAsync(_leaving.Token) ?? _desk;
        (_sheet, _problem) = (null, null);
        if (!Guid.TryParse(Key, out var id)) return;
        var opened = await Query.OpenAsync(new ReplyTemplateId(id), _leaving.Token);
        (_sheet, _problem) = (opened.Value, opened.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null);
    }

    private static bool IsIn(TemplateLine line, TemplateView view) => view switch
    {
        TemplateView.Retired => line.IsRetired,
        _ when line.IsRetired => false,
        TemplateView.Open => true,
        TemplateView.Waiting => line.Waits,
        TemplateView.General => line.Scope == TemplateScope.General,
        TemplateView.Institution => line.Scope == TemplateScope.Institution,
        TemplateView.Unit => line.Scope == TemplateScope.Unit,
        _ => line.Scope == TemplateScope.Person,
    };

    private bool IsMeant(TemplateLine line)
    {
        string[] words = [.. FoldedWords.In($"{line.Name} {line.Shortcut} {line.HomeName}").Select(w => w.Folded)];
        return FoldedWords.In(_typed).All(asked => words.Any(word => word.StartsWith(asked.Folded, StringComparison.Ordinal)));
    }

    private string UseOf(TemplateFigures use) => use.ReturnRate is not { } rate ? T["NeverUsed"] : T.Counted("Used", use.Letters, rate);

    public async ValueTask DisposeAsync()
    {
        await _leaving.DisposeAsync();
        if (_bell is not null) await _bell.DisposeAsync();
    }
}
