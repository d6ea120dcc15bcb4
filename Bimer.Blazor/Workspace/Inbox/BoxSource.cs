using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Ports;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>What a screen needs to open a box: whose unit, what else could be chosen, which bells concern it.</summary>
/// <param name="Unit">The unit whose box is shown; none for personal boxes and for those who are no officer anywhere.</param>
/// <param name="Units">All units the person is an officer of, with their names.</param>
/// <param name="Topics">Something came or went.</param>
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
            : box == Box.Followed ? [.. FollowedQuery.TopicsOf(actor)]
            : [LiveTopic.MyBoxes(actor.UserId)];
        return new BoxOpening(unit, [.. own.Select(u => (u, directory.NameOf(u)))], topics, [.. directory.SubtreesOf(actor)]);
    }

    public Task<BoxPage?> ReadAsync(Box box, UnitId? unit, BoxSlice slice, CancellationToken ct) =>
        box == Box.Below ? below.ReadAsync(slice, ct)
        : box != Box.Unit ? personal.ReadAsync(box, slice, ct)
        : unit is { } shown ? units.ReadAsync(shown, slice, ct)
        : Task.FromResult<BoxPage?>(null);

    /// <summary>The units that sent what lies in the box, by name; none stands for the citizen.</summary>
    public async Task<IReadOnlyList<(UnitId? Unit, string? Name)>> SendersAsync(Box box, UnitId? unit, CancellationToken ct)
    {
        var senders = box == Box.Below ? await below.SendersAsync(ct)
            : box != Box.Unit ? await personal.SendersAsync(box, ct)
            : unit is { } shown ? await units.SendersAsync(shown, ct) : [];
        return [.. senders.Select(s => (Unit: s, Name: s is { } known ? directory.NameOf(known) : null)).OrderBy(s => TurkishSortKey.Of(s.Name ?? ""), StringComparer.Ordinal)];
    }

    /// <summary>The units where it lies, by name; told of the one box that looks over many.</summary>
    public async Task<IReadOnlyList<(UnitId Unit, string Name)>> UnitsAsync(Box box, CancellationToken ct) =>
        box != Box.Below ? [] : [.. (await below.UnitsAsync(ct)).Select(unit => (Unit: unit, Name: directory.NameOf(unit))).OrderBy(u => TurkishSortKey.Of(u.Name), StringComparer.Ordinal)];

    /// <summary>The same after a bell, shared where many look at once.</summary>
    public Task<BoxPage?> ReadAgainAsync(Box box, UnitId? unit, BoxSlice slice, CancellationToken ct) =>
        box == Box.Below ? below.ReadAgainAsync(slice, ct)
        : box == Box.Unit && unit is { } shown ? units.ReadAgainAsync(shown, slice, ct) : ReadAsync(box, unit, slice, ct);
}
