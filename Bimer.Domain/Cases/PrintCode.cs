using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>
/// The code on one printout of a case (baskı kodu, S42): eighty random bits as sixteen signs that cannot be mistaken for one another. It says
/// nothing by itself and gives no right; the record of the printout is found by it. A reprint has another one.
/// </summary>
public readonly record struct PrintCode
{
    /// <summary>Random bytes a code is made of.</summary>
    public const int Bytes = 10;

    /// <summary>Signs of a code, without the hyphens.</summary>
    public const int Length = 16;

    /// <summary>What stands before the code in the address a QR code carries.</summary>
    public const string InAddress = "kod=";

    // Crockford's: no I, L, O and U.
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsOfSign = 5;
    private const int Group = 4;

    private PrintCode(string value) => Value = value;

    /// <summary>The signs without hyphens, as they are stored and printed as bars.</summary>
    public string Value { get; }

    /// <summary>The code made of these bits.</summary>
    /// <param name="random">Exactly <see cref="Bytes"/> bytes nobody can guess.</param>
    public static PrintCode Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != Bytes) throw new ArgumentException($"A code is made of {Bytes} bytes.", nameof(random));
        var signs = new char[Length];
        var (held, bits, at) = (0, 0, 0);
        foreach (var next in random)
        {
            (held, bits) = ((held << 8) | next, bits + 8);
            for (; bits >= BitsOfSign; bits -= BitsOfSign) signs[at++] = Signs[(held >> (bits - BitsOfSign)) & 31];
            held &= (1 << bits) - 1;
        }

        return new PrintCode(new string(signs));
    }

    /// <summary>
    /// Reads a code as typed, with or without hyphens, or the address a QR code carries. O is read as 0, I and L as 1, as people and old
    /// scanners write them. Refused: <see cref="Refusal.InvalidPrintCode"/>.
    /// </summary>
    public static Outcome<PrintCode> Parse(string? text)
    {
        var written = text ?? "";
        var address = written.IndexOf(InAddress, StringComparison.Ordinal);
        if (address >= 0) written = written[(address + InAddress.Length)..];
        var signs = string.Concat(written.Where(sign => sign is not ('-' or ' ' or '\u2011' or '–')).Select(Read));
        return signs.Length == Length && signs.All(sign => Signs.Contains(sign, StringComparison.Ordinal)) ? new PrintCode(signs) : new Refusal.InvalidPrintCode();
    }

    /// <summary>In fours, as it stands on the paper: <c>7F3A-91C2-KQ04-ZB6M</c>.</summary>
    public override string ToString() => string.Join('-', Value.Chunk(Group).Select(signs => new string(signs)));

    private static char Read(char sign) => sign switch
    {
        'o' or 'O' => '0',
        'i' or 'I' or 'l' or 'L' or 'ı' or 'İ' => '1',
        >= 'a' and <= 'z' => (char)(sign - 'a' + 'A'),
        _ => sign,
    };
}
