namespace Bimer.Domain.Ports;

/// <summary>One short message (kısa mesaj) to one phone.</summary>
/// <param name="Key">The same on every attempt: an operator that knows it takes the message once.</param>
/// <param name="Number">E.164 with plus sign, e.g. <c>+905321234567</c>.</param>
/// <param name="Text">At most 1,000 UTF-16 units; the caller keeps it free of names, subjects and case texts.</param>
public sealed record ShortMessage(Guid Key, string Number, string Text)
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestText = 1_000;

    /// <summary>An operator takes no other.</summary>
    public bool IsWellFormed => Text.Length is > 0 and <= LongestText
        && Number.Length is >= 8 and <= 16 && Number[0] == '+' && Number[1] != '0' && Number.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    public override string ToString() => $"{nameof(ShortMessage)} {Key}";
}
