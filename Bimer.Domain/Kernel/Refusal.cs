namespace Bimer.Domain.Kernel;

/// <summary>An expected "no". Carries facts (who, when, which unit), never display text; each room adds its own.</summary>
public abstract partial record Refusal
{
    /// <summary>There is no such thing, or none the actor may see: the two answers are one.</summary>
    public sealed record NotFound : Refusal;

    /// <summary>Somebody else's change was saved first and the guards still hold; nothing was done.</summary>
    public sealed record ChangedMeanwhile : Refusal;

    /// <summary>The session ended, or the account or role is no longer valid; nothing was done.</summary>
    public sealed record SignedOut : Refusal;

    /// <summary>The database could not take the change now (locked, full disk); nothing was done.</summary>
    public sealed record Busy : Refusal;

    /// <summary>There is no room to keep it, or the disk takes nothing: nothing was done, and only the operator can help.</summary>
    public sealed record NotStored : Refusal;
}
