namespace Bimer.Domain.Applicants;

/// <summary>What a run of signs in a text is (metinde geçen kişisel bilgi, G10).</summary>
public enum TraceKind
{
    /// <summary>T.C. kimlik no whose check digits fit, a foreigner's too.</summary>
    CitizenNumber,

    /// <summary>A mobile number (cep telefonu).</summary>
    Mobile,

    /// <summary>A telephone number of a place, or of another country (telefon).</summary>
    Telephone,

    /// <summary>An account number of a Turkish bank (IBAN).</summary>
    Iban,

    /// <summary>A mail address (e-posta).</summary>
    Email,
}

/// <summary>Where in a text something stands by which a person is found.</summary>
/// <param name="Start">In UTF-16 units, from 0.</param>
/// <param name="Length">In UTF-16 units.</param>
public readonly record struct TextTrace(int Start, int Length, TraceKind Kind);

/// <summary>
/// Finds numbers and addresses of people in a text, by their form alone: whose they are nobody is asked, and nothing of them is kept. What only looks a little
/// like one (a date, a case number, eleven digits that do not check out) is none.
/// </summary>
public static class TextTraces
{
    private const int LongestRun = 48;
    private const int LongestMailbox = 64;
    private const int IbanDigits = 24;

    /// <summary>
    /// In the order of the text, none over another. A number inside a mail address is part of the address; where it is a citizen number, the whole address tells one,
    /// since that is what must not be told.
    /// </summary>
    public static IReadOnlyList<TextTrace> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<TextTrace> found = [];
        for (var at = 0; at < text.Length; at++)
        {
            if (At(text, at) is not { } trace) continue;
            Add(found, trace);
            at = trace.Start + trace.Length - 1;
        }

        return found;
    }

    /// <summary>An address is known by its @ and reaches back from there, over numbers that were found before it.</summary>
    private static void Add(List<TextTrace> found, TextTrace trace)
    {
        var tellsWho = false;
        while (found.Count > 0 && found[^1].Start >= trace.Start)
        {
            tellsWho |= found[^1].Kind == TraceKind.CitizenNumber;
            found.RemoveAt(found.Count - 1);
        }

        // "0532 123 45 67@x.com": the number stays whole, the address is what is left of it; nothing that was found goes unmarked.
        var (start, end) = (trace.Start, trace.Start + trace.Length);
        if (found.Count > 0) start = Math.Max(start, found[^1].Start + found[^1].Length);
        found.Add(new TextTrace(start, end - start, tellsWho ? TraceKind.CitizenNumber : trace.Kind));
    }

    private static TextTrace? At(string text, int at)
    {
        if (text[at] == '@') return EmailAt(text, at);
        if (at > 0 && IsWordSign(text[at - 1])) return null;
        if (text[at] is 'T' or 't') return IbanAt(text, at);
        return text[at] is '+' or '(' || char.IsAsciiDigit(text[at]) ? NumberAt(text, at) : null;
    }

    private static TextTrace? IbanAt(string text, int at)
    {
        if (at + 2 >= text.Length || text[at + 1] is not ('R' or 'r')) return null;
        var run = new DigitRun(text, at + 2);
        while (run.Count < IbanDigits && run.Next()) { }
        return run.Count == IbanDigits && run.EndsHere ? new TextTrace(at, run.End - at, TraceKind.Iban) : null;
    }

    /// <summary>The longest number that is one: the eleven digits of a citizen and a phone written behind them are two.</summary>
    private static TextTrace? NumberAt(string text, int at)
    {
        var run = new DigitRun(text, at);
        TextTrace? best = null;
        while (run.Next())
        {
            if (run.EndsHere && KindOf(run) is { } kind) best = new TextTrace(at, run.End - at, kind);
            if (best is { Kind: TraceKind.CitizenNumber } or { Kind: TraceKind.Mobile }) break;
        }

        return best;
    }

    private static TraceKind? KindOf(DigitRun run)
    {
        var digits = run.Digits;
        if (digits.Length == NationalId.Length && run.IsEvenlySpaced && NationalId.Parse(digits).IsAccepted) return TraceKind.CitizenNumber;
        var country = run.IsForeignForm ? digits.StartsWith("90", StringComparison.Ordinal) ? 2 : 0 : digits.StartsWith("0090", StringComparison.Ordinal) ? 4 : -1;
        if (country == 0) return digits.Length is >= 9 and <= 15 ? TraceKind.Telephone : null;
        var trunk = Math.Max(country, 0);
        if (digits.Length > trunk && digits[trunk] == '0') trunk++;
        // An area code is not torn apart: "05.11.2026 143" is a day and a sum.
        if (digits.Length - trunk != 10 || run.IsParted(trunk, 3)) return null;
        return digits[trunk] switch
        {
            '5' => TraceKind.Mobile,
            '2' or '3' or '4' or '8' when trunk > 0 => TraceKind.Telephone,
            _ => null,
        };
    }

    private static TextTrace? EmailAt(string text, int at)
    {
        var (start, end) = (at, at + 1);
        while (start > 0 && at - start < LongestMailbox && (IsWordSign(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+' or '%')) start--;
        while (end < text.Length && end - at < LongestRun * 4 && (IsWordSign(text[end]) || text[end] is '.' or '-')) end++;
        while (end > at && text[end - 1] is '.' or '-') end--;
        return start < at && text.IndexOf('.', at, end - at) > at + 1 ? new TextTrace(start, end - start, TraceKind.Email) : null;
    }

    private static bool IsWordSign(char sign) => char.IsLetterOrDigit(sign);

    /// <summary>Digits from a place on, over the signs people part them with.</summary>
    private sealed class DigitRun(string text, int at)
    {
        private readonly List<int> _places = [];
        private int _from = at + (text[at] is '+' ? 1 : 0);

        public bool IsForeignForm => text[at] == '+';

        public int Count => _places.Count;

        public int End => _places[^1] + 1;

        public string Digits => string.Concat(_places.Select(place => text[place]));

        /// <summary>No digit or letter follows at once, nor one bound to it: the first eleven digits of "2026-0041810-5" check out now and then.</summary>
        public bool EndsHere => End == text.Length || (!IsWordSign(text[End]) && !(text[End] is '-' or '\u2013' or '.' or '/' && End + 1 < text.Length && char.IsAsciiDigit(text[End + 1])));

        /// <summary>One kind of sign at most between any two: "100 000 001 46".</summary>
        public bool IsEvenlySpaced => _places[0] == at && _places.Zip(_places.Skip(1)).Where(two => two.Second > two.First + 1).Select(two => text[(two.First + 1)..two.Second]).Distinct(StringComparer.Ordinal).Count() <= 1;

        public bool IsParted(int from, int count) => _places[from + count - 1] - _places[from] >= count;

        public bool Next()
        {
            var next = _from;
            while (next < text.Length && next - _from < 2 && IsBetween(text[next])) next++;
            if (next >= text.Length || !char.IsAsciiDigit(text[next]) || next - at > LongestRun) return false;
            _places.Add(next);
            _from = next + 1;
            return true;
        }

        private static bool IsBetween(char sign) => sign is ' ' or '\u00A0' or '-' or '\u2013' or '.' or '/' or '(' or ')';
    }
}
