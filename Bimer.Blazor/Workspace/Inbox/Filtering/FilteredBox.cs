using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>What the rows of a box are to who reads them, besides what lies open anywhere.</summary>
internal enum BoxSight
{
    /// <summary>There may be envelopes among them, which tell their number alone.</summary>
    Outside,

    /// <summary>Open parts in the reader's own hands, none of them an envelope: asked of each row it would cost a box of hundreds dearly.</summary>
    Held,
}

/// <summary>The units that sent what lies in a box; none stands for the citizen.</summary>
/// <param name="IsCutOff">There may be more: not all of the box was looked through.</param>
public sealed record BoxSenders(IReadOnlyList<UnitId?> Units, bool IsCutOff = false)
{
    public static readonly BoxSenders None = new([]);

    /// <summary>The most units a list names.</summary>
    public const int Most = 200;
}

/// <summary>
/// Narrows a box that is authorised already. The kind is a range of the box's own index; everything else is asked of the cases the
/// walk along the box comes by.
/// </summary>
internal static class FilteredBox
{
    // As far as a box is looked through for its senders.
    private const int MostLookedThrough = 2_000;

    public static async Task<BoxSenders> SendersAsync(this IQueryable<Routing> box, CancellationToken ct)
    {
        var ordered = box.OrderBy(r => r.Rank).ThenBy(r => r.Id);
        var senders = await ordered.Take(MostLookedThrough).Select(r => r.From).Distinct().Take(BoxSenders.Most + 1).ToListAsync(ct);
        return new([.. senders.Take(BoxSenders.Most)], senders.Count > BoxSenders.Most || await ordered.Skip(MostLookedThrough).AnyAsync(ct));
    }

    extension(BimerDbContext db)
    {
        /// <summary>All criteria but the kind, whose counts are told beside each other.</summary>
        public async Task<Narrowed<Routing>> MatchingAsync(IQueryable<Routing> box, Actor actor, BoxFilter filter, NearUntil near, BoxSight sight, CancellationToken ct)
        {
            var matching = db.Matching(box, filter, near);
            if (filter.AsksInside && (sight == BoxSight.Held ? db.WithInside(db.Cases, filter) : db.OpenWith(actor, filter)) is var open) matching = matching.Where(r => open.Any(c => c.Id == r.CaseId));
            if (AskedWords.Of(db, actor, filter) is not { Unopened: var unopened } words) return new(matching);
            var told = await words.ToldAsync(
                matching.Where(r => unopened.Any(c => c.Id == r.CaseId)).OrderBy(r => r.Rank).Select(r => r.CaseId), ct);
            var cases = told.Rows;
            return new(matching.Where(r => cases.Any(c => c.Id == r.CaseId)), told.IsCutOff);
        }

        /// <summary>The same of letters: what lies before its approver is open to them.</summary>
        public IQueryable<Reply> Matching(IQueryable<Reply> box, Actor actor, BoxFilter filter, NearUntil near)
        {
            var matching = db.Matching(box, filter, near);
            if (filter.AsksInside && db.WithInside(db.Cases, filter) is var inside) matching = matching.Where(r => inside.Any(c => c.Id == r.CaseId));
            return AskedWords.Of(db, actor, filter) is { Opened: var opened } ? matching.Where(r => opened.Any(c => c.Id == r.CaseId)) : matching;
        }

        /// <summary>The same of cases, wherever they lie.</summary>
        public async Task<Narrowed<CaseFile>> MatchingAsync(IQueryable<CaseFile> cases, Actor actor, BoxFilter filter, NearUntil near, CancellationToken ct)
        {
            var matching = db.Matching(cases, filter, near);
            if (filter.Purpose is { } purpose && db.RoutingsAtUnitsOf(actor) is var here) matching = matching.Where(c => here.Any(r => r.CaseId == c.Id && r.Purpose == purpose && r.State != RoutingState.Recalled));
            if (filter.Due == DueFilter.Wanted && db.RoutingsAtUnitsOf(actor) is var mine && db.WantedBefore(near) is var over) matching = matching.Where(c => over.Any(o => o.CaseId == c.Id && mine.Any(r => r.Id == o.Id)));
            if (filter.Hold is not null && db.HoldsAs(filter.Hold, near) is var holds) matching = matching.Where(c => holds.Any(h => h.CaseId == c.Id));
            if (filter.AsksLetters && db.LettersAs(filter) is var letters) matching = matching.Where(c => letters.Any(l => l.CaseId == c.Id && (l.DecidedBy == null || l.Status == ReplyStatus.Approved)));   // whoever took a part away decided about nothing
            if ((filter.AsksInside || filter.AsksLetters || filter.Hold is not null) && db.OpenWith(actor, filter) is var open) matching = matching.Where(c => open.Any(o => o.Id == c.Id));
            if (AskedWords.Of(db, actor, filter) is not { Unopened: var unopened } words) return new(matching);
            var envelopes = matching.Where(c => unopened.Any(u => u.Id == c.Id)).OrderByDescending(c => c.Id).Select(c => c.Id);
            var told = await words.ToldAsync(envelopes, ct);
            var some = told.Rows;
            return new(matching.Where(c => some.Any(t => t.Id == c.Id)), told.IsCutOff);
        }

