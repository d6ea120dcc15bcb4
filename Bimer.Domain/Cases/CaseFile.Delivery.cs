using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// Whether this person decides about an answer of which nobody knows whether it arrived (belirsiz): coordinators and managers of
    /// the unit that answered or of one above it, and the person who signed it.
    /// </summary>
    /// <param name="answering">The unit whose letter it is, with all above it.</param>
    public Outcome MayResolveMail(RoutingId routingId, UnitLineage answering, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(answering);
        ArgumentNullException.ThrowIfNull(actor);
        return _replies.Exists(r => r.Id == routingId && r.DecidedBy == actor.UserId) || Coordinates(answering, actor)
            ? Outcome.Accepted
            : new Refusal.NotYoursToResolve(answering.Unit);
    }

    /// <summary>
    /// Whether this person may say that the printed letter went by post (postalandı): the officers of the unit that answered, and whoever
    /// decides about its mail.
    /// </summary>
    public Outcome MayPostLetter(RoutingId routingId, UnitLineage answering, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(answering);
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Is(OfficerRole.CaseOfficer, answering.Unit) ? Outcome.Accepted : MayResolveMail(routingId, answering, actor);
    }

    /// <summary>The printed letter went by post (postalandı); the history keeps the day and the number of the post.</summary>
    /// <param name="routingId">The part whose signed letter it is.</param>
    /// <param name="posted">When, and under which number.</param>
    /// <param name="answering">The unit whose letter it is, with all above it.</param>
    /// <returns>Refused with <see cref="Refusal.NotYoursToResolve"/>, <see cref="Refusal.PostingDayWrong"/>, and <see cref="Refusal.NotFound"/> where nothing was signed.</returns>
    public Outcome PostLetter(RoutingId routingId, PostalNote posted, UnitLineage answering, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(posted);
        if (MayPostLetter(routingId, answering, actor).Refusal is { } refusal) return refusal;
        if (_replies.Find(r => r.Id == routingId && r.Status == ReplyStatus.Approved) is not { DecidedAt: { } signed }) return new Refusal.NotFound();
        var (earliest, latest) = (IstanbulTime.LegalDay(signed), IstanbulTime.LegalDay(now));
        if (posted.On < earliest || posted.On > latest) return new Refusal.PostingDayWrong(earliest, latest);
        Note(MovementKind.LetterPosted, routingId, posted.ToString(), actor, now);
        return Outcome.Accepted;
    }

    /// <summary>It was said too early (postalanmadı): the line before stands, and this one beside it.</summary>
    /// <returns>Refused with <see cref="Refusal.NotYoursToResolve"/>.</returns>
    public Outcome UndoPosting(RoutingId routingId, UnitLineage answering, Actor actor, DateTimeOffset now)
    {
        if (MayPostLetter(routingId, answering, actor).Refusal is { } refusal) return refusal;
        Note(MovementKind.PostingUndone, routingId, null, actor, now);
        return Outcome.Accepted;
    }

    /// <summary>
    /// Tells the citizen by a short message that the answer waits (SMS ile haber): its number and nothing else. Whoever presses it reads no phone; the system finds it
    /// when the message leaves, as the address of a mail.
    /// </summary>
    /// <param name="routingId">The part whose signed letter it is.</param>
    /// <param name="isAgain">The message is there already, and did not surely arrive.</param>
    /// <param name="answering">The unit whose letter it is, with all above it.</param>
    /// <returns>Refused with <see cref="Refusal.NotYoursToResolve"/>, <see cref="Refusal.NoVerifiedPhone"/>, and <see cref="Refusal.NotFound"/> where no answer was signed.</returns>
    public Outcome TellBySms(RoutingId routingId, bool isAgain, UnitLineage answering, Actor actor, DateTimeOffset now)
    {
        if (MayTellBySms(routingId, answering, actor).Refusal is { } refusal) return refusal;
        var routing = RoutingOf(routingId);
        Version++;
        Record(MovementKind.ToldBySms, routing, actor.UserId, now);
        Raise(new CitizenToldBySms(Id, routing.Id, routing.To, actor.UserId, now, isAgain));
        return Outcome.Accepted;
    }

    /// <summary>Whether this person may: those who may say that a letter went by post, of an answer to somebody who typed a code sent to their phone (S4).</summary>
    public Outcome MayTellBySms(RoutingId routingId, UnitLineage answering, Actor actor)
    {
        if (MayPostLetter(routingId, answering, actor).Refusal is { } refusal) return refusal;
        if (!_replies.Exists(r => r is { Status: ReplyStatus.Approved, HasNoVerdict: false } && r.Id == routingId)) return new Refusal.NotFound();
        return Channel == IntakeChannel.Internet ? Outcome.Accepted : new Refusal.NoVerifiedPhone();
    }

    /// <summary>A letter was laid where it is printed and put into its envelope unseen (zarflama hizmeti).</summary>
    /// <param name="routingId">The part whose signed letter it is.</param>
    /// <param name="name">Of the file, which says nothing: by it a letter in that place is found again.</param>
    /// <param name="answering">The unit whose letter it is, with all above it.</param>
    /// <returns>Refused with <see cref="Refusal.NotYoursToResolve"/>.</returns>
    public Outcome LayLetter(RoutingId routingId, string name, UnitLineage answering, Actor actor, DateTimeOffset now)
    {
        if (MayPostLetter(routingId, answering, actor).Refusal is { } refusal) return refusal;
        var routing = RoutingOf(routingId);
        Version++;
        Record(MovementKind.LetterLaid, routing, actor.UserId, now, change: name);
        Raise(new LetterLaid(Id, routing.Id, routing.To, actor.UserId, now));
        return Outcome.Accepted;
    }

    private void Note(MovementKind kind, RoutingId routingId, string? change, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        Version++;
        Record(kind, routing, actor.UserId, now, change: change);
        Raise(new LetterPosting(Id, routing.Id, routing.To, actor.UserId, now, kind == MovementKind.LetterPosted));
    }

    /// <summary>
    /// Whether this person may have the citizen's address on the paper of a letter (pencereli zarf): an officer of the unit that answered, while nobody is
    /// hidden; of one an officer hid that officer alone, of one the applicant hid nobody. For those the letter is made and put into its envelope unseen. Who coordinates or has
    /// signed may say that it was posted, and reads no address: they reveal only where they are also officers.
    /// </summary>
    public bool MayAddressLetter(RoutingId routingId, UnitLineage answering, Actor actor) => actor.Is(OfficerRole.CaseOfficer, answering.Unit) && Concealment switch
    {
        IdentityConcealment.None => MayPostLetter(routingId, answering, actor).IsAccepted,
        IdentityConcealment.ByOfficer => ConcealedBy == actor.UserId && MayPostLetter(routingId, answering, actor).IsAccepted,
        _ => false,
    };

    /// <summary>Whether such answers of this unit are decided by the person whoever signed them (koordinatör, yönetici).</summary>
    public static bool Coordinates(UnitLineage answering, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(answering);
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Roles.Any(on => on.Role.ReachesBelow() && answering.IsWithin(on.Unit));
    }
}
