using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Ports;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>What a screen needs to open a box: whose unit, what else could be chosen, which bells concern it.</summary>
/// <param name="Unit">The unit whose box is shown; none for personal boxes and for those who are no officer anywhere.</param>
/// <param name="Units">All units the person is an officer of, with their names.</param>
/// <param name="Topics">Something came or went, or the day did.</param>
/// <param name="Blinding">The person may see less than before.</param>
public sealed record BoxOpening(UnitId? Unit, IReadOnlyList<(UnitId Id, string Name)> Units, IReadOnlyList<LiveTopic> Topics, IReadOnlyList<LiveTopic> Blinding);

/// <summary>One door to all boxes for the screen that shows them.</summary>
public sealed class BoxSource(UnitInboxQuery units, BelowBox below, PersonalBoxes personal, ICurrentActor currentActor, UnitDirectory directory)
{
    /// <param name="wanted">The unit asked for by the address; another unit's box falls back to the person's first.</param>
    public async Task<BoxOpening?> OpenAsync(Box box, int? wanted, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        var own = actor.UnitsAs(OfficerRole.CaseOfficer).ToList();
        UnitId? unit = box != Box.Unit || own.Count == 0 ? null : own.Find(u => u.Value == wanted) is { Value: > 0 } chosen ? chosen : own[0];
        IReadOnlyList<LiveTopic> topics =
            unit is { } shown ? [LiveTopic.UnitInbox(shown)]
            : box == Box.Approvals ? [.. actor.UnitsAs(OfficerRole.Approver).Select(LiveTopic.ApprovalBox)]
            : box == Box.Below ? [.. actor.Roles.Where(on => on.Role.ReachesBelow()).Select(on => LiveTopic.Below(on.Unit)).Distinct()]
            : box == Box.Followed ? [.. FollowTopics.Of(actor)]
            : [LiveTopic.MyBoxes(actor.UserId)];
        return new BoxOpening(unit, [.. own.Select(u => (u, directory.NameOf(u)))], [LiveTopic.Day, .. topics], [.. directory.SubtreesOf(actor)]);
    }

    public Task<BoxPage?> ReadAsync(Box box, UnitId? unit, BoxSlice slice, CancellationToken ct) =>
        box == Box.Below ? below.ReadAsync(slice, ct)
        : box != Box.Unit ? personal.ReadAsync(box, slice, ct)
        : unit is { } shown ? units.ReadAsync(shown, slice, ct)
        : Task.FromResult<BoxPage?>(null);

    /// <summary>How old the oldest of these rows is, and whose time ends next: by the rows where all of them were read, else asked for.</summary>
    /// <param name="page">The box from its beginning.</param>
    public Task<BoxAge?> AgeAsync(Box box, UnitId? unit, BoxFilter filter, BoxPage page, CancellationToken ct) =>
        !page.HasMore ? Task.FromResult(page.AgeOf(box))
        : box == Box.Below ? below.AgeAsync(filter, ct)
        : box != Box.Unit ? personal.AgeAsync(box, filter, ct)
        : unit is { } shown ? units.AgeAsync(shown, filter, ct)
        : Task.FromResult<BoxAge?>(null);

    /// <summary>The same after a bell.</summary>
    public Task<BoxAge?> AgeAgainAsync(Box box, UnitId? unit, BoxFilter filter, BoxPage page, CancellationToken ct) =>
        page.HasMore && box == Box.Unit && unit is { } shown ? units.AgeAgainAsync(shown, filter, ct) : AgeAsync(box, unit, filter, page, ct);

    /// <summary>What the filter of the box offers.</summary>
    /// <param name="filter">What is asked for now: whoever asks for a unit is offered those who hold something there.</param>
    public async Task<FilterOffers> OffersAsync(Box box, UnitId? unit, BoxFilter filter, CancellationToken ct)
    {
        var senders = box == Box.Below ? await below.Choices.SendersAsync(ct)
            : box != Box.Unit ? await personal.SendersAsync(box, ct)
            : unit is { } shown ? await units.SendersAsync(shown, ct) : BoxSenders.None;
        var named = senders.Units.Select(s => (Unit: s, Name: s is { } known ? directory.NameOf(known) : null)).OrderBy(s => TurkishSortKey.Of(s.Name ?? ""), StringComparer.Ordinal);
        var offers = new FilterOffers([.. named], senders.IsCutOff) { Approvers = await personal.Approvers.OfAsync(box, ct) };
        return box == Box.Below ? await WithPlacesAsync(offers, filter, ct) : offers;
    }

    /// <summary>The name of the officer an address asks for: who has parts in hand, or who decides about letters.</summary>
    public Task<string?> NamedAsync(Box box, BoxFilter filter, CancellationToken ct) =>
        filter.Holder is { } holder ? below.Choices.HolderAsync(holder, ct)
        : filter.Approver is { } approver ? personal.Approvers.NameAsync(box, approver, ct)
        : Task.FromResult<string?>(null);

    private async Task<FilterOffers> WithPlacesAsync(FilterOffers offers, BoxFilter filter, CancellationToken ct)
    {
        var (places, holders) = (await below.Choices.UnitsAsync(ct), await below.Choices.HoldersAsync(filter, ct));
        return offers with
        {
            Units = places.Count > FilterOffers.MostUnits ? [] : [.. places.Select(place => (place, directory.NameOf(place)))],
            Within = await below.Choices.TopsAsync(ct),
            Holders = [.. holders.People.Select(h => (h.Officer, $"{h.Name} – {directory.NameOf(h.At)}"))],
            AreHoldersCutOff = holders.IsCutOff,
        };
    }

    /// <summary>The same after a bell, shared where many look at once.</summary>
    public Task<BoxPage?> ReadAgainAsync(Box box, UnitId? unit, BoxSlice slice, CancellationToken ct) =>
        box == Box.Below ? below.ReadAgainAsync(slice, ct)
        : box == Box.Unit && unit is { } shown ? units.ReadAgainAsync(shown, slice, ct) : ReadAsync(box, unit, slice, ct);
}
