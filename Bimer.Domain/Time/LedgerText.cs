using System.Globalization;
using Bimer.Domain.Cases;

namespace Bimer.Domain.Time;

/// <summary>
/// The ledger as one line of fields between vertical bars: version, law, receipt, extension, fee notice, payment, fee clock,
/// half-day weight, idari izin free or not, one letter a day (capital = counted), the articles of the special days, the end. Version 2 has the day of the last
/// progress letter behind them; version 1 knew none, and a ledger without one is still written so.
/// </summary>
internal static class LedgerText
{
    private const string Version = "1";
    private const string WithProgress = "2";
    private const int Fields = 12;
    private const string Letters = "rwhastf";   // in the order of LedgerReason: receipt, working, half, administrative, Saturday/Sunday, tatil, fee
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm'Z'";

    internal static string Write(DeadlineLedger ledger, DateTimeOffset endsAt)
    {
        var terms = ledger.Terms;
        string[] fields =
        [
            terms.ProgressOn is null ? Version : WithProgress,
            terms.Basis == LegalBasis.PetitionAct ? "3071" : "4982",
            Write(terms.ReceivedOn),
            Write(terms.ExtendedOn),
            Write(terms.FeeNoticeOn),
            Write(terms.FeePaidOn),
            terms.FeeClock == FeeClock.Restart ? "restart" : "resume",
            ledger.Rules.HalfDayWorks ? "1" : "0",
            ledger.Rules.AdministrativeLeaveFree ? "1" : "0",
            string.Concat(ledger.Entries.Select(LetterOf)),
            string.Join(';', ledger.Entries.Where(e => IsSpecial(e.Why)).Select(e => e.Article)),
            endsAt.ToString(InstantFormat, CultureInfo.InvariantCulture),
            .. terms.ProgressOn is { } progress ? (string[])[Write(progress)] : [],
        ];
        return string.Join('|', fields);
    }

    internal static (DeadlineTerms Terms, CalendarRules Rules, List<LedgerEntry> Entries) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = text.Split('|');
        if ((fields[0], fields.Length) is not ((Version, Fields) or (WithProgress, Fields + 1))) throw Broken("its shape");

        var basis = fields[1] switch { "3071" => LegalBasis.PetitionAct, "4982" => LegalBasis.InformationAct, _ => throw Broken("its law") };
        var feeClock = fields[6] switch { "restart" => FeeClock.Restart, "resume" => FeeClock.Resume, _ => throw Broken("its fee clock") };
        var received = ReadDay(fields[2]) ?? throw Broken("its receipt");
        var terms = DeadlineTerms.Restore(basis, received, ReadDay(fields[3]), (ReadDay(fields[4]), ReadDay(fields[5])), (feeClock, fields.Length > Fields ? ReadDay(fields[Fields]) : null));
        var entries = Recount(terms, fields[9], new Queue<string>(fields[10].Split(';', StringSplitOptions.RemoveEmptyEntries)));
        return (terms, new CalendarRules(ReadBit(fields[7]), ReadBit(fields[8])), entries);
    }

    private static List<LedgerEntry> Recount(DeadlineTerms terms, string letters, Queue<string> articles)
    {
        var entries = new List<LedgerEntry>(letters.Length);
        var count = 0;
        foreach (var letter in letters)
        {
            var day = terms.ReceivedOn.AddDays(entries.Count);
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
