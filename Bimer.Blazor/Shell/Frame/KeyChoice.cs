using System.Globalization;

namespace Bimer.Blazor.Shell.Frame;

/// <summary>Why a choice of keys is not kept.</summary>
/// <param name="Word">Name of the sentence in ShellWords that says it.</param>
/// <param name="Keys">What was typed.</param>
/// <param name="At">Name of the shortcut it was typed for.</param>
/// <param name="Other">Name of the shortcut it stands in the way of, or that stands in its way.</param>
public sealed record KeyProblem(string Word, string Keys, string At, string? Other = null);

/// <summary>
/// What one person chose for their keyboard (WCAG 2.1.4, U5): other letters for shortcuts, or none at all. Keys with Ctrl, Enter and Escape stay as they are.
/// </summary>
/// <param name="IsOff">Shortcuts of letters and signs alone do nothing.</param>
/// <param name="Own">Keys by the name of the shortcut (<see cref="KeyRow.Word"/>).</param>
public sealed record KeyChoice(bool IsOff, IReadOnlyDictionary<string, string> Own)
{
    /// <summary>The table as it is.</summary>
    public static readonly KeyChoice Usual = new(IsOff: false, new Dictionary<string, string>(StringComparer.Ordinal));

    private static readonly CultureInfo _turkish = CultureInfo.GetCultureInfo("tr-TR");

    /// <summary>A shortcut as it is for this person: without keys where they are off, or where a key of their own took its place.</summary>
    public KeyRow Of(KeyRow row)
    {
        if (!row.IsOfCharacters) return row;
        if (IsOff) return row with { Keys = "" };
        if (Own.TryGetValue(row.Word, out var own)) return row with { Keys = own };
        return Own.Values.Any(keys => AreInTheWay(keys, row.Keys)) ? row with { Keys = "" } : row;
    }

    /// <summary>What was typed, as the table writes it: unknown names and what is as usual left out, letters as keys.js compares them.</summary>
    public KeyChoice Sound()
    {
        var changeable = KeyTable.Rows.Where(row => row.IsOfCharacters).ToDictionary(row => row.Word, row => row.Keys, StringComparer.Ordinal);
        var kept = (Own ?? Usual.Own).Where(own => changeable.ContainsKey(own.Key) && own.Value is not null).Select(own => (own.Key, Keys: Written(own.Value)))
            .Where(own => !string.Equals(own.Keys, changeable[own.Key], StringComparison.Ordinal));
        return this with { Own = kept.ToDictionary(own => own.Key, own => own.Keys, StringComparer.Ordinal) };
    }

    /// <summary>The first thing that is wrong with a sound choice; none where it can be kept.</summary>
    public KeyProblem? Problem()
    {
        var rows = KeyTable.Rows.Select(row => row.IsOfCharacters && Own.TryGetValue(row.Word, out var own) ? row with { Keys = own } : row).ToList();
        foreach (var row in rows.Where(row => Own.ContainsKey(row.Word)))
        {
            if (!IsKeys(row.Keys)) return new KeyProblem("KeyUnfit", row.Keys, row.Word);
            if (rows.Find(other => other != row && AreInTheWay(other.Keys, row.Keys)) is { } other) return new KeyProblem("KeyTaken", row.Keys, row.Word, other.Word);
        }

        return null;
    }

    // The first key of two would do what the one alone does, and the second would never be waited for.
    private static bool AreInTheWay(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal) || one.StartsWith(other + " ", StringComparison.Ordinal) || other.StartsWith(one + " ", StringComparison.Ordinal);

    private static bool IsKeys(string keys) => keys.Split(' ') is { Length: 1 or 2 } strokes && strokes.All(stroke => stroke.Length == 1 && !char.IsControl(stroke[0]) && !char.IsSurrogate(stroke[0]));

    /// <summary>One blank between two keys; İ, I, ı and i are one, a capital is the letter with Shift.</summary>
    private static string Written(string typed) =>
        string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(stroke => string.Concat(stroke.Select(Letter))));

    private static char Letter(char typed)
    {
        var low = char.ToLower(typed, _turkish) is var letter and not 'ı' ? letter : 'i';
        return char.IsUpper(typed) ? char.ToUpperInvariant(low) : low;
    }
}
