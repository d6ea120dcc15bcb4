using Bimer.Domain.Cases;

namespace Bimer.Domain.Time;

/// <summary>Counts one deadline, day by day: the only place where the law's arithmetic stands.</summary>
internal sealed class LedgerWalk(DeadlineTerms terms, WorkingCalendar calendar)
{
    internal const string FeeArticle = "4982 m.10";

    private readonly List<LedgerEntry> _entries = [];
    private DateOnly _day = terms.ReceivedOn;
    private int _count;

    internal List<LedgerEntry> Walk()
    {
        _entries.Add(new(_day, 0, 0, LedgerReason.Receipt, RunArticle));
        if (terms.FeeNoticeOn is { } notice) CountUntil(notice);
        if (terms.AwaitsFee)
        {
            _count = 0;
            Run(DeadlineTerms.FeeDays, FeeArticle);
            return _entries;
        }

        if (terms.FeePaidOn is { } paid) AwaitFeeUntil(paid);
        if (terms.ProgressOn is { } told)
        {
            CountUntil(told);
            _count = 0;
        }

        Run(terms.Limit, RunArticle);
        return _entries;
    }

    private string RunArticle => ArticleOf(terms.Basis);

    internal static string ArticleOf(LegalBasis basis) => basis == LegalBasis.PetitionAct ? "3071 m.7" : "4982 m.11";

    private void CountUntil(DateOnly notice)
    {
        while (_day < notice) Step(RunArticle, counting: true);
    }

    private void AwaitFeeUntil(DateOnly paid)
    {
        while (_day < paid)
        {
            _day = _day.AddDays(1);
            _entries.Add(new(_day, 0, _count, LedgerReason.AwaitingFee, FeeArticle));
        }

        if (terms.FeeClock == FeeClock.Restart) _count = 0;
    }

    private void Run(int limit, string article)
    {
        // A run resumed on its last day still needs a day to answer on, and that day must work.
        limit = Math.Max(limit, _count + 1);
        while (_count < limit) Step(article, counting: true);
        while (!MayEndHere) Step(article, counting: false);
    }

    private bool MayEndHere => terms.Basis == LegalBasis.PetitionAct ? calendar.MayEndOn(_day) : calendar.IsWorkingDay(_day);

    private void Step(string article, bool counting)
    {
        _day = _day.AddDays(1);
        var counts = counting && (terms.Basis == LegalBasis.PetitionAct || calendar.IsWorkingDay(_day));
        if (counts) _count++;
        var kind = calendar.KindOf(_day);
        if (kind is not (DayKind.Working or DayKind.Weekend)) article = calendar.HolidayOn(_day)!.Article;
        else if (!counts && kind == DayKind.Weekend) article = DeadlineLedger.WeekendArticle;
        _entries.Add(new(_day, counts ? 1 : 0, _count, ReasonOf(kind), article));
    }

    private static LedgerReason ReasonOf(DayKind kind) => kind switch
    {
        DayKind.Working => LedgerReason.Working,
        DayKind.HalfDay => LedgerReason.HalfDay,
        DayKind.AdministrativeLeave => LedgerReason.AdministrativeLeave,
        DayKind.Weekend => LedgerReason.Weekend,
        _ => LedgerReason.Holiday,
    };
}
