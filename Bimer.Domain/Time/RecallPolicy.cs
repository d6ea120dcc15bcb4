namespace Bimer.Domain.Time;

/// <summary>How long a sender may take back what nobody has read (geri alma süresi, S40).</summary>
/// <param name="Window">From the instant of sending.</param>
public sealed record RecallPolicy(TimeSpan Window)
{
    /// <summary>Thirty minutes, unless an institution decided otherwise.</summary>
    public static readonly RecallPolicy Usual = new(TimeSpan.FromMinutes(30));

    /// <summary>The last instant that still counts, included.</summary>
    public DateTimeOffset LastInstant(DateTimeOffset sentAt) => sentAt + Window;
}
