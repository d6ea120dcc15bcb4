namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>The identity is not hidden (any more): the usual eye opens it.</summary>
    public sealed record NotHidden : Refusal;

    /// <summary>Opening by two is not switched on here; nothing was asked.</summary>
    public sealed record JointOpeningOff : Refusal;

    /// <summary>Two together open it: a general coordinator and a manager of where it was hidden, or above.</summary>
    public sealed record NotYoursToOpenJointly(UnitId HiddenAt) : Refusal;

    /// <summary>Who hid it is still there, or there again: theirs alone is the right to open it.</summary>
    public sealed record HiderStillHere : Refusal;

    /// <summary>A request stands already.</summary>
    public sealed record JointOpeningAsked(UserId By, DateTimeOffset At) : Refusal;

    /// <summary>The request is too old, was opened, or is another by now.</summary>
    public sealed record JointOpeningLapsed : Refusal;

    /// <summary>The second word is another person's, who has the other of the two roles.</summary>
    public sealed record JointOpeningNeedsAnother(UserId Asked) : Refusal;

    /// <summary>Somebody else gave the second word before.</summary>
    public sealed record JointOpeningAllowed(UserId By, DateTimeOffset At) : Refusal;

    /// <summary>Who asked opens it, and nobody else.</summary>
    public sealed record JointOpeningTheirs(UserId Asked) : Refusal;
}
