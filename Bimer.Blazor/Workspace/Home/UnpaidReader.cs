using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Home;

/// <summary>An information request whose fee was told, not paid, and whose time to pay is over (vazgeçmiş sayılma önerisi).</summary>
/// <param name="Summary">First sentence of the text; empty while nobody has read it.</param>
/// <param name="Holder">Who has it in hand; none while nobody has.</param>
public sealed record UnpaidLine(CaseId Case, UnitId At, DateOnly LastDay, string Summary, string? Holder)
{
    public string Number => new CaseNumber(Case).ToString();
}

/// <summary>
/// Finds them. A query over what is so and no notice: no restart loses it, nothing raises it twice, and it goes once somebody has recorded the payment or an approver has
/// signed the withdrawal.
/// </summary>
internal static class UnpaidReader
{
    /// <summary>Longest waiting first, at most as many as a desk shows.</summary>
    /// <param name="today">The legal day; the last day to pay is over when it is over, also where the time to answer would end at 13.00.</param>
    public static async Task<IReadOnlyList<UnpaidLine>> UnpaidAsync(this BimerDbContext db, IQueryable<Routing> open, DateOnly today, CancellationToken ct) => await (
        from r in open.Where(r => r.CaseKind == CaseKind.InformationRequest && r.Purpose == RoutingPurpose.Action)
        join c in db.Cases.Where(c => c.AwaitsFee && c.DueOn < today) on r.CaseId equals c.Id
        orderby c.DueEndsAt, r.Id
        select new UnpaidLine(
            c.Id, r.To, c.DueOn, r.Custodian != null || r.LookedAt != null ? c.Summary : "",
            db.Officers.Where(o => o.Id == r.Custodian).Select(o => o.GivenName + " " + o.Surname).FirstOrDefault()))
        .AsNoTracking().Take(OverviewQuery.Most).ToListAsync(ct);

    /// <summary>What this person holds.</summary>
    public static IQueryable<Routing> OpenHeldBy(this BimerDbContext db, Actor actor) => db.RoutingsHeldBy(actor).Where(r => r.EndedAt == null);
}
