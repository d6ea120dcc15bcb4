using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Replies;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Replying;

/// <summary>Templates on the writer's desk (cevap şablonları, S46): out of the panel, or by "::" in the text.</summary>
public sealed partial class ReplyPage
{
    private const int MostUnderCursor = 8;

    private IReadOnlyList<TemplateChoice>? _offered;

    [Inject] public required TemplateChoices Templates { get; init; }

    private async Task OfferAsync()
    {
        if (_desk is not null) _offered = await Templates.OfferedAsync(_desk.Unit, _leaving.Token);
    }

    private async Task<IReadOnlyList<EditorTemplate>> FindTemplatesAsync(string typed)
    {
        if (_offered is null) await OfferAsync();   // typed before the list was there
        var found = TemplateChoices.Matching(_offered ?? [], typed).Take(MostUnderCursor);
        return [.. found.Select(c => new EditorTemplate(
            c.Use.Template.Value.ToString("N"), c.Name, c.Shortcut, $"{Terms.Of(c.Scope, c.HomeName)} · {c.Beginning}"))];
    }

    /// <summary>The words of the one that was picked under the cursor; the letter remembers where they came from.</summary>
    private async Task<string> TemplateAsync(string key)
    {
        if (_offered?.FirstOrDefault(c => string.Equals(c.Use.Template.Value.ToString("N"), key, StringComparison.Ordinal)) is not { } choice) return "";
        if (await WordingAsync(choice) is not { } html) return "";
        _form.Template = choice.Use;
        await KeepAsync();
        StateHasChanged();
        return html;
    }

    private async Task UseTemplateAsync(TemplateChoice choice)
    {
        if (await WordingAsync(choice) is not { } html) return;
        _form.Template = choice.Use;
        await KeepAsync();
        await UseAsync(html);
    }

    /// <summary>The text, fetched now that it is wanted; where another one is in use by now the list is read anew, and the writer is told.</summary>
    private async Task<string?> WordingAsync(TemplateChoice choice)
    {
        if (_desk is null) return null;
        if (await Templates.WordingAsync(choice.Use, _desk.Unit, _leaving.Token) is { } html) return html;
        Toasts.Show(Words["TemplateMoved", choice.Name], Tone.Near);
        await OfferAsync();
        StateHasChanged();
        return null;
    }
}
