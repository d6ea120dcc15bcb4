using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Returning;

/// <summary>What the page opens with.</summary>
/// <param name="Ways">Where it may go back to, what is proposed first.</param>
/// <param name="Earlier">What was written when this case was given back before, the latest first.</param>
public sealed record ReturnDesk(CasePreview Case, RoutingId Routing, IReadOnlyList<ReturnPlace> Ways, IReadOnlyList<EarlierReturn> Earlier);

/// <param name="Person">The name of whoever would hold it; none when it would lie in the unit's inbox.</param>
public sealed record ReturnPlace(ReturnTarget Target, string Unit, string? Person, bool IsProposed);

public sealed record EarlierReturn(string From, string To, string? By, DateTimeOffset At, ReturnReason? Reason, string Note);

/// <summary>Opens the page for the holder of a part.</summary>
public sealed class ReturnDeskQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, ReturnChoices choices, CaseNames names, TimeProvider clock)
{
    public async Task<Outcome<ReturnDesk>> OpenAsync(CaseId id, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.PreviewAsync(id, actor, ct) is not { } preview) return new Refusal.NotFound();
        var own = await db.HeldPartAsync(id, actor, ct);
        if (own.Value is not { } part) return own.Refusal!;

        var caseFile = await db.CasesVisibleTo(actor).AsNoTracking().Include(c => c.Routings).Include(c => c.Exclusions).AsSplitQuery().SingleAsync(c => c.Id == id, ct);
        var ways = await choices.OfAsync(db, caseFile, part.Id, IstanbulTime.LegalDay(clock.GetUtcNow()), ct);
        if (ways.Count == 0) return new Refusal.NowhereToReturn(ReturnTarget.Sender);
        var earlier = await db.Movements.AsNoTracking().Where(m => m.CaseId == id && m.Kind == MovementKind.Returned).OrderByDescending(m => m.Sequence).ToListAsync(ct);
        await names.LoadAsync(ways.Select(w => w.Person).Concat(earlier.Select(m => m.By)), ct);
        return new ReturnDesk(preview, part.Id, [.. ways.Select(Place)], [.. earlier.Select(Earlier)]);
    }

    private ReturnPlace Place(ReturnChoice way) => new(way.Target, names.Of(way.Unit), names.Of(way.Person), way.IsProposed);

    private EarlierReturn Earlier(Movement m) => new(names.Of(m.From) ?? "", names.Of(m.To) ?? "", names.Of(m.By), m.At, m.Reason, m.Note ?? "");
}
