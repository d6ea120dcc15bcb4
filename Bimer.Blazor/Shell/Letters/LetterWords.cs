using System.Globalization;
using System.Resources;

namespace Bimer.Blazor.Shell.Letters;

/// <summary>
/// The words of letters and short messages. Turkish only: what the state writes to a citizen does not depend on the language in which
/// an approver happens to use the screen, or the preview would not be the letter.
/// </summary>
public static class LetterWords
{
    private static readonly ResourceManager Words = new(typeof(LetterWords));

    internal static CultureInfo Turkish { get; } = CultureInfo.GetCultureInfo("tr-TR");

    internal static string Of(string key) =>
        Words.GetString(key, CultureInfo.InvariantCulture) ?? throw new ArgumentOutOfRangeException(nameof(key), key, "No such word.");

    internal static string Of(string key, params object[] values) => string.Format(Turkish, Of(key), values);
}
