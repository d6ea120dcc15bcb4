using System.Globalization;
using Bimer.Domain.Cases;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>
/// The petition itself (S9), and of an information request what is wanted (S8). Too long is never cut and never blocked: the text stays and the page says how much has to go.
/// </summary>
public sealed partial class TextPage
{
    /// <summary>What the buttons of the list send.</summary>
    internal const string Adds = "ekle", Removes = "sil-";

    private const int Prompts = 6;

    // Far beyond the limit, so that whoever pasted too much into one field can cut it here.
    private const int LongestItemKept = 20_000;

    private int _fresh;

    [SupplyParameterFromForm(FormName = "text")] private TextForm? Form { get; set; }

    protected override FilingStep Here => FilingStep.Text;

    private Task SendAsync()
    {
        if (Form is null) return KeepAsItIsAsync();
        if (Form.Auto is null && Form.Act is { Length: > 0 } act) return ChangeListAsync(act);
        return KeepAsync(draft => Merge(draft, Posted(draft)), Form.Auto is not null);
    }

    private async Task ChangeListAsync(string act)
    {
        await KeepHereAsync(draft => Merge(draft, Changed(Posted(draft), act)));
        if (string.Equals(act, Adds, StringComparison.Ordinal)) _fresh = Draft.Items.Count;
    }

    private static IReadOnlyList<string> Changed(IReadOnlyList<string> items, string act)
    {
        if (string.Equals(act, Adds, StringComparison.Ordinal)) return items.Count < RequestedItems.Most ? [.. items.Count == 0 ? [""] : items, ""] : items;
        if (!act.StartsWith(Removes, StringComparison.Ordinal) || !int.TryParse(act.AsSpan(Removes.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return items;
        return [.. items.Where((_, at) => at != number - 1)];
    }

    private FilingDraft Merge(FilingDraft draft, IReadOnlyList<string> items) => draft with { Text = Cut(Form!.Text ?? "", FilingDraft.LongestKept), Items = items };

    // Not on the page of another kind: what was listed before stays (S7).
    private IReadOnlyList<string> Posted(FilingDraft draft) =>
        Form!.Items is { } sent ? [.. sent.Take(RequestedItems.Most).Select(item => Cut(item ?? "", LongestItemKept))] : draft.Items;

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest] : text;

    /// <summary>The page as posted.</summary>
    public sealed class TextForm
    {
        public string? Text { get; set; }
        public List<string?>? Items { get; set; }
        public string? Act { get; set; }
        public string? Auto { get; set; }
    }
}
