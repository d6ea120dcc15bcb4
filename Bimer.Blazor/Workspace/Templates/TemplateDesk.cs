using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Templates;

/// <summary>One template in the list.</summary>
/// <param name="HomeName">Whose it is, in words; empty of a general and of a personal one.</param>
/// <param name="Version">In use; none before the first decision.</param>
/// <param name="Waits">A wording waits for an approver.</param>
/// <param name="MayDecide">The reader is that approver.</param>
/// <param name="Aged">A law the wording in use names has changed since.</param>
/// <param name="Use">What became of the letters that began with it.</param>
public sealed record TemplateLine(
    ReplyTemplateId Id, string Name, string Shortcut, TemplateScope Scope, string HomeName, int? Version, bool Waits, bool MayDecide, bool IsRetired, LawChange? Aged, TemplateFigures Use)
{
    /// <summary>The newest wording came back with a note.</summary>
    public bool IsDeclined { get; init; }
}

/// <summary>Usage and return rate (kullanım ve geri dönüş, S46).</summary>
/// <param name="Letters">Letters that began with the template and were sent to an approver, each once.</param>
/// <param name="Rounds">How often they were sent.</param>
/// <param name="Returned">How many of those rounds came back for correction.</param>
public sealed record TemplateFigures(int Letters, int Rounds, int Returned)
{
    public static readonly TemplateFigures None = new(0, 0, 0);

    /// <summary>Percent of the rounds, rounded; none before the first.</summary>
    public int? ReturnRate => Rounds == 0 ? null : (int)Math.Round(100.0 * Returned / Rounds, MidpointRounding.AwayFromZero);
}

/// <summary>The list.</summary>
/// <param name="MayNoteLaws">The reader may note that a law has changed.</param>
public sealed record TemplateDesk(IReadOnlyList<TemplateLine> Lines, IReadOnlyList<LawChangeLine> Laws, bool MayNoteLaws);

public sealed record LawChangeLine(int Law, DateOnly On, string Note, string By);

/// <summary>One template, opened.</summary>
/// <param name="Wordings">The latest first.</param>
public sealed record TemplateSheet(TemplateLine Line, bool MayWrite, bool MayRetire, IReadOnlyList<WordingLine> Wordings)
{
    public WordingLine? InUse => Wordings.FirstOrDefault(w => w.State == WordingState.InUse);

    /// <summary>The newest one, where an approver has declined it: what its writer wants to read first.</summary>
    public WordingLine? Declined => Wordings is [{ State: WordingState.Declined } newest, ..] ? newest : null;

    public WordingLine? Proposed => Wordings.FirstOrDefault(w => w.State == WordingState.Proposed);
}

/// <param name="IsOwn">The reader wrote it: never decides about it.</param>
public sealed record WordingLine(int Version, string Html, string ContentHash, WordingState State, string WrittenBy, DateTimeOffset WrittenAt, string? DecidedBy, DateTimeOffset? DecidedAt, string? Note, bool IsOwn)
{
    public string Name { get; init; } = "";

    public string Shortcut { get; init; } = "";
}

/// <summary>What is typed about a template beside its text; kept with it.</summary>
/// <param name="Unit">See <see cref="TemplateHome.Unit"/>.</param>
/// <param name="BuildsOn">The version it was begun from; 0 of a new one.</param>
public sealed record TemplateFields(string Name, string Shortcut, TemplateScope Scope, int? Unit, int BuildsOn = 0)
{
    public TemplateHome Home => new(Scope, Unit is { } unit ? new UnitId(unit) : null);

    /// <summary>What a person wrote belongs into no log.</summary>
    public override string ToString() => nameof(TemplateFields);
}

/// <summary>Where a new template may be at home, in words.</summary>
public sealed record HomeOption(TemplateHome Home, string Name);

/// <summary>The desk of whoever writes a template.</summary>
/// <param name="Fields">As they were left, or as the template has them.</param>
/// <param name="Homes">To choose from; one alone where the template exists already.</param>
public sealed record TemplateWriting(TemplateFields Fields, IReadOnlyList<HomeOption> Homes);

/// <summary>A draft that was deleted a moment ago, as long as its writer may want it back.</summary>
public sealed record DroppedDraft(ReplyTemplateId Template, string Html, TemplateFields Fields)
{
    /// <summary>What a person wrote belongs into no log.</summary>
    public override string ToString() => nameof(DroppedDraft);
}

/// <summary>A template's text as it stands on the server, told like that of a letter.</summary>
public sealed record TemplateDraftText(int Version, DateTimeOffset? SavedAt, string Html);
