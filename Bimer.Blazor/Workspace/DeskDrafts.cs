using System.Text.Json;
using System.Text.Json.Nodes;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Connections;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace;

/// <summary>What was on the desk when it was left.</summary>
/// <param name="At">When it was saved, which is its version too.</param>
public sealed record KeptDraft<T>(T Content, DateTimeOffset At);

/// <summary>What became of a save.</summary>
/// <param name="At">When it was saved; none when it was not.</param>
/// <param name="Elsewhere">What another window or device has saved meanwhile, for which this save was not done.</param>
public sealed record DraftSave<T>(DateTimeOffset? At, KeptDraft<T>? Elsewhere = null);

/// <summary>
/// Keeps what somebody puts together before they send it (U13, U14): each person's own, only of cases they may see. A save that does not
/// know of the newest one is not done: of two windows neither writes over the other unseen. A draft is no action on the case: it leaves no movement and rings no bell.
/// </summary>
public sealed class DeskDrafts(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, TimeProvider clock)
{
    /// <summary>Stands beside the desk's own fields in what is kept.</summary>
    private const string Window = "draftWindow";

    public async Task<KeptDraft<T>?> ReadAsync<T>(RoutingId routing, DeskKind desk, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var visible = db.CasesVisibleTo(actor);
        var draft = await db.DeskDrafts.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Routing == routing && d.Person == actor.UserId && d.Desk == desk && visible.Any(c => c.Id == routing.CaseId), ct);
        return draft is null ? null : Kept<T>(draft);
    }

    private static KeptDraft<T>? Kept<T>(DeskDraft draft) => JsonSerializer.Deserialize<T>(draft.Content) is { } content ? new KeptDraft<T>(content, draft.SavedAt) : null;

    /// <param name="since">The newest save the writer knows of; none where they began with nothing.</param>
    /// <param name="window">Which of the person's windows it is; none where it has no other way to save.</param>
    public async Task<DraftSave<T>> SaveAsync<T>(RoutingId routing, DeskKind desk, T content, DateTimeOffset? since, CancellationToken ct, Guid window = default)
    {
        try
        {
            if (await currentActor.GetAsync(ct) is not { } actor) return new(null);
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            if (!await db.CasesVisibleTo(actor).AnyAsync(c => c.Id == routing.CaseId, ct)) return new(null);
            var draft = await db.DeskDrafts.SingleOrDefaultAsync(d => d.Routing == routing && d.Person == actor.UserId && d.Desk == desk, ct);
            if (draft is not null && draft.SavedAt != since && !IsOf(draft, window) && Kept<T>(draft) is { } other) return new(null, other);
            if (draft is null) db.Add(draft = new DeskDraft { Routing = routing, Person = actor.UserId, Desk = desk });
            (draft.Content, draft.SavedAt) = (Written(JsonSerializer.SerializeToNode(content), window), After(draft.SavedAt));
            await db.SaveChangesAsync(CancellationToken.None);
            return new(draft.SavedAt);
        }
        catch (Exception fault) when (fault is DbUpdateException || fault.IsPassing())
        {
            return new(null);   // said on the screen; the next try finds what came in between
        }
    }

    // Two saves of one moment are two versions.
    private DateTimeOffset After(DateTimeOffset before) => clock.GetUtcNow() is var now && now > before ? now : before.AddTicks(1);

    /// <summary>
    /// What was typed after the line was lost, when there was no circuit to take it: its fields take the place of those that were saved last.
    /// Another window's newer draft is not written over.
    /// </summary>
    /// <returns><see cref="Refusal.SignedOut"/>, <see cref="Refusal.NotFound"/>, <see cref="Refusal.DraftChanged"/>, <see cref="Refusal.Busy"/> or <see cref="Refusal.NotStored"/>.</returns>
    public Task<Outcome<DateTimeOffset>> CatchUpAsync(RoutingId routing, DeskKind desk, TypedMeanwhile typed, CancellationToken ct) => DraftTelling.TellAsync<DateTimeOffset>(async () =>
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (!await db.CasesVisibleTo(actor).AnyAsync(c => c.Id == routing.CaseId, ct)) return new Refusal.NotFound();
        var draft = await db.DeskDrafts.SingleOrDefaultAsync(d => d.Routing == routing && d.Person == actor.UserId && d.Desk == desk, ct);
        if (draft is not null && draft.SavedAt != typed.Since && !IsOf(draft, typed.Window)) return new Refusal.DraftChanged(draft.SavedAt);
        if (draft is null && typed.Since is not null) return new Refusal.DraftChanged(SavedAt: null);   // sent meanwhile: what comes late must not bring it back
        if (draft is null) db.Add(draft = new DeskDraft { Routing = routing, Person = actor.UserId, Desk = desk });
        (draft.Content, draft.SavedAt) = (Written(typed.Over(desk, draft.Content), typed.Window), After(draft.SavedAt));
        await db.SaveChangesAsync(CancellationToken.None);
        return draft.SavedAt;
    });

    private static string Written(JsonNode? content, Guid window)
    {
        if (content is JsonObject fields && window != Guid.Empty) fields[Window] = window;
        return content?.ToJsonString() ?? "";
    }

    private static bool IsOf(DeskDraft draft, Guid window) =>
        window != Guid.Empty && JsonNode.Parse(draft.Content) is JsonObject fields && fields[Window] is { } written && written.GetValue<Guid>() == window;

    /// <summary>The work was sent: nothing of it is left to come back to.</summary>
    public async Task ForgetAsync(RoutingId routing, DeskKind desk, CancellationToken ct)
    {
        try
        {
            if (await currentActor.GetAsync(ct) is not { } actor) return;
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            if (await db.DeskDrafts.SingleOrDefaultAsync(d => d.Routing == routing && d.Person == actor.UserId && d.Desk == desk, ct) is not { } draft) return;
            db.Remove(draft);
            await db.SaveChangesAsync(ct);
        }
        catch (Exception fault) when (fault is DbUpdateException || fault.IsPassing())
        {
            // Another window was first, or the database is busy: a draft of ended work is never shown.
        }
    }

    /// <param name="onChanged">Told whenever the state of the draft is another.</param>
    public DraftPad<T> PadOf<T>(RoutingId routing, DeskKind desk, Func<Task> onChanged) where T : class => new(this, clock, (routing, desk), onChanged);
}
