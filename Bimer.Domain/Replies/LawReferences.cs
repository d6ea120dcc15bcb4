using System.Globalization;
using System.Text.RegularExpressions;

namespace Bimer.Domain.Replies;

/// <summary>A law changed (mevzuat değişikliği): what cites it and was approved before that day is to be read again.</summary>
/// <param name="Law">Its number: 4982.</param>
/// <param name="On">The legal day the change is in force.</param>
public sealed record LawChange(int Law, DateOnly On)
{
    /// <summary>Whether a wording approved on this day may speak of the law as it was: the day of the change itself counts as after it.</summary>
    public bool Ages(IReadOnlyCollection<int> laws, DateOnly approvedOn) => laws.Contains(Law) && approvedOn < On;
}

/// <summary>The laws a text names (atıf yapılan kanunlar): "4982 sayılı", "3071 s. Kanun", "4982 m.11".</summary>
public static partial class LawReferences
{
    /// <summary>Their numbers, each once, ascending.</summary>
    public static IReadOnlyList<int> In(string plain) =>
        [.. Named().Matches(plain).Select(found => int.Parse(found.Groups["law"].Value, CultureInfo.InvariantCulture)).Distinct().Order()];

    [GeneratedRegex(@"(?<![0-9./-])(?<law>[0-9]{3,5})\s(say\wl\w|s\.|m\.|md\.)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Named();
}
