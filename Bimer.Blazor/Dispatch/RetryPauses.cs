namespace Bimer.Blazor.Dispatch;

/// <summary>When a message that was not taken is tried again.</summary>
internal static class RetryPauses
{
    /// <summary>
    /// Doubling from the first pause to the longest, moved by up to a fifth either way, so that a queue that failed together does
    /// not come back together. The move follows from the message and the attempt: the same every time it is asked.
    /// </summary>
    /// <param name="attempt">The one that just failed, from 1.</param>
    public static TimeSpan After(Guid message, int attempt, OutboxOptions options)
    {
        const int steps = 401;
        var doublings = Math.Min(attempt - 1, 30);
        var pause = Math.Min(options.FirstPause.Ticks * Math.Pow(2, doublings), options.LongestPause.Ticks);
        var bytes = message.ToByteArray();
        var move = ((BitConverter.ToUInt32(bytes, bytes.Length - sizeof(uint)) + ((uint)attempt * 97u)) % steps / 1000.0) - 0.2;
        return TimeSpan.FromTicks((long)(pause * (1 + move)));
    }
}
