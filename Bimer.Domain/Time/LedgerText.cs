using System.Globalization;
using Bimer.Domain.Cases;

namespace Bimer.Domain.Time;

/// <summary>
/// The ledger as one line of fields between vertical bars: version, law, receipt, extension, fee notice, payment, fee clock,
/// half-day weight, idari izin free or not, one letter a day (capital = counted), the articles of the special days, the end. Version 2 has the day of the last
/// progress letter behind them; version 3 the second clock of a request that was sent on: its arrival, which of both is the legal date, its days, their articles, its end (all
/// three empty while a fee is awaited). A ledger without either is still written as version 1.
/// </summary>
internal static class LedgerText
{
    private const string Version = "1";
    private const string WithProgress = "2";
    internal const string WithArrival = "3";
    private const int Fields = 12, OfArrival = 5;
    private const string Letters = "rwhastfv";   // in the order of LedgerReason: receipt, working, half, administrative, Saturday/Sunday, tatil, fee, varış
    private const char ArrivalLetter = 'v';
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm'Z'";

    internal static string Write(DeadlineLedger ledger, DateTimeOffset endsAt, DateTimeOffset arrivalEndsAt)
    {
        var terms = ledger.Terms;
        string[] fields =
        [
            terms.ArrivedOn is not null ? WithArrival : terms.ProgressOn is null ? Version : WithProgress,
            terms.Basis == LegalBasis.PetitionAct ? "3071" : "4982",
            Write(terms.ReceivedOn),
            Write(terms.ExtendedOn),
            Write(terms.FeeNoticeOn),
            Write(terms.FeePaidOn),
            terms.FeeClock == FeeClock.Restart ? "restart" : "resume",
            ledger.Rules.HalfDayWorks ? "1" : "0",
            ledger.Rules.AdministrativeLeaveFree ? "1" : "0",
            .. Days(ledger.Entries),
            endsAt.ToString(InstantFormat, CultureInfo.InvariantCulture),
            .. terms.ProgressOn is { } progress ? (string[])[Write(progress)] : [],
            .. terms.ArrivedOn is { } arrived ? OfSecond(ledger, arrived, arrivalEndsAt) : [],
        ];
        return string.Join('|', fields);
    }

    private static IEnumerable<string> OfSecond(DeadlineLedger ledger, DateOnly arrived, DateTimeOffset endsAt) =>
    [
        Write(arrived), ledger.Terms.ArrivalIsLegal ? "arrival" : "receipt", .. Days(ledger.ArrivalEntries),
        ledger.ArrivalEntries.Count == 0 ? "" : endsAt.ToString(InstantFormat, CultureInfo.InvariantCulture),
    ];

    private static IEnumerable<string> Days(IReadOnlyList<LedgerEntry> entries) =>
        [string.Concat(entries.Select(LetterOf)), string.Join(';', entries.Where(e => IsSpecial(e.Why)).Select(e => e.Article))];

    internal static (DeadlineTerms Terms, CalendarRules Rules, List<LedgerEntry> Receipt, List<LedgerEntry> Arrival) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = text.Split('|');
        if ((fields[0], fields.Length) is not ((Version, Fields) or (WithProgress, Fields + 1) or (WithArrival, Fields + OfArrival))) throw Broken("its shape");

