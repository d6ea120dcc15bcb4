using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>The desks whose unfinished work is kept. Stored as numbers: never renumber.</summary>
public enum DeskKind
{
    /// <summary>The list of recipients (Sevk Et).</summary>
    Forwarding = 1,

    /// <summary>The note to the writer (düzeltme notu).</summary>
    Approving = 2,

    /// <summary>The words and days of a hold (Beklemeye Al).</summary>
    Holding = 3,

    /// <summary>The way and the words of a return (İade Et).</summary>
    Returning = 4,
}

/// <summary>What one person has put together at one desk and not sent yet; nobody else reads it.</summary>
public sealed class DeskDraft
{
    public RoutingId Routing { get; init; }

    public UserId Person { get; init; }

    public DeskKind Desk { get; init; }

    /// <summary>JSON of the desk's own record.</summary>
    public string Content { get; set; } = "";

    public DateTimeOffset SavedAt { get; set; }
}
