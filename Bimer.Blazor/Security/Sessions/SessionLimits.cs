using System.ComponentModel.DataAnnotations;

namespace Bimer.Blazor.Security.Sessions;

/// <summary>Section <c>Bimer:Session</c>.</summary>
public sealed class SessionLimits
{
    public const string Section = "Bimer:Session";

    /// <summary>A session ends this long after the last command, navigation or key.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "08:00:00")]
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>A session ends this long after sign-in, whatever happens.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "1.00:00:00")]
    public TimeSpan Longest { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long before the end the person is warned; at least two minutes (WCAG 2.2.1).</summary>
    [Range(typeof(TimeSpan), "00:02:00", "00:10:00")]
    public TimeSpan Warning { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Open screens of one person at the same time.</summary>
    [Range(1, 10_000)]
    public int CircuitsPerPerson { get; set; } = 10;
}
