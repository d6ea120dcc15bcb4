using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Cases;

public sealed partial class CaseFile
{
    /// <summary>
    /// A general coordinator or a manager asks that an identity be opened whose officer has left (iki yetkiliyle açma): the right to it was that person's alone and nobody
    /// inherits it (S33).
    /// </summary>
    /// <param name="reason">Why; the other one decides by it, and it stays in the history.</param>
    /// <returns>
    /// Refused with <see cref="Refusal.IdentityConcealed"/> where the applicant hid it, <see cref="Refusal.NotHidden"/>, <see cref="Refusal.NotYoursToOpenJointly"/>,
    /// <see cref="Refusal.HiderStillHere"/>, <see cref="Refusal.JointOpeningAsked"/> while a request stands, and as every text.
    /// </returns>
    public Outcome AskJointOpening(string? reason, JointOpening standing, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(standing);
        if (WhyNotJointly(standing, actor) is { } refusal) return refusal;
        if (standing.AskedAt(now) is { By: { } by } before) return new Refusal.JointOpeningAsked(by, before.At);
        var text = PlainNote.Of(reason);
        if (text.Length == 0) return new Refusal.TextMissing();
        if (text.Length > LongestNote) return new Refusal.TextTooLong(text.Length, LongestNote);

        Step(MovementKind.JointOpeningAsked, standing, actor, now, text, JointOpening.Coded(standing.RolesOf(actor)));
        Raise(new JointOpeningAsked(Id, standing.HiddenAt.Unit, actor.UserId, now));
        return Outcome.Accepted;
    }

    /// <summary>The other of the two allows it: never who asked, whatever roles they have besides. Allowing again changes nothing.</summary>
    /// <param name="asked">The place of the request they read among the movements.</param>
    /// <returns>As above; or <see cref="Refusal.JointOpeningLapsed"/>, <see cref="Refusal.JointOpeningNeedsAnother"/>, <see cref="Refusal.JointOpeningAllowed"/> by somebody else before.</returns>
    public Outcome AllowJointOpening(int asked, JointOpening standing, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(standing);
        if (WhyNotJointly(standing, actor) is { } refusal) return refusal;
        if (standing.AskedAt(now) is not { By: { } by } request || request.Sequence != asked) return new Refusal.JointOpeningLapsed();
        if (by == actor.UserId || !standing.MakesThePair(request, actor)) return new Refusal.JointOpeningNeedsAnother(by);
        if (standing.AllowedOf(request) is { By: { } second } before) return second == actor.UserId ? Outcome.Accepted : new Refusal.JointOpeningAllowed(second, before.At);

        Step(MovementKind.JointOpeningAllowed, standing, actor, now);
        Raise(new JointOpeningAllowed(Id, standing.HiddenAt.Unit, actor.UserId, now, by));
        return Outcome.Accepted;
    }

    /// <summary>Who asked opens it, once; recorded, and the citizen told, before anything is shown.</summary>
    /// <returns>As above; or <see cref="Refusal.JointOpeningLapsed"/>, and <see cref="Refusal.JointOpeningTheirs"/> to everybody but who asked.</returns>
    public Outcome OpenJointly(JointOpening standing, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(standing);
        if (WhyNotJointly(standing, actor) is { } refusal) return refusal;
        if (standing.AskedAt(now) is not { By: { } by } request || standing.AllowedOf(request) is not { By: { } second }) return new Refusal.JointOpeningLapsed();
        if (by != actor.UserId) return new Refusal.JointOpeningTheirs(by);

        Step(MovementKind.OpenedJointly, standing, actor, now);
        Raise(new OpenedJointly(Id, standing.HiddenAt.Unit, actor.UserId, now, second));
        return Outcome.Accepted;
    }

    private Refusal? WhyNotJointly(JointOpening standing, Actor actor) => Concealment switch
    {
        IdentityConcealment.ByApplicant => new Refusal.IdentityConcealed(),
        IdentityConcealment.None => new Refusal.NotHidden(),
        _ when standing.RolesOf(actor).Count == 0 => new Refusal.NotYoursToOpenJointly(standing.HiddenAt.Unit),
        _ when !standing.IsHiderGone => new Refusal.HiderStillHere(),
        _ => null,
    };

    private void Step(MovementKind kind, JointOpening standing, Actor actor, DateTimeOffset now, string? note = null, string? change = null)
    {
        Version++;
        Record(kind, routing: null, actor.UserId, now, note, change, standing.HiddenAt.Unit);
    }
}
