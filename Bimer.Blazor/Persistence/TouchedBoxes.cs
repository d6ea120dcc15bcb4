using Bimer.Blazor.Live;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bimer.Blazor.Persistence;

/// <summary>
/// In which boxes a line comes, goes or says something else once this is saved. Read from the rows that change and not from what happened: so no act
/// that moves a case, or changes what a line tells of it, can be forgotten.
/// </summary>
/// <param name="Below">The units whose parts a look from above shows otherwise.</param>
internal sealed record TouchedBoxes(IReadOnlyList<LiveTopic> Topics, IReadOnlyList<UnitId> Below)
{
    /// <summary>What lines tell of the case itself, and what a box may be narrowed by.</summary>
    private static readonly string[] _told =
    [
        nameof(CaseFile.Kind), nameof(CaseFile.Channel), nameof(CaseFile.Priority), nameof(CaseFile.MaskedName), nameof(CaseFile.Concealment), nameof(CaseFile.IdentityCheck),
        nameof(CaseFile.Summary), nameof(CaseFile.DueOn), nameof(CaseFile.DueEndsAt), nameof(CaseFile.LegalDueOn), nameof(CaseFile.AwaitsFee), nameof(CaseFile.ClosedAt),
    ];

    /// <summary>To be asked before the save, with every change found already.</summary>
    public static TouchedBoxes By(BimerDbContext db)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var parts = db.ChangeTracker.Entries<Routing>().ToLookup(entry => entry.Entity.CaseId);
        var letters = db.ChangeTracker.Entries<Reply>().ToLookup(entry => entry.Entity.CaseId);
        var shared = db.ChangeTracker.Entries<ReplyTemplate>().Any(entry => IsChanged(entry) && entry.Entity.Unit is not null);
        CaseId[] anew = [.. CasesToldAnew(db.ChangeTracker)];
        db.ChangeTracker.AutoDetectChangesEnabled = true;

        List<EntityEntry<Routing>> moved = [.. parts.SelectMany(part => part).Where(IsChanged)];
        IEnumerable<LiveTopic> topics =
        [
            .. moved.SelectMany(OfPart), .. moved.SelectMany(leg => OfSender(leg, parts[leg.Entity.CaseId])),
            .. letters.SelectMany(letter => letter).Where(IsChanged).SelectMany(OfLetter),
            .. shared ? [LiveTopic.Templates] : Array.Empty<LiveTopic>(),
            .. anew.SelectMany(id => parts[id].SelectMany(OfPart).Concat(letters[id].SelectMany(OfLetter))),
        ];
        var below = moved.Concat(anew.SelectMany(id => parts[id].Where(part => part.Entity.IsOpen))).Select(part => part.Entity.To);
        return new TouchedBoxes([.. topics.Distinct()], [.. below.Distinct()]);
    }

    private static IEnumerable<CaseId> CasesToldAnew(ChangeTracker tracker) =>
        tracker.Entries<CaseFile>().Where(entry => entry.State == EntityState.Modified && _told.Any(told => entry.Property(told).IsModified)).Select(entry => entry.Entity.Id)
            .Concat(CameOrWent<CaseTopic>(tracker, topic => topic.CaseId)).Concat(CameOrWent<ExcludedRecipient>(tracker, unit => unit.CaseId))
            .Concat(CameOrWent<Attachment>(tracker, file => file.CaseId)).Distinct();

    private static IEnumerable<CaseId> CameOrWent<T>(ChangeTracker tracker, Func<T, CaseId> of)
        where T : class => tracker.Entries<T>().Where(entry => entry.State is EntityState.Added or EntityState.Deleted).Select(entry => of(entry.Entity));

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified;

    /// <summary>Where it lay and where it lies.</summary>
    private static IEnumerable<LiveTopic> OfPart(EntityEntry<Routing> part)
    {
        var (state, holder) = (part.Property(r => r.State), part.Property(r => r.Custodian));
        if (state.OriginalValue == RoutingState.Waiting || state.CurrentValue == RoutingState.Waiting) yield return LiveTopic.UnitInbox(part.Entity.To);
        if (holder.OriginalValue is { } before) yield return LiveTopic.MyBoxes(before);
        if (holder.CurrentValue is { } now) yield return LiveTopic.MyBoxes(now);
    }

    /// <summary>Whoever sent it on reads in their box where it went.</summary>
    private static IEnumerable<LiveTopic> OfSender(EntityEntry<Routing> leg, IEnumerable<EntityEntry<Routing>> parts)
    {
        if (leg.State != EntityState.Added && leg.Entity.State != RoutingState.Recalled) return [];
        return parts.Where(part => part.Entity.Id == leg.Entity.Parent && part.Entity.Custodian is not null).Select(part => LiveTopic.MyBoxes(part.Entity.Custodian!.Value));
    }

    private static IEnumerable<LiveTopic> OfLetter(EntityEntry<Reply> letter)
    {
        var (status, unit) = (letter.Property(r => r.Status), letter.Property(r => r.ApproverUnit));
        if (status.OriginalValue == ReplyStatus.AwaitingApproval) yield return LiveTopic.ApprovalBox(unit.OriginalValue);
        if (status.CurrentValue == ReplyStatus.AwaitingApproval) yield return LiveTopic.ApprovalBox(unit.CurrentValue);
        yield return LiveTopic.MyBoxes(letter.Entity.Author);
    }
}
