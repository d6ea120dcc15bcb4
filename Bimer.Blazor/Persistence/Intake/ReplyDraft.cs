using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>The letter an officer is writing, saved on the server while they type; one for each part of a case.</summary>
public sealed class ReplyDraft
{
    public RoutingId Routing { get; init; }

    public UserId Author { get; set; }

    /// <summary>Cleaned HTML.</summary>
    public string Html { get; set; } = "";

    public string CatalogueService { get; set; } = "";

    public UserId? Approver { get; set; }

    public DateTimeOffset SavedAt { get; set; }

    /// <summary>Raised by every save: of two tabs the second is told, not overwritten.</summary>
    public int Version { get; set; }
}
