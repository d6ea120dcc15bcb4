using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

/// <summary>One line of the forwarding list (S37): where to, what for, how urgent, with which words.</summary>
/// <param name="Note">Açıklama, at most <see cref="CaseFile.LongestNote"/> UTF-16 units; none is fine.</param>
public sealed record ForwardTo(UnitLineage Unit, RoutingPurpose Purpose, Priority Priority, string? Note)
{
    /// <summary>
    /// The part leaves for another institution and the citizen is told so from then on, not before: until then it can still be taken back
    /// (3071 m.5, 4982 m.7). None where nobody is told.
    /// </summary>
    public DateTimeOffset? TellAfter { get; init; }

    /// <summary>The unit lies in another institution than the one that received the case: with this part the case arrives there (4982 m.7). None at home.</summary>
    public AwayFromHome? Away { get; init; }

    /// <summary>The day, included, by which the sender wants it done (iç süre, S37): from today to <see cref="CaseFile.LongestWish"/> days later, of what goes for action alone. None for none.</summary>
    public DateOnly? WantedBy { get; init; }

    /// <summary>Nobody works there today, and who sends has not been told so; none where somebody does, or where it is meant all the same.</summary>
    public Deserted? Deserted { get; init; }
}

/// <summary>Another institution than the one that received the case (başka kurum).</summary>
/// <param name="IsSenderToo">Who sends it on lies outside the institution that received the case too.</param>
/// <param name="SameInstitution">The units the case came to before that lie in the recipient's institution: the law asks when the institution got it, not the unit (4982 m.7).</param>
public sealed record AwayFromHome(bool IsSenderToo, IReadOnlyCollection<UnitId> SameInstitution);

/// <summary>Nobody at a unit could open a case today (kullanıcısız birim).</summary>
/// <param name="Instead">The nearest unit above it where somebody could; none where there is none.</param>
public sealed record Deserted(UnitId? Instead);

public sealed partial class CaseFile
{
    /// <summary>How far away an inner day (iç süre) may lie, in calendar days from today, included.</summary>
    public const int LongestWish = 365;

    /// <summary>
    /// The holder sends a part on to one or more units, all or nothing (Sevk Et, S36–S37). The sender's part ends; each recipient
    /// gets one of its own. At least one recipient must act on it, except where the part itself came for information.
    /// </summary>
    public Outcome Forward(RoutingId routingId, IReadOnlyList<ForwardTo> recipients, WorkingCalendar calendar, Actor actor, DateTimeOffset now)
    {
        var routing = RoutingOf(routingId);
        if (WhyNotForward(routing, recipients, actor, IstanbulTime.LegalDay(now)) is { } refusal) return refusal;

        EndHold(routing, now);
        End(routing, RoutingState.Forwarded, now);
        var elsewhere = new List<SentElsewhere>();
        foreach (var recipient in recipients)
        {
            var leg = SendOut(new RoutingLeg(routing.Id, routing.To, recipient.Unit.Unit, recipient.Purpose, recipient.Priority, recipient.Note, actor.UserId) { ArrivedOn = ArrivalOf(recipient, routing, now), WantedBy = recipient.WantedBy }, now);
            Record(MovementKind.Forwarded, leg, actor.UserId, now, recipient.Note);
            if (recipient.TellAfter is { } after) elsewhere.Add(new SentElsewhere(leg.Id, after));
        }

        FollowArrivals(calendar);
        Raise(new CaseForwarded(Id, routing.Id, routing.To, actor.UserId, [.. recipients.Select(r => r.Unit.Unit)], now) { Elsewhere = elsewhere });
        return Outcome.Accepted;
    }

    /// <summary>
    /// Why this part cannot go to this one unit; none when it can. Asked for each line of the list before it is sent; what concerns
    /// the list as a whole is asked by <see cref="Forward"/>.
    /// </summary>
    /// <param name="today">The legal day in Istanbul.</param>
    public Refusal? WhyNotSendTo(RoutingId routingId, ForwardTo recipient, Actor actor, DateOnly today)
    {
        var routing = RoutingOf(routingId);
        return WhyNotHolder(routing, actor) ?? WhyNotTo(recipient, routing, today);
    }

    private Refusal? WhyNotForward(Routing routing, IReadOnlyList<ForwardTo> recipients, Actor actor, DateOnly today)
    {
        if (WhyNotHolder(routing, actor) is { } notHolder) return notHolder;
        if (routing.State == RoutingState.AwaitingApproval) return new Refusal.WithApprover(routing.To);
        if (recipients.Count == 0) return new Refusal.NoRecipients();
        if (_routings.Count + recipients.Count > RoutingId.MostPerCase) return new Refusal.TooManyRoutings(RoutingId.MostPerCase);

        var cameForInformation = routing.Purpose == RoutingPurpose.Information;
        if (!cameForInformation && recipients.All(r => r.Purpose == RoutingPurpose.Information)) return new Refusal.NobodyToAct();
        if (cameForInformation && recipients.Any(r => r.Purpose == RoutingPurpose.Action)) return new Refusal.CameForInformation(routing.To);

        var seen = new HashSet<UnitId>();
        return recipients.Select(r => seen.Add(r.Unit.Unit) ? WhyNotTo(r, routing, today) : new Refusal.RecipientTwice(r.Unit.Unit))
            .FirstOrDefault(refusal => refusal is not null);
    }

    private Refusal? WhyNotTo(ForwardTo recipient, Routing sender, DateOnly today)
    {
        var unit = recipient.Unit;
        if (!Enum.IsDefined(recipient.Purpose) || !Enum.IsDefined(recipient.Priority)) return new Refusal.NotOnTheList();   // a part that is for nothing would be owed by nobody
        if (unit.Unit == sender.To) return new Refusal.RecipientIsSender(unit.Unit);
        if (!unit.TakesCases) return new Refusal.UnitTakesNoCases(unit.Unit);
        if (_exclusions.Exists(x => unit.IsWithin(x.Unit))) return new Refusal.RecipientExcluded(unit.Unit);
        if (_routings.Exists(r => r.IsOpen && r.To == unit.Unit && !IsMore(recipient, r))) return new Refusal.AlreadyThere(unit.Unit);
        if (recipient.Note is { Length: > LongestNote } note) return new Refusal.TextTooLong(note.Length, LongestNote);
        if (WhyNotWanted(recipient, today) is { } unfit) return unfit;
        // The last that is asked: whoever hears of it may send all the same, and everything else must hold by then.
        return recipient.Deserted is { } deserted ? new Refusal.NobodyThere(unit.Unit, deserted.Instead) : null;
    }

    // Of a copy nothing is expected, so nothing of it can be late; what is over when it is asked for was over before it came.
    private static Refusal? WhyNotWanted(ForwardTo recipient, DateOnly today)
    {
        if (recipient.WantedBy is not { } day) return null;
        if (recipient.Purpose == RoutingPurpose.Information) return new Refusal.NothingWantedOfCopy(recipient.Unit.Unit);
        var latest = today.AddDays(LongestWish);
        return day < today || day > latest ? new Refusal.WantedDayOutOfRange(recipient.Unit.Unit, today, latest) : null;
    }

    /// <summary>Who has it for information may be asked to act on it; nobody is asked twice.</summary>
    private static bool IsMore(ForwardTo recipient, Routing present) =>
        recipient.Purpose == RoutingPurpose.Action && present.Purpose == RoutingPurpose.Information;
}
