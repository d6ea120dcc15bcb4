using Bimer.Domain.Kernel;

namespace Bimer.Domain.Applicants;

/// <summary>What a text gives away of its writer, who wants to stay hidden (S6, S13).</summary>
public sealed record OwnDetails(bool Number, bool Phone, bool Name)
{
    public bool Any => Number || Phone || Name;

    /// <summary>Reads a text for what its writer said of themselves: numbers however they are spaced, the name in either order, with or without Turkish letters.</summary>
    /// <param name="nationalId">As given; none where it is not known.</param>
    /// <param name="mobile">As given.</param>
    public static OwnDetails In(string text, string? nationalId, string? mobile, string givenName, string surname)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var phone = MobileNumber.Parse(mobile).Value?.Reveal() is { } own ? own[^10..] : null;
        var folded = " " + string.Join(' ', TurkishFold.Of(text).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(OnlyLetters)) + " ";
        return new(
            nationalId is { Length: > 0 } number && digits.Contains(number, StringComparison.Ordinal),
            phone is not null && digits.Contains(phone, StringComparison.Ordinal),
            Holds(folded, givenName + " " + surname) || Holds(folded, surname + " " + givenName));
    }

    private static bool Holds(string folded, string name) =>
        name.Trim().Length > 0 && folded.Contains(" " + TurkishFold.Of(name) + " ", StringComparison.Ordinal);

    private static string OnlyLetters(string word) => string.Concat(word.Where(c => char.IsLetter(c) || c == '-'));
}
