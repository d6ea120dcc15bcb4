using System.Globalization;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>
/// What an information request asks for, item by item (istenen bilgi ve belgeler, S8): numbered from 1, each a short text on one line. Each is decided by itself (S54).
/// </summary>
/// <param name="Kept">As it is kept with the case: one line an item.</param>
public sealed record RequestedItems(string Kept)
{
    /// <summary>Most items of one request, included. All of them at their longest are still a petition (<see cref="PetitionText.MaxCharacters"/>).</summary>
    public const int Most = 20;

    /// <summary>Most characters of one as people see them (grapheme clusters), included.</summary>
    public const int Longest = 250;

    /// <summary>Nothing is listed: the text of the petition says what is wanted.</summary>
    public static readonly RequestedItems None = new("");

    /// <summary>In their order; the first has the number 1.</summary>
    public IReadOnlyList<string> All => Kept.Length == 0 ? [] : Kept.Split('\n');

    public int Count => All.Count;

    public bool IsNone => Kept.Length == 0;

    /// <summary>The list as a petition without words of its own says it: "1. …".</summary>
    public string AsText => string.Join('\n', All.Select((item, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {item}")));

    /// <summary>Reads what <see cref="Kept"/> wrote; nothing where nothing was kept.</summary>
    public static RequestedItems Of(string? kept) => string.IsNullOrEmpty(kept) ? None : new(kept);

    /// <summary>The items as somebody wrote them, blank ones left out, each on one line with single blanks.</summary>
    /// <returns>
    /// Or <see cref="Refusal.TooManyRequestedItems"/>, or of the first that does not fit <see cref="Refusal.RequestedItemTooLong"/> or
    /// <see cref="Refusal.PetitionTextUnreadable"/>.
    /// </returns>
    public static Outcome<RequestedItems> Parse(IEnumerable<string?> written)
    {
        ArgumentNullException.ThrowIfNull(written);
        List<string> items = [];
        foreach (var one in written.Where(one => !string.IsNullOrWhiteSpace(one)))
        {
            var read = Line(one!, items.Count + 1);
            if (read.Refusal is { } refusal) return refusal;
            if (read.Value is { Length: > 0 } item) items.Add(item);
            if (items.Count > Most) return new Refusal.TooManyRequestedItems(Most);
        }

        return items.Count == 0 ? None : new RequestedItems(string.Join('\n', items));
    }

    /// <summary>The same of a text with one item a line, as desks write them.</summary>
    public static Outcome<RequestedItems> ParseLines(string? written) => Parse((written ?? "").ReplaceLineEndings("\n").Split('\n'));

    /// <summary>
    /// What a text seems to list: its lines with a number or a dash before them, without it. A proposal for whoever splits the petition into items; it may be empty.
    /// </summary>
    public static IReadOnlyList<string> ProposedBy(string? text) =>
        [.. (text ?? "").Split('\n').Select(Listed).OfType<string>().Take(Most)];

    /// <summary>Their number only: what a citizen wrote is in no log.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{nameof(RequestedItems)} ({Count})");

    // The letters are cleaned where those of a petition are; only an item has no second line.
    private static Outcome<string> Line(string written, int number)
    {
        var text = PetitionText.Parse(written);
        if (text.Refusal is Refusal.PetitionTextUnreadable unreadable) return unreadable;
        if (text.Refusal is Refusal.PetitionTextBlank) return "";
        if (text.Value is null) return new Refusal.RequestedItemTooLong(number, new StringInfo(written.Trim()).LengthInTextElements, Longest);
        var line = string.Join(' ', text.Value.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var characters = new StringInfo(line).LengthInTextElements;
        return characters > Longest || line.Length > 4 * Longest ? new Refusal.RequestedItemTooLong(number, characters, Longest) : line;
    }

    private static string? Listed(string line)
    {
        var text = line.Trim();
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var after = digits is 1 or 2 && text.Length > digits && text[digits] is '.' or ')' or '-' ? digits + 1 : digits == 0 && text.Length > 1 && text[0] is '-' or '•' or '*' ? 1 : 0;
        // "3.5 km" and "-5 derece" are no items of a list.
        return after > 0 && text.Length > after && char.IsWhiteSpace(text[after]) ? text[after..].Trim() : null;
    }
}
