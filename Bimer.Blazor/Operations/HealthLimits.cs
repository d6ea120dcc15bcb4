using System.ComponentModel.DataAnnotations;

namespace Bimer.Blazor.Operations;

/// <summary>When <c>/health/ready</c> complains, section <c>Bimer:Health</c>.</summary>
public sealed class HealthLimits
{
    public const string Section = "Bimer:Health";

    /// <summary>Free space under which no case is taken any more.</summary>
    [Range(1, 10_000_000)]
    public long LeastFreeMegabytes { get; set; } = 200;

    /// <summary>A check that takes longer has failed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan LongestCheck { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A message that waits for longer degrades the answer.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan OldestOutboxMessage { get; set; } = TimeSpan.FromHours(1);
}