        private IQueryable<Routing> Matching(IQueryable<Routing> box, BoxFilter filter, NearUntil near)
        {
            box = db.LyingAt(box.SentBy(filter), filter).InHands(filter, near.Now);
            if (filter.Case is { } id) box = box.Where(r => r.CaseId == id);
            if (filter.Basis is { } basis) box = box.Where(r => basis == LegalBasis.InformationAct == (r.CaseKind == CaseKind.InformationRequest));
            box = box.Among(filter.Priority, r => r.Priority);   // as its row says: a part may be more urgent than its case
            if (filter.Purpose is { } purpose) box = box.Where(r => r.Purpose == purpose);
            if (filter.Hold is not null && db.HoldsAs(filter.Hold, near) is var holds) box = box.Where(r => holds.Any(h => h.Routing == r.Id));
            if (filter.AsksLetters && db.LettersAs(filter) is var letters) box = box.Where(r => letters.Any(l => l.Id == r.Id));
            if (filter.Due == DueFilter.Wanted && db.WantedBefore(near) is var over) box = box.Where(r => over.Any(o => o.CaseId == r.CaseId && (o.Id == r.Id || o.Parent == r.Id)));
            if (filter.Due is not null) box = box.Where(r => r.Purpose == RoutingPurpose.Action);   // what came for information is late for others
            if (filter.AsksNothingOfCases()) return box;
            var cases = db.OfFacts(db.Cases, filter with { Priority = null }, near);
            return box.Where(r => cases.Any(c => c.Id == r.CaseId));
        }

        private IQueryable<Reply> Matching(IQueryable<Reply> box, BoxFilter filter, NearUntil near)
        {
            if (filter.Sender is { } senders && senders.Values.Select(sender => sender.Unit).OfType<UnitId>().ToArray() is var writers) box = box.Where(r => writers.Contains(r.AuthorUnit));
            if (filter is { At: { Array: var at }, WithBelow: true }) box = box.Where(r => db.UnitClosure.Any(k => at.Contains(k.Superior) && k.Below == r.AuthorUnit));
            else box = box.Among(filter.At, r => r.AuthorUnit);   // the part lies with whoever wrote
            if (filter.AsksWhose) box = box.Where(_ => false);
            if (filter.Case is { } id) box = box.Where(r => r.CaseId == id);
            if (filter.Purpose == RoutingPurpose.Information || filter.Hold is not null) box = box.Where(_ => false);   // what is answered came for action, and a letter ends its hold
            if (filter.Due == DueFilter.Wanted && db.WantedBefore(near) is var over) box = box.Where(r => over.Any(o => o.Id == r.Id));
            if (filter is { Basis: null, Priority: null } && filter.AsksNothingOfCases()) return box;
            var cases = db.OfFacts(db.Cases, filter, near);
            return box.Where(r => cases.Any(c => c.Id == r.CaseId));
        }

        private IQueryable<CaseFile> Matching(IQueryable<CaseFile> cases, BoxFilter filter, NearUntil near)
        {
            if (filter.Sender is not null && db.Routings.SentBy(filter) is var sent) cases = cases.Where(c => sent.Any(r => r.CaseId == c.Id));
            cases = db.LyingAt(cases, filter);
            if (filter.AsksWhose) cases = cases.Where(_ => false);   // whoever follows a case is not told whose hands its parts are in
            if (filter.Case is { } id) cases = cases.Where(c => c.Id == id);
            return db.OfFacts(cases, filter, near);
        }

        private IQueryable<CaseFile> OfFacts(IQueryable<CaseFile> cases, BoxFilter filter, NearUntil near)
        {
            if (filter.Basis is { } basis) cases = cases.Where(c => c.Basis == basis);
            cases = cases.Among(filter.Channel, c => c.Channel).Among(filter.Priority, c => c.Priority);
            if (filter.Plate is { } plate) cases = cases.Where(c => c.Plate == plate);
            if (filter.District is { } district) cases = cases.Where(c => c.District == district);
            if (filter.Hidden is { } hidden) cases = cases.Where(c => hidden == (c.Concealment != IdentityConcealment.None));
            if (filter.WithFiles is { } files) cases = cases.Where(c => files == db.Attachments.Any(a => a.CaseId == c.Id && a.Reply == null));
            if (filter.Closed is { } closed) cases = cases.Where(c => closed == (c.ClosedAt != null));
            return WithinDays(AsOldAs(DueAs(cases, filter.Due, near), near), filter);
        }

