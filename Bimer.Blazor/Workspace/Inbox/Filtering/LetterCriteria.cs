using Bimer.Blazor.Persistence;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>How a part was answered, as its approver signed it (S50, S54), where that is asked for.</summary>
public enum OutcomeFilter
{
    /// <summary>olumlu (3071)</summary>
    Favourable,

    /// <summary>olumsuz (3071)</summary>
    Unfavourable,

    /// <summary>tasnif dışı (3071)</summary>
    Unclassified,

    /// <summary>kabul (4982)</summary>
    Granted,

    /// <summary>ret (4982)</summary>
    Refused,

    /// <summary>kısmen kabul (4982)</summary>
    PartlyGranted,
}

/// <summary>The criteria over the letter of a part: who decides or decided about it, and how it was signed.</summary>
internal static class LetterCriteria
{
    /// <summary>All letters that meet them, whosever; their part or case is asked for elsewhere.</summary>
    public static IQueryable<Reply> LettersAs(this BimerDbContext db, BoxFilter filter)
    {
        var letters = db.Replies.AsQueryable();
        if (filter.Approver is { } approver) letters = letters.Where(l => (l.DecidedBy ?? l.Approver) == approver);
        if (filter.Outcome is { } outcome) letters = letters.Where(l => l.Status == ReplyStatus.Approved).As(outcome);
        return letters;
    }

    private static IQueryable<Reply> As(this IQueryable<Reply> signed, OutcomeFilter outcome) => outcome switch
    {
        OutcomeFilter.Favourable => signed.Where(l => l.Verdict == ReplyVerdict.Favourable),
        OutcomeFilter.Unfavourable => signed.Where(l => l.Verdict == ReplyVerdict.Unfavourable),
        OutcomeFilter.Unclassified => signed.Where(l => l.Verdict == ReplyVerdict.Unclassified),
        OutcomeFilter.Granted => signed.Where(l => l.Disclosure == DisclosureDecision.Granted),
        OutcomeFilter.Refused => signed.Where(l => l.Disclosure == DisclosureDecision.Refused),
        _ => signed.Where(l => l.Disclosure == DisclosureDecision.PartlyGranted),
    };
}
