using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>What a text gives away of its writer, who wants to stay hidden (S6).</summary>
public sealed record OwnDetails(bool Number, bool Phone, bool Name)
{
    public bool Any => Number || Phone || Name;

    public static OwnDetails In(string text, VisitIdentity writer)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var phone = MobileNumber.Parse(writer.Mobile).Value?.Reveal() is { } mobile ? mobile[^10..] : null;
        var folded = " " + string.Join(' ', TurkishFold.Of(text).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(OnlyLetters)) + " ";
        return new(
            writer.NationalId is { Length: > 0 } number && digits.Contains(number, StringComparison.Ordinal),
            phone is not null && digits.Contains(phone, StringComparison.Ordinal),
            Holds(folded, writer.GivenName + " " + writer.Surname) || Holds(folded, writer.Surname + " " + writer.GivenName));
    }

    private static bool Holds(string folded, string name) =>
        name.Trim().Length > 0 && folded.Contains(" " + TurkishFold.Of(name) + " ", StringComparison.Ordinal);

    private static string OnlyLetters(string word) => string.Concat(word.Where(c => char.IsLetter(c) || c == '-'));
}