        /// <summary>What stands inside is asked of what lies open before the person alone: no row and no count of a filter may tell of an envelope what its row does not.</summary>
        private IQueryable<CaseFile> OpenWith(Actor actor, BoxFilter filter) => db.WithInside(db.CasesOpenTo(actor), filter);

        private IQueryable<CaseFile> WithInside(IQueryable<CaseFile> cases, BoxFilter filter)
        {
            if (filter.Topic is not null && db.TopicsAs(filter.Topic) is var topics) cases = cases.Where(c => topics.Any(t => t.CaseId == c.Id));
            if (filter.Applicant is { } applicant) cases = cases.Where(c => c.ApplicantKind == applicant);
            cases = cases.Among(filter.Check, c => c.IdentityCheck);
            if (filter.Excluding is { } excluding) cases = cases.Where(c => excluding == db.Exclusions.Any(x => x.CaseId == c.Id));
            return cases;
        }

        /// <summary>These topics, with all their subtopics, and these subtopics.</summary>
        private IQueryable<CaseTopic> TopicsAs(Several<string> asked)
        {
            if (asked.Array is [var topic] && topic + TopicDirectory.Below is var below) return db.CaseTopics.Where(t => t.Code == topic || t.Code.StartsWith(below));
            var codes = asked.Array;
            return db.CaseTopics.Where(t => codes.Contains(t.Code) || codes.Any(code => EF.Functions.Like(t.Code, code + TopicDirectory.Below + "%")));
        }

        /// <summary>Open parts whose inner day is over; of what was sent on its row tells the first of those, as its sender does.</summary>
        private IQueryable<Routing> WantedBefore(NearUntil near) =>
            IstanbulTime.LegalDay(near.Now) is var today ? db.Routings.Where(r => r.EndedAt == null && r.WantedBy < today) : db.Routings;

        private IQueryable<Hold> HoldsAs(HoldFilter? asked, NearUntil near)
        {
            var today = IstanbulTime.LegalDay(near.Now);
            var holds = db.Holds.Where(h => h.EndedAt == null);
            return asked == HoldFilter.Over ? holds.Where(h => h.ExpectedOn < today) : holds.Where(h => h.RemindOn != null && h.RemindOn <= today);
        }
    }

    private static IQueryable<CaseFile> WithinDays(IQueryable<CaseFile> cases, BoxFilter filter)
    {
        if (filter.FiledFrom is { } first && IstanbulTime.EndOf(first.AddDays(-1)) is var from) cases = cases.Where(c => c.FiledAt >= from);
        if (filter.FiledUntil is { } last && IstanbulTime.EndOf(last) is var end) cases = cases.Where(c => c.FiledAt < end);
        if (filter.ReceivedFrom is { } received) cases = cases.Where(c => c.ReceivedOn >= received);
        if (filter.ReceivedUntil is { } until) cases = cases.Where(c => c.ReceivedOn <= until);
        if (filter.DueFrom is { } due) cases = cases.Where(c => c.DueOn >= due);
        if (filter.DueUntil is { } ending) cases = cases.Where(c => c.DueOn <= ending);
        return cases;
    }

    /// <summary>What is closed has no time that passes.</summary>
    private static IQueryable<CaseFile> AsOldAs(IQueryable<CaseFile> cases, NearUntil near)
    {
        if (near.ReceivedBy is { } last) cases = cases.Where(c => c.ClosedAt == null && c.ReceivedOn <= last);
        if (near.ReceivedSince is { } first) cases = cases.Where(c => c.ClosedAt == null && c.ReceivedOn >= first);
        return cases;
    }

    private static IQueryable<CaseFile> DueAs(IQueryable<CaseFile> cases, DueFilter? due, NearUntil near) => due switch
    {
        DueFilter.Late => cases.Where(c => c.ClosedAt == null && c.DueEndsAt <= near.Now),
        DueFilter.Week => cases.Where(c => c.ClosedAt == null && c.DueEndsAt > near.Now && c.DueEndsAt <= near.Now.AddDays(NearUntil.WeekDays)),
        DueFilter.Near => cases.Where(c => c.ClosedAt == null && c.DueEndsAt > near.Now
            && c.DueOn <= (c.Basis == LegalBasis.PetitionAct ? near.Petition : near.Information)),
        _ => cases,
    };

    private static bool AsksNothingOfCases(this BoxFilter filter) =>
        filter with { Kind = null, Sender = null, At = null, WithBelow = false, State = null, Custody = null, Holder = null, RestingDays = null, Case = null, Basis = null, Priority = null, Purpose = null, Hold = null, Approver = null, Outcome = null, Service = null, Delivery = null, Topic = null, Applicant = null, Check = null, Excluding = null, Text = null, Columns = null, Order = null } == BoxFilter.None;
}
