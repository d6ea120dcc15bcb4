using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Templates;

/// <summary>The desk of whoever writes a template, new or anew.</summary>
public sealed partial class TemplateWritePage : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private TemplateWriting? _writing;
    private LetterEditor? _editor;
    private CommandId? _intent;
    private string? _closed;
    private string? _problem;
    private string _name = "";
    private string _shortcut = "";
    private string _mine = "";
    private WordingLine? _later;
    private int _home, _buildsOn;
    private bool _busy;

    [SupplyParameterFromQuery(Name = Addresses.TemplateKey)] public string? Key { get; set; }

    [Inject] public required TemplateDrafts Drafts { get; init; }
    [Inject] public required WriteTemplateHandler Write { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    private ReplyTemplateId Id => Guid.TryParse(Key, out var id) ? new ReplyTemplateId(id) : NewTemplate;

    private static ReplyTemplateId NewTemplate => TemplateDrafts.NewOne;

    private bool IsNew => Id == NewTemplate;

    private bool IsIdle => !RendererInfo.IsInteractive;

    private TemplateHome Home => _writing!.Homes[_home].Home;

    private TemplateFields Fields => new(_name, _shortcut, Home.Scope, Home.Unit?.Value, _buildsOn);

    private string Back => IsNew ? Addresses.Templates : Addresses.Template(Id);

    protected override async Task OnInitializedAsync()
    {
        var opened = await Drafts.OpenAsync(Id, _leaving.Token);
        _closed = opened.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
        if (opened.Value is not { } writing) return;
        (_name, _shortcut, _buildsOn) = (writing.Fields.Name, writing.Fields.Shortcut, writing.Fields.BuildsOn);
        _home = Math.Max(0, writing.Homes.ToList().FindIndex(option => option.Home == writing.Fields.Home));
        _writing = writing;
    }

    private Task KeepAsync() => _editor?.KeepAsync(Fields) ?? Task.CompletedTask;

    private Task AddFieldAsync(MergeField field) => _editor?.InsertAsync(Braced(field)) ?? Task.CompletedTask;

    private string NameOf(MergeField field) => T["Field." + field];

    private string Braced(MergeField field) => "{" + NameOf(field) + "}";

    private async Task SaveAsync()
    {
        if (_editor is null || _busy) return;
        _busy = true;
        try
        {
            await KeepAsync();   // a word typed in the same instant
            var typed = await _editor.FlushAsync();
            _problem = !typed.Saved ? T["NotSaved"].Value : typed.Empty ? T["TextMissing"].Value : null;
            if (_problem is not null) return;
            var outcome = await Write.HandleAsync(new WriteTemplate(_intent ??= new CommandId(Guid.CreateVersion7()), Id, typed.Version) { BuildsOn = _buildsOn }, CancellationToken.None);
            _intent = null;
            _problem = outcome.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
            _later = null;
            if (outcome.Refusal is Refusal.TemplateMovedOn) await CompareAsync();
            if (!outcome.IsAccepted) return;
            Toasts.Show(T[Home.Scope == TemplateScope.Person ? "Saved" : "SentForApproval", _name.Trim()]);
            Navigation.NavigateTo(Addresses.Template(outcome.Value));
        }
        finally
        {
            _busy = false;
        }
    }

    /// <summary>Both texts beside each other: what a colleague wrote meanwhile, and what it would have been replaced by.</summary>
    private async Task CompareAsync()
    {
        _later = await Drafts.LaterAsync(Id, _buildsOn, _leaving.Token);
        _mine = (await Drafts.TextAsync(Id, _leaving.Token)).Value?.Html ?? "";
    }

    private async Task BuildOnAsync(WordingLine later, bool withTheirs)
    {
        (_buildsOn, _later, _problem) = (later.Version, null, null);
        if (withTheirs && _editor is not null) await _editor.InsertAsync(later.Html);
        await KeepAsync();
        Toasts.Show(T["BuiltOn", later.Version]);
    }

    private async Task GiveUpAsync()
    {
        if (_editor is not null) await _editor.FlushAsync();   // what was typed last comes back too, and no save follows behind
        var dropped = await Drafts.ForgetAsync(Id, CancellationToken.None);
        if (dropped is not null) Toasts.Show(T["Dropped"], undo: () => RestoreAsync(dropped));
        Navigation.NavigateTo(Back);
    }

    private async Task RestoreAsync(DroppedDraft dropped)
    {
        var isBack = (await Drafts.RestoreAsync(dropped, CancellationToken.None)).IsAccepted;
        Toasts.Show(T[isBack ? "Restored" : "NotRestored"], isBack ? Tone.Calm : Tone.Late);
    }

    public ValueTask DisposeAsync() => _leaving.DisposeAsync();
}
