using Bimer.Blazor.Persistence;
using Bimer.Domain.Ports;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>What the forwarding screen opens with.</summary>
/// <param name="From">The unit that sends.</param>
/// <param name="CameForInformation">What came for information goes on for information only.</param>
public sealed record ForwardDesk(CasePreview Case, RoutingId Routing, UnitId From, Priority Priority, bool CameForInformation)
{
    /// <summary>Codes of what it is about so far, in their order.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>What the case is kept from already.</summary>
    public IReadOnlyList<UnitId> KeptFrom { get; init; } = [];

    /// <summary>Units may be kept from tip-offs and complaints alone.</summary>
    public bool MayExclude => Case.Kind.AllowsConcealment();
}

/// <summary>Opens the forwarding screen for the holder of a part, and asks of each line whether it may stand in the list.</summary>
public sealed class ForwardDeskQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, DesertedUnits deserted)
{
    /// <returns>Refused like a missing case when the person holds no open part of it.</returns>
    public async Task<Outcome<ForwardDesk>> OpenAsync(CaseId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.PreviewAsync(id, actor, ct) is not { } preview) return new Refusal.NotFound();
        var own = await db.HeldPartAsync(id, actor, ct);
        if (own.Value is not { } part) return own.Refusal!;
        return new ForwardDesk(preview, part.Id, part.To, part.Priority, part.Purpose == RoutingPurpose.Information)
        {
            Topics = await db.CaseTopics.AsNoTracking().Where(t => t.CaseId == id).OrderBy(t => t.Ordinal).Select(t => t.Code).ToListAsync(ct),
            KeptFrom = await db.CasesVisibleTo(actor).Where(c => c.Id == id).SelectMany(c => c.Exclusions).Select(x => x.Unit).ToListAsync(ct),
        };
    }

    /// <summary>Why this unit cannot stand in the list; none when it can; last of all that nobody works there. The list as a whole is judged when it is sent.</summary>
    /// <param name="excluded">What is marked beside the list and not sent yet.</param>
    public async Task<Refusal?> WhyNotAsync(RoutingId routing, ForwardLine line, CancellationToken ct, IReadOnlyList<UnitId>? excluded = null)
    {
        if (excluded?.Any(units.LineageOf(line.Unit).IsWithin) == true) return new Refusal.RecipientExcluded(line.Unit);
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var caseFile = await db.CasesVisibleTo(actor).AsNoTracking().Include(c => c.Routings).Include(c => c.Exclusions).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == routing.CaseId, ct);
        if (caseFile is null) return new Refusal.NotFound();
        UnitId[] shunned = [.. excluded ?? [], .. caseFile.Exclusions.Select(x => x.Unit)];
        var empty = await deserted.AmongAsync(db, [line.Unit], caseFile.RoutingOf(routing).To, shunned, actor.On, ct);
        return caseFile.WhyNotSendTo(routing, new ForwardTo(units.LineageOf(line.Unit), line.Purpose, line.Priority, line.Note) { Deserted = line.IsMeant ? null : empty.GetValueOrDefault(line.Unit), WantedBy = line.WantedBy }, actor, actor.On);
    }

    /// <summary>What every one of these cases is kept from: no list over them could name it. What only some are kept from is said of each by itself.</summary>
    public async Task<IReadOnlyList<UnitId>> KeptFromAllAsync(IReadOnlyCollection<CaseId> cases, CancellationToken ct)
    {
        if (cases.Count == 0 || await currentActor.GetAsync(ct) is not { } actor) return [];
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.CasesVisibleTo(actor).Where(c => cases.Contains(c.Id)).SelectMany(c => c.Exclusions).GroupBy(x => x.Unit)
            .Where(unit => unit.Count() == cases.Count).Select(unit => unit.Key).ToListAsync(ct);
    }

    /// <summary>The unit to send to instead of an excluded one; none when that is the sender itself (S56).</summary>
    public UnitId? ProposalFor(UnitId unit, IReadOnlyList<UnitId> excluded, UnitId sender) =>
        units.NearestOutside(unit, excluded) is var nearest && nearest != sender ? nearest : null;

    /// <summary>Whether the unit lies within one of these.</summary>
    public bool IsWithin(UnitId unit, UnitId excluded) => units.LineageOf(unit).IsWithin(excluded);
}
