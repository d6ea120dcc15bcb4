using System.Text.RegularExpressions;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Replies;

/// <summary>A place of a letter that the system fills when the letter is composed (birleştirme alanı), written as "{başvuru-no}".</summary>
public enum MergeField
{
    /// <summary>başvuran: the applicant's name, or the neutral word for whoever is hidden; never known to whoever writes.</summary>
    Applicant,

    /// <summary>başvuru-no</summary>
    CaseNumber,

    /// <summary>başvuru-tarihi: the legal day of filing.</summary>
    FiledOn,

    /// <summary>cevap-tarihi: the legal day of the signature.</summary>
    SignedOn,

    /// <summary>birim: the unit that answers.</summary>
    Unit,

    /// <summary>kurum: the institution that heads its branch.</summary>
    Institution,
}

/// <summary>
/// The fixed list of places a template may leave to the system (S46, fault H9). There is no language in it: a name of the list in braces is a
/// place, anything else in braces is refused when a template is saved and stops a letter when it is sent.
/// </summary>
public static partial class MergeFields
{
    private static readonly Dictionary<string, MergeField> _byName = new(StringComparer.Ordinal)
    {
        ["basvuran"] = MergeField.Applicant, ["basvuru-no"] = MergeField.CaseNumber, ["basvuru-tarihi"] = MergeField.FiledOn,
        ["cevap-tarihi"] = MergeField.SignedOn, ["birim"] = MergeField.Unit, ["kurum"] = MergeField.Institution,
    };

    /// <summary>The place of this name, with Turkish letters or without, in capitals or not; none where the list has none.</summary>
    /// <param name="name">Without the braces.</param>
    public static MergeField? Named(string name) => _byName.TryGetValue(TurkishFold.Of(name), out var field) ? field : null;

    /// <summary>Puts a value into each place, once: a value that looks like a place stays as it is.</summary>
    /// <param name="valueOf">Ready for the text it goes into; of HTML, escaped.</param>
    public static string Fill(string text, Func<MergeField, string> valueOf) =>
        !text.Contains('{', StringComparison.Ordinal) ? text
        : Place().Replace(text, found => Named(found.Groups["name"].Value) is { } field ? valueOf(field) : found.Value);

    /// <summary>The text without its known places: whatever braces are left in it belong to none.</summary>
    public static string Without(string text) => Fill(text, _ => "");

    /// <summary>Whether a known place stands in the text.</summary>
    public static bool StandIn(string text) => Place().Matches(text).Any(found => Named(found.Groups["name"].Value) is not null);

    /// <summary>The first thing in braces that is no place of the list, or a brace alone; none where there is none.</summary>
    /// <param name="plain">A plain text whose known places are taken out (<see cref="Without"/>).</param>
    public static string? StrayIn(string plain)
    {
        var at = plain.AsSpan().IndexOfAny('{', '}');
        if (at < 0) return null;
        var end = plain.IndexOf('}', at);
        return plain[at..(end < 0 || end - at > LongestShown ? Math.Min(plain.Length, at + LongestShown) : end + 1)];
    }

    private const int LongestShown = 40;

    [GeneratedRegex(@"\{(?<name>[\p{L}-]{1,40})\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Place();
}
