using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>The letter an officer is writing, saved on the server while they type; one for each part of a case.</summary>
public sealed class ReplyDraft
{
    /// <summary>Longest code of a reason.</summary>
    public const int LongestReason = 64;

    /// <summary>In the place of a reason: the letter tells how far things are (safahat), and neither answers nor turns away.</summary>
    public const string Progress = "SAFAHAT";

    public RoutingId Routing { get; init; }

    public UserId Author { get; set; }

    /// <summary>Cleaned HTML.</summary>
    public string Html { get; set; } = "";

    public string CatalogueService { get; set; } = "";

    /// <summary>Code of the reason why the petition is not examined (İşleme Alınmayacak); empty while none is chosen, none of an answer.</summary>
    public string? InadmissibilityReason { get; set; }

    /// <summary>The ground as far as it is written.</summary>
    public string? InadmissibilityGround { get; set; }

    /// <summary>What becomes of each requested item so far, see <see cref="Domain.Replies.ItemDecisions"/>; articles by their codes.</summary>
    public string? ItemList { get; set; }

    public UserId? Approver { get; set; }

    /// <summary>The template it began with; none so far.</summary>
    public ReplyTemplateId? Template { get; set; }

    /// <summary>Which wording of it.</summary>
    public int? TemplateVersion { get; set; }

    public DateTimeOffset SavedAt { get; set; }

    /// <summary>Raised by every save: of two tabs the second is told, not overwritten.</summary>
    public int Version { get; set; }
}
