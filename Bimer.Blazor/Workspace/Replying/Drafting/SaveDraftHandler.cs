using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Replying.Drafting;

/// <param name="Version">The version the writer's screen stands on; 0 before the first save.</param>
/// <param name="Html">As the editor holds it; cleaned here.</param>
public sealed record SaveDraft(RoutingId Routing, int Version, string Html, string CatalogueService, UserId? Approver)
{
    /// <summary>Code of the reason for not examining the petition; empty while none is chosen, none of an answer.</summary>
    public string? Reason { get; init; }

    /// <summary>The ground as far as it is written.</summary>
    public string? Ground { get; init; }

    /// <summary>What becomes of each requested item so far, as the screen keeps it; read and written anew here.</summary>
    public string? Items { get; init; }

    /// <summary>The template the letter began with.</summary>
    public TemplateUse? Template { get; init; }
}

/// <summary>What a screen must know of the draft it shows.</summary>
/// <param name="At">When it was saved.</param>
public sealed record DraftMark(int Version, DateTimeOffset At);

/// <summary>Keeps the letter on the server while it is written (taslak), so that no crash costs more than the last seconds.</summary>
public sealed class SaveDraftHandler(DraftWork work, TimeProvider clock)
{
    // A tab left open since an earlier round of the same letter must not meet its own number again.
    private const int VersionsPerRound = 100_000;

    public async Task<Outcome<DraftMark>> HandleAsync(SaveDraft command, CancellationToken ct)
    {
        var cleaned = SafeHtml.Accept(command.Html);
        if (cleaned.Value is not { } html) return cleaned.Refusal!;
        // Nothing is refused while it is a draft; what no catalogue knows is no choice yet.
        var service = ServiceCatalogue.Has(command.CatalogueService) ? command.CatalogueService : "";
        var ground = GroundOf(command.Ground);
        if (ground.Refusal is { } unreadable) return unreadable;
        var clean = command with { Html = html, CatalogueService = service, Reason = ReasonOf(command.Reason), Ground = ground.Value, Items = ItemChoices.Cleaned(command.Items) };
        return await work.ChangeAsync(command.Routing, acting => SaveAsync(clean, acting, ct), ct);
    }

    private static string? ReasonOf(string? code) => code is { Length: > ReplyDraft.LongestReason } ? "" : code;

    private static Outcome<string> GroundOf(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return "";
        if (written.Length > Inadmissibility.LongestGround) return new Refusal.TextTooLong(written.Length, Inadmissibility.LongestGround);
        var text = PetitionText.Parse(written);
        return text.Refusal is { } refusal and not Refusal.PetitionTextBlank ? refusal : text.Value?.Value ?? "";
    }

    private async Task<Outcome<DraftMark>> SaveAsync(SaveDraft command, DraftActing acting, CancellationToken ct)
    {
        var draft = await acting.Db.ReplyDrafts.SingleOrDefaultAsync(d => d.Routing == command.Routing, ct);
        if ((draft?.Version ?? 0) != command.Version) return new Refusal.DraftChanged(draft?.SavedAt);
        if (draft is not null && IsTheSame(draft, command)) return new DraftMark(draft.Version, draft.SavedAt);

        if (draft is null) acting.Db.Add(draft = new ReplyDraft { Routing = command.Routing, Version = await FirstVersionAsync(acting, ct) });
        (draft.Html, draft.CatalogueService, draft.Approver) = (command.Html, command.CatalogueService, command.Approver);
        (draft.InadmissibilityReason, draft.InadmissibilityGround, draft.ItemList) = (command.Reason, command.Ground, command.Items);
        (draft.Template, draft.TemplateVersion) = (command.Template?.Template, command.Template?.Version);
        (draft.Author, draft.SavedAt) = (acting.Actor.UserId, clock.GetUtcNow());
        draft.Version++;
        return new DraftMark(draft.Version, draft.SavedAt);
    }

    private static bool IsTheSame(ReplyDraft draft, SaveDraft command) =>
        string.Equals(draft.Html, command.Html, StringComparison.Ordinal)
        && string.Equals(draft.CatalogueService, command.CatalogueService, StringComparison.Ordinal)
        && string.Equals(draft.InadmissibilityReason, command.Reason, StringComparison.Ordinal)
        && string.Equals(draft.InadmissibilityGround ?? "", command.Ground, StringComparison.Ordinal)
        && string.Equals(draft.ItemList, command.Items, StringComparison.Ordinal)
        && draft.Template == command.Template?.Template && draft.TemplateVersion == command.Template?.Version
        && draft.Approver == command.Approver;

    private static async Task<int> FirstVersionAsync(DraftActing acting, CancellationToken ct) =>
        VersionsPerRound * await acting.Db.Replies.Where(r => r.Id == acting.Routing.Id).Select(r => r.Version).SingleOrDefaultAsync(ct);
}
