using Bimer.Domain.Cases;

namespace Bimer.Domain.Time;

/// <summary>Counts one deadline, day by day: the only place where the law's arithmetic stands.</summary>
internal sealed class LedgerWalk
{
    internal const string FeeArticle = "4982 m.10, m.11", ArrivalArticle = "4982 m.7";

    private readonly List<LedgerEntry> _entries = [];
    private readonly DeadlineTerms _terms;
    private readonly WorkingCalendar _calendar;
    private DateOnly _day;
    private int _count;

    private LedgerWalk(DeadlineTerms terms, WorkingCalendar calendar, DateOnly from) => (_terms, _calendar, _day) = (terms, calendar, from);

    internal static LedgerWalk FromReceipt(DeadlineTerms terms, WorkingCalendar calendar)
    {
        var walk = new LedgerWalk(terms, calendar, terms.ReceivedOn);
        walk._entries.Add(new(walk._day, 0, 0, LedgerReason.Receipt, walk.RunArticle));
        return walk;
    }

    /// <summary>The same events seen from the institution it was sent on to: what was told or paid before it came there has happened.</summary>
    internal static LedgerWalk FromArrival(DeadlineTerms terms, WorkingCalendar calendar)
    {
        var walk = new LedgerWalk(terms, calendar, terms.ArrivedOn!.Value);
        walk._entries.Add(new(walk._day, 0, 0, LedgerReason.Arrival, ArrivalArticle));
        return walk;
    }

    internal List<LedgerEntry> Walk()
    {
        if (_terms.FeeNoticeOn is { } notice) CountUntil(notice);
        if (_terms.AwaitsFee)
        {
            _count = 0;
            Run(DeadlineTerms.FeeDays, FeeArticle);
            return _entries;
        }

        if (_terms.FeePaidOn is { } paid) AwaitFeeUntil(paid);
        if (_terms.ProgressOn is { } told)
        {
            CountUntil(told);
            _count = 0;
        }

        Run(_terms.Limit, RunArticle);
        return _entries;
    }

    private string RunArticle => ArticleOf(_terms.Basis);

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

        if (_terms.FeeClock == FeeClock.Restart) _count = 0;
    }

    private void Run(int limit, string article)
    {
        // A run resumed on its last day still needs a day to answer on, and that day must work.
        limit = Math.Max(limit, _count + 1);
        while (_count < limit) Step(article, counting: true);
        while (!MayEndHere) Step(article, counting: false);
    }

    private bool MayEndHere => _terms.Basis == LegalBasis.PetitionAct ? _calendar.MayEndOn(_day) : _calendar.IsWorkingDay(_day);

    private void Step(string article, bool counting)
    {
        _day = _day.AddDays(1);
        var counts = counting && (_terms.Basis == LegalBasis.PetitionAct || _calendar.IsWorkingDay(_day));
        if (counts) _count++;
        var kind = _calendar.KindOf(_day);
        if (kind is not (DayKind.Working or DayKind.Weekend)) article = _calendar.HolidayOn(_day)!.Article;
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
