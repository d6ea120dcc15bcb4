using Bimer.Domain.Kernel;

namespace Bimer.Domain.Applicants;

/// <summary>A legal entity's tax number (vergi kimlik no) whose check digit fits. Comes out by <see cref="Reveal"/> alone.</summary>
public sealed record TaxId
{
    public const int Length = 10;

    private readonly string _digits;

    private TaxId(string digits) => _digits = digits;

    /// <summary>Blanks around it are forgiven, nothing else. Refused: <see cref="Refusal.InvalidTaxId"/>.</summary>
    public static Outcome<TaxId> Parse(string? text)
    {
        var digits = text?.Trim() ?? "";
        var fits = digits.Length == Length && digits.All(char.IsAsciiDigit) && digits[^1] - '0' == CheckDigit(digits);
        return fits ? new TaxId(digits) : new Refusal.InvalidTaxId();
    }

    /// <summary>The ten digits.</summary>
    public string Reveal() => _digits;

    public override string ToString() => MaskedIdentity.TaxNumber;

    private static int CheckDigit(string digits)
    {
        var sum = 0;
        for (var weight = 1; weight < Length; weight++)   // from the ninth digit back to the first
        {
            var shifted = (digits[Length - 1 - weight] - '0' + weight) % 10;
            if (shifted == 0) continue;
            var share = (shifted << weight) % 9;
            sum += share == 0 ? 9 : share;
        }

        return (10 - (sum % 10)) % 10;
    }
}
