using System.Globalization;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Domain.Cases;

/// <summary>
/// What the rules of opening by two (iki yetkiliyle açma) need to know beside the case: where it was hidden, whether who hid it is still there, and what was
/// asked and allowed since.
/// </summary>
/// <param name="HiddenAt">The unit whose officer hid it, with all above it: theirs are the two who open it together.</param>
/// <param name="IsHiderGone">
/// Whose account is closed, or who has no role today in any unit the case came through or above one. Who is merely kept from the case is not gone:
/// a mark must not open what it was to protect.
/// </param>
/// <param name="Since">The movements of opening by two since it was hidden, in their order.</param>
public sealed record JointOpening(UnitLineage HiddenAt, bool IsHiderGone, IReadOnlyList<Movement> Since)
{
    /// <summary>How long a second person may allow what was asked, its end included: over a weekend.</summary>
    public static readonly TimeSpan MayBeAllowedFor = TimeSpan.FromDays(3);

    /// <summary>How long it may be opened once allowed, its end included.</summary>
    public static readonly TimeSpan MayBeOpenedFor = TimeSpan.FromDays(1);

    /// <summary>Who asked or allowed, with the rights they have today; who has none any more is missing. Asked anew at every step: a word counts while its giver may still give it.</summary>
    public IReadOnlyList<Actor> Here { get; init; } = [];

    private static readonly OfficerRole[] _pair = [OfficerRole.GeneralCoordinator, OfficerRole.Executive];

    /// <summary>The movements that belong to it.</summary>
    public static readonly MovementKind[] Kinds = [MovementKind.JointOpeningAsked, MovementKind.JointOpeningAllowed, MovementKind.OpenedJointly];

    /// <summary>Which of the two roles (genel koordinatör, yönetici) the person has where it was hidden or above.</summary>
    public IReadOnlyList<OfficerRole> RolesOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return [.. _pair.Where(role => actor.UnitsAs(role).Any(HiddenAt.IsWithin))];
    }

    /// <summary>The request that stands: neither opened nor too old, and still of people who have the role by which they asked or allowed. None where there is none.</summary>
    public Movement? AskedAt(DateTimeOffset now) =>
        Since.LastOrDefault(m => m.Kind == MovementKind.JointOpeningAsked) is not { } asked || Since.Any(m => m.Kind == MovementKind.OpenedJointly && m.Sequence > asked.Sequence) ? null
        : (AllowedOf(asked) is { } allowed ? now - allowed.At <= MayBeOpenedFor && IsPair(asked, allowed) : now - asked.At <= MayBeAllowedFor && RolesAsked(asked).Count > 0) ? asked : null;

    private bool IsPair(Movement asked, Movement allowed) => Of(allowed.By) is { } second && MakesThePair(asked, second);

    private Actor? Of(UserId? person) => Here.FirstOrDefault(actor => actor.UserId == person);

    /// <summary>The second person's word to a request; none while nobody gave it.</summary>
    public Movement? AllowedOf(Movement asked) => Since.FirstOrDefault(m => m.Kind == MovementKind.JointOpeningAllowed && m.Sequence > asked.Sequence);

    /// <summary>Whether these two roles make the pair: one asks as general coordinator and the other allows as manager, or the other way round.</summary>
    public bool MakesThePair(Movement asked, Actor second)
    {
        var (first, other) = (RolesAsked(asked), RolesOf(second));
        return (first.Contains(_pair[0]) && other.Contains(_pair[1])) || (first.Contains(_pair[1]) && other.Contains(_pair[0]));
    }

    internal static string Coded(IEnumerable<OfficerRole> roles) => string.Join(',', roles.Select(role => ((int)role).ToString(CultureInfo.InvariantCulture)));

    // Of the roles by which it was asked those the person has still.
    private IReadOnlyList<OfficerRole> RolesAsked(Movement asked) => Of(asked.By) is not { } first ? []
        : [.. (asked.Change ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(code => (OfficerRole)int.Parse(code, CultureInfo.InvariantCulture)).Intersect(RolesOf(first))];
}
