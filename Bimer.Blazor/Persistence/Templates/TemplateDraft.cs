using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Persistence.Templates;

/// <summary>A template somebody is writing, saved on the server while they type; nobody else reads it.</summary>
public sealed class TemplateDraft
{
    /// <summary>The key of what is written anew; one at a time for each person.</summary>
    public static readonly ReplyTemplateId New = new(Guid.Empty);

    public UserId Person { get; init; }

    /// <summary>The template that is written anew, or <see cref="New"/>.</summary>
    public ReplyTemplateId Template { get; init; }

    public string Name { get; set; } = "";

    public string Shortcut { get; set; } = "";

    public TemplateScope Scope { get; set; }

    public UnitId? Unit { get; set; }

    /// <summary>Cleaned HTML.</summary>
    public string Html { get; set; } = "";

    public DateTimeOffset SavedAt { get; set; }

    /// <summary>The version its writer began from; 0 of a new one.</summary>
    public int BuildsOn { get; set; }

    /// <summary>Raised by every save: of two tabs the second is told, not overwritten.</summary>
    public int Version { get; set; }
}

/// <summary>Somebody noted that a law has changed (mevzuat değişikliği).</summary>
public sealed class NotedLawChange
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestNote = 200;

    /// <summary>Its number: 4982.</summary>
    public int Law { get; init; }

    /// <summary>The legal day the change is in force.</summary>
    public DateOnly On { get; init; }

    /// <summary>What changed, in a line.</summary>
    public string Note { get; init; } = "";

    public UserId By { get; init; }

    public DateTimeOffset At { get; init; }
}
