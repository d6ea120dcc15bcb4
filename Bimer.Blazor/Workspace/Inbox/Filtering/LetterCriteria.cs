using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
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

    /// <summary>işleme alınmadı: turned away by a ground of the law (S47), however it is classified</summary>
    NotExamined,
}

/// <summary>Where the mail with a signed answer is, where that is asked for; as its delivery strip tells it.</summary>
public enum DeliveryFilter
{
    /// <summary>kuyrukta: not handed over yet</summary>
    Queued,

    /// <summary>gönderildi, also where a person counted it as sent</summary>
    Sent,

    /// <summary>iletilemedi</summary>
    Failed,

    /// <summary>belirsiz</summary>
    Uncertain,

    /// <summary>There was no address: a letter has to be printed.</summary>
    NoAddress,

    /// <summary>geri döndü</summary>
    Returned,

    /// <summary>postalandı</summary>
    Posted,
}

/// <summary>The criteria over the letter of a part: who decides or decided about it, and how it was signed.</summary>
internal static class LetterCriteria
{
    /// <summary>All letters that meet them, whosever; their part or case is asked for elsewhere.</summary>
    public static IQueryable<Reply> LettersAs(this BimerDbContext db, BoxFilter filter)
    {
        var letters = db.Replies.AsQueryable();
        if (filter.Approver is { } approver) letters = letters.Where(l => (l.DecidedBy ?? l.Approver) == approver);
        if (filter is { Outcome: null, Service: null, Delivery: null }) return letters;
        letters = letters.Where(l => l.Status == ReplyStatus.Approved).As(filter.Outcome).Among(filter.Service, l => l.CatalogueService);
        if (filter.Delivery is not { } delivery) return letters;
        OutboxStatus[] asked = [.. delivery.Values.SelectMany(StatusesOf)];
        return letters.Where(l => db.OutboxMessages.Any(m => m.CaseId == l.CaseId && m.Routing == l.Id && m.Kind == OutboxKind.ReplyMail && asked.Contains(m.Status)));
    }

    private static OutboxStatus[] StatusesOf(DeliveryFilter delivery) => delivery switch
    {
        DeliveryFilter.Queued => [OutboxStatus.Queued, OutboxStatus.Leased, OutboxStatus.Started],
        DeliveryFilter.Sent => [OutboxStatus.Sent],
        DeliveryFilter.Failed => [OutboxStatus.Failed],
        DeliveryFilter.Uncertain => [OutboxStatus.Uncertain],
        DeliveryFilter.NoAddress => [OutboxStatus.NoAddress],
        DeliveryFilter.Returned => [OutboxStatus.Returned],
        _ => [OutboxStatus.Posted],
    };

    private static IQueryable<Reply> As(this IQueryable<Reply> signed, Several<OutcomeFilter>? asked)
    {
        if (asked is null) return signed;
        ReplyVerdict?[] verdicts = [.. Each(asked, (OutcomeFilter.Favourable, ReplyVerdict.Favourable), (OutcomeFilter.Unfavourable, ReplyVerdict.Unfavourable), (OutcomeFilter.Unclassified, ReplyVerdict.Unclassified))];
        DisclosureDecision?[] decisions = [.. Each(asked, (OutcomeFilter.Granted, DisclosureDecision.Granted), (OutcomeFilter.Refused, DisclosureDecision.Refused), (OutcomeFilter.PartlyGranted, DisclosureDecision.PartlyGranted))];
        var notExamined = asked.Has(OutcomeFilter.NotExamined);
        return signed.Where(l => verdicts.Contains(l.Verdict) || decisions.Contains(l.Disclosure) || (notExamined && l.InadmissibilityReason != null));
    }

    private static IEnumerable<T?> Each<T>(Several<OutcomeFilter> asked, params (OutcomeFilter Asked, T Kept)[] table)
        where T : struct => table.Where(row => asked.Has(row.Asked)).Select(row => (T?)row.Kept);
}
