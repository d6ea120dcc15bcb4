using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// Whether this person may send the citizen on paper where the case went (3071 m.5, 4982 m.7): the officers of the unit that sent it on, and who coordinates or manages it
    /// or a unit above.
    /// </summary>
    /// <param name="sender">The unit that sent it on, with all above it.</param>
    public static Outcome MayPostNotice(UnitLineage sender, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Is(OfficerRole.CaseOfficer, sender.Unit) || Coordinates(sender, actor) ? Outcome.Accepted : new Refusal.NotYoursToResolve(sender.Unit);
    }

    /// <summary>The paper that says where the case went was laid where it is put into its envelope unseen (zarflama hizmeti).</summary>
    /// <param name="sent">The part that went to another institution.</param>
    /// <param name="name">Of the file, which says nothing.</param>
    /// <returns>Refused as <see cref="MayPostNotice"/> is.</returns>
    public Outcome LayNotice(RoutingId sent, string name, UnitLineage sender, Actor actor, DateTimeOffset now)
    {
        if (MayPostNotice(sender, actor).Refusal is { } refusal) return refusal;
        NoteNotice(MovementKind.NoticeLaid, RoutingOf(sent), name, sender, actor, now);
        return Outcome.Accepted;
    }

    /// <summary>That paper went by post (postalandı); the history keeps the day and the number of the post.</summary>
    /// <returns>Refused as <see cref="MayPostNotice"/> is, and with <see cref="Refusal.PostingDayWrong"/>.</returns>
    public Outcome PostNotice(RoutingId sent, PostalNote posted, UnitLineage sender, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(posted);
        if (MayPostNotice(sender, actor).Refusal is { } refusal) return refusal;
        var (earliest, latest) = (IstanbulTime.LegalDay(RoutingOf(sent).SentAt), IstanbulTime.LegalDay(now));
        if (posted.On < earliest || posted.On > latest) return new Refusal.PostingDayWrong(earliest, latest);
        NoteNotice(MovementKind.NoticePosted, RoutingOf(sent), posted.ToString(), sender, actor, now);
        return Outcome.Accepted;
    }

    /// <summary>It was said too early (postalanmadı): the line before stands, and this one beside it.</summary>
    /// <returns>Refused as <see cref="MayPostNotice"/> is.</returns>
    public Outcome UndoNoticePosting(RoutingId sent, UnitLineage sender, Actor actor, DateTimeOffset now)
    {
        if (MayPostNotice(sender, actor).Refusal is { } refusal) return refusal;
        NoteNotice(MovementKind.NoticePostingUndone, RoutingOf(sent), null, sender, actor, now);
        return Outcome.Accepted;
    }

    private void NoteNotice(MovementKind kind, Routing sent, string? change, UnitLineage sender, Actor actor, DateTimeOffset now)
    {
        Version++;
        Record(kind, sent, actor.UserId, now, change: change, about: sender.Unit);
        Raise(new NoticePaper(Id, sent.Id, sender.Unit, actor.UserId, now, kind));
    }
}
