using Bimer.Blazor.Live;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>The box of those who coordinate or manage, for the person who asks.</summary>
public sealed class BelowBox(BelowQuery query, BelowChoices choices, ICurrentActor currentActor, SharedReads shared)
{
    public BelowChoices Choices => choices;

    /// <summary>None when the person signed out or coordinates and manages nothing.</summary>
    public async Task<BoxPage?> ReadAsync(BoxSlice slice, CancellationToken ct) =>
        await currentActor.GetAsync(ct) is { } actor ? await query.PageAsync(actor, slice, ct) : null;

    /// <summary>The oldest and the nearest of what the filter lets through; shared like the rows.</summary>
    public async Task<BoxAge?> AgeAsync(BoxFilter filter, CancellationToken ct)
    {
        if (await currentActor.GetAfterBellAsync(ct) is not { } actor) return null;
        if (filter.Text is not null || filter.AsksInside) return await query.AgeAsync(actor, filter, ct);
        return await shared.ReadAsync((nameof(BelowBox), nameof(AgeAsync), filter, RightsSignature.Of(actor)), () => query.AgeAsync(actor, filter, CancellationToken.None), ct);
    }

    /// <summary>The same after a bell: people of the same rights share one read, see <see cref="SharedReads"/>.</summary>
    public async Task<BoxPage?> ReadAgainAsync(BoxSlice slice, CancellationToken ct)
    {
        if (await currentActor.GetAfterBellAsync(ct) is not { } actor) return null;
        if (slice.Filter.Text is not null || slice.Filter.AsksInside) return await query.PageAsync(actor, slice, ct);   // what lies open before somebody depends on what they hold themselves
        return await shared.ReadAsync((nameof(BelowBox), slice, RightsSignature.Of(actor)), () => query.PageAsync(actor, slice, CancellationToken.None), ct);
    }
}
