namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>A view without a name, or with a longer one than is kept.</summary>
    public sealed record InvalidViewName(int Longest) : Refusal;

    /// <summary>No more views are kept of one box for one person or one unit.</summary>
    public sealed record TooManyViews(int Most) : Refusal;

    /// <summary>Another view of the same box and the same keeper, or of the same unit, has that name.</summary>
    public sealed record ViewNameTaken : Refusal;

    /// <summary>A view of a unit is kept by who works there, and changed by whoever keeps it or coordinates the unit.</summary>
    public sealed record NotYourView : Refusal;
}
