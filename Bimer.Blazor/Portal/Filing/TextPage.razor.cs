using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>The petition itself (S9). Too long is never cut and never blocked: the text stays and the page says how much has to go.</summary>
public sealed partial class TextPage
{
    private const int Prompts = 6;

    [SupplyParameterFromForm(FormName = "text")] private TextForm? Form { get; set; }

    protected override FilingStep Here => FilingStep.Text;

    private Task SendAsync()
    {
        if (Form is null) return KeepAsItIsAsync();
        var text = Form.Text ?? "";
        var kept = text.Length > FilingDraft.LongestKept ? text[..FilingDraft.LongestKept] : text;
        return KeepAsync(draft => draft with { Text = kept }, Form.Auto is not null);
    }

    /// <summary>The page as posted.</summary>
    public sealed class TextForm
    {
        public string? Text { get; set; }
        public string? Auto { get; set; }
    }
}
