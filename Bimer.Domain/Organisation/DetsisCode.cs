using System.Diagnostics.CodeAnalysis;

namespace Bimer.Domain.Organisation;

/// <summary>
/// The number of a unit in the state organisation register (DETSİS): exactly 8 ASCII digits, unique, never reused.
/// It is text: a leading zero belongs to it, and no check digit is known.
/// </summary>
public sealed record DetsisCode
{
    /// <summary>The number of digits.</summary>
    public const int Length = 8;

    private DetsisCode(string value) => Value = value;

    /// <summary>The eight digits.</summary>
    public string Value { get; }

    /// <summary>Reads a number as it is written, without blanks. Anything but 8 ASCII digits is refused.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DetsisCode? code)
    {
        // char.IsAsciiDigit: the register's numbers are never written in another script's digits.
        code = text is { Length: Length } && text.All(char.IsAsciiDigit) ? new DetsisCode(text) : null;
        return code is not null;
    }

    /// <summary>As <see cref="TryParse"/>, for text that is known to be right.</summary>
    /// <exception cref="FormatException">The text is not a DETSİS number.</exception>
    public static DetsisCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException("A DETSİS number has exactly 8 digits.");

    /// <summary>The eight digits.</summary>
    public override string ToString() => Value;
}