        var basis = fields[1] switch { "3071" => LegalBasis.PetitionAct, "4982" => LegalBasis.InformationAct, _ => throw Broken("its law") };
        var feeClock = fields[6] switch { "restart" => FeeClock.Restart, "resume" => FeeClock.Resume, _ => throw Broken("its fee clock") };
        var received = ReadDay(fields[2]) ?? throw Broken("its receipt");
        var terms = DeadlineTerms.Restore((basis, received), ReadDay(fields[3]), (ReadDay(fields[4]), ReadDay(fields[5]), feeClock), fields.Length == Fields + 1 ? ReadDay(fields[Fields]) : null);
        var rules = new CalendarRules(ReadBit(fields[7]), ReadBit(fields[8]));
        if (fields.Length == Fields + OfArrival) terms = Arriving(terms, fields);
        return (terms, rules, Recount(terms, received, fields[9], fields[10]), fields.Length == Fields + OfArrival ? Second(terms, fields) : []);
    }

    private static DeadlineTerms Arriving(DeadlineTerms terms, string[] fields)
    {
        var isLegal = fields[Fields + 1] switch { "arrival" => true, "receipt" => false, _ => throw Broken("its legal date") };
        if (terms.Basis != LegalBasis.InformationAct || ReadDay(fields[Fields]) is not { } arrived || arrived < terms.ReceivedOn) throw Broken("its arrival");
        return terms.Restore(arrived, isLegal);
    }

    private static List<LedgerEntry> Second(DeadlineTerms terms, string[] fields)
    {
        var letters = fields[Fields + 2];
        if (letters.Length == 0 != terms.AwaitsFee || (letters.Length > 0 && letters[0] != ArrivalLetter)) throw Broken("its second clock");
        return letters.Length == 0 ? [] : Recount(terms, terms.ArrivedOn!.Value, letters, fields[Fields + 3]);
    }

    private static List<LedgerEntry> Recount(DeadlineTerms terms, DateOnly from, string letters, string special)
    {
        var articles = new Queue<string>(special.Split(';', StringSplitOptions.RemoveEmptyEntries));
        var entries = new List<LedgerEntry>(letters.Length);
        var count = 0;
        foreach (var letter in letters)
        {
            var day = from.AddDays(entries.Count);
            if (day.AddDays(-1) == RunRestartsAfter(terms)) count = 0;
            var why = ReasonOf(letter);
            var weight = char.IsAsciiLetterUpper(letter) ? 1 : 0;
            count += weight;
            entries.Add(new(day, weight, count, why, ArticleOf(terms, day, (why, weight), articles)));
        }

        var enough = terms.AwaitsFee ? DeadlineTerms.FeeDays : terms.Limit;
        if (entries.Count < 2 || count < enough || articles.Count > 0) throw Broken("its count");
        return entries;
    }

    private static DateOnly? RunRestartsAfter(DeadlineTerms terms) => terms switch
    {
        { ProgressOn: { } progress } => progress,
        { AwaitsFee: true } => terms.FeeNoticeOn,
        { FeeClock: FeeClock.Restart } => terms.FeePaidOn,
        _ => null,
    };

    private static string ArticleOf(DeadlineTerms terms, DateOnly day, (LedgerReason Why, int Weight) entry, Queue<string> articles)
    {
        if (IsSpecial(entry.Why)) return articles.TryDequeue(out var article) ? article : throw Broken("its articles");
        return entry switch
        {
            (LedgerReason.Weekend, 0) => DeadlineLedger.WeekendArticle,
            (LedgerReason.Arrival, _) => LedgerWalk.ArrivalArticle,
            (LedgerReason.AwaitingFee, _) => LedgerWalk.FeeArticle,
            _ when terms.AwaitsFee && day > terms.FeeNoticeOn => LedgerWalk.FeeArticle,
            _ => LedgerWalk.ArticleOf(terms.Basis),
        };
    }

    private static bool IsSpecial(LedgerReason why) => why is LedgerReason.HalfDay or LedgerReason.AdministrativeLeave or LedgerReason.Holiday;

    private static char LetterOf(LedgerEntry entry) =>
        entry.Weight == 1 ? char.ToUpperInvariant(Letters[(int)entry.Why]) : Letters[(int)entry.Why];

    private static LedgerReason ReasonOf(char letter)
    {
        var at = Letters.IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal);
        return at >= 0 ? (LedgerReason)at : throw Broken("its days");
    }

    private static string Write(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? ReadDay(string field) =>
        field.Length == 0 ? null : DateOnly.ParseExact(field, "O", CultureInfo.InvariantCulture);

    private static bool ReadBit(string field) => field switch { "1" => true, "0" => false, _ => throw Broken("its settings") };

    private static FormatException Broken(string what) => new($"The deadline ledger does not add up: {what}.");
}
