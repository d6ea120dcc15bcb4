using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>What the page after filing shows.</summary>
public sealed record Receipt(string Number, DateTimeOffset FiledAt, string Institution, DateOnly DueOn, bool IsHidden);

/// <summary>Reads the receipt of the visit that filed it; any other number is answered like one that does not exist.</summary>
public sealed class ReceiptQuery(VisitDoor door, IDbContextFactory<BimerDbContext> dbFactory, UnitDirectory units)
{
    public async Task<Receipt?> ReadAsync(string number, CancellationToken ct)
    {
        var parsed = CaseNumber.Parse(number);
        if (!parsed.IsAccepted || await door.VisitAsync(ct) is not { FiledCase: { } filed } || filed != parsed.Value.CaseId) return null;

        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var first = RoutingId.Of(filed, 1);
        return await db.Cases.Where(c => c.Id == filed)
            .Join(db.Routings.Where(r => r.Id == first), c => c.Id, r => r.CaseId, (c, r) => new { c.FiledAt, c.DueOn, c.Concealment, r.To })
            .AsNoTracking()
            .Select(c => new Receipt(parsed.Value.ToString(), c.FiledAt, units.NameOf(c.To), c.DueOn, c.Concealment != IdentityConcealment.None))
            .SingleOrDefaultAsync(ct);
    }
}
