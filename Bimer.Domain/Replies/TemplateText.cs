using Bimer.Domain.Kernel;

namespace Bimer.Domain.Replies;

/// <summary>What somebody typed as a template.</summary>
/// <param name="Shortcut">Letters, digits and hyphens, typed after "::"; empty for none.</param>
/// <param name="Html">Cleaned.</param>
/// <param name="Plain">The same as plain text, with the known places taken out (<see cref="MergeFields.Without"/>).</param>
public sealed record TemplateText(string Name, string Shortcut, string Html, string Plain)
{
    /// <summary>What is wrong with it.</summary>
    /// <returns>
    /// <see cref="Refusal.TemplateNameMissing"/>, <see cref="Refusal.TemplateShortcutUnfit"/>, <see cref="Refusal.TemplateTextMissing"/>,
    /// <see cref="Refusal.TextTooLong"/>, <see cref="Refusal.UnknownMergeField"/>; none for a sound one.
    /// </returns>
    public Refusal? WhyNot()
    {
        if (Name.Trim() is not { Length: > 0 and <= ReplyTemplate.LongestName } || Name.Any(char.IsControl)) return new Refusal.TemplateNameMissing(ReplyTemplate.LongestName);
        if (Shortcut.Trim() is { Length: > ReplyTemplate.LongestShortcut } || !Shortcut.Trim().All(c => char.IsLetterOrDigit(c) || c == '-')) return new Refusal.TemplateShortcutUnfit(ReplyTemplate.LongestShortcut);
        if (Html.Length > ReplyTemplate.LongestHtml) return new Refusal.TextTooLong(Html.Length, ReplyTemplate.LongestHtml);
        if (MergeFields.StrayIn(Plain) is { } stray) return new Refusal.UnknownMergeField(stray);
        // A text of nothing but places says nothing.
        return string.IsNullOrWhiteSpace(Plain) ? new Refusal.TemplateTextMissing() : null;
    }

    /// <summary>What a person wrote belongs into no log.</summary>
    public override string ToString() => nameof(TemplateText);
}

/// <summary>The wording whose words a letter took last (S46).</summary>
/// <param name="Version">Of the template.</param>
public readonly record struct TemplateUse(ReplyTemplateId Template, int Version);
