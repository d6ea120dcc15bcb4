using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Outbox;

/// <summary>What the citizen is told of a part that went to another institution (decision 0059), as the case stands in the database that is given: for the mail, and for whoever asks before they send.</summary>
public sealed class ForwardNotices(UnitDirectory units)
{
    /// <returns>None where there is nothing to tell, see <see cref="WhatToTellAsync"/>, and where there is no such part.</returns>
    internal async Task<ForwardNoticeFacts?> FactsAsync(BimerDbContext db, OutboxMessage message, CancellationToken ct)
    {
        var about = await db.Cases.AsNoTracking().Where(c => c.Id == message.CaseId).Select(c => new { c.Basis, c.FiledAt, c.Concealment }).SingleAsync(ct);
        var parts = await db.Routings.AsNoTracking().Where(part => part.CaseId == message.CaseId).ToListAsync(ct);
        if (parts.Find(part => part.Id == message.Routing) is not { } sent || await WhatToTellAsync(db, message, sent, parts, ct) is not { } told) return null;
        var isOpen = about.Concealment == IdentityConcealment.None;
        var (sender, reason) = await SenderAsync(db, sent, parts, ct);
        return new ForwardNoticeFacts(message.CaseId, about.Basis, about.FiledAt, told.SentAt, sender, isOpen ? units.NameOf(told.To) : InstitutionOf(told.To), reason);
    }

    /// <summary>
    /// The part as it is to be told: where it was sent, or, when the case is kept from there since, where it was moved to (S38). Never a unit the
    /// case is kept from.
    /// </summary>
    /// <returns>
    /// None where there is nothing to tell: taken or given back, come home to the institution that sent it, sent on by a unit that is kept from it
    /// since, or come to where another notice says it went. The page says where it is.
    /// </returns>
    private async Task<Routing?> WhatToTellAsync(BimerDbContext db, OutboxMessage message, Routing sent, List<Routing> parts, CancellationToken ct)
    {
        var moved = await db.Movements.Where(m => m.CaseId == message.CaseId && m.Kind == MovementKind.PartMoved).Select(m => m.Routing).ToListAsync(ct);
        var lies = Follow(sent, until: null);
        if (!CanBeTold(sent, lies) || await IsKeptFromAsync(db, message.CaseId, lies.To, ct)) return null;
        if (lies == sent) return sent;
        var others = await db.OutboxMessages.AsNoTracking()
            .Where(m => m.CaseId == message.CaseId && m.Kind == OutboxKind.ForwardMail && m.Id != message.Id && m.Status != OutboxStatus.Withdrawn).ToListAsync(ct);
        return others.Exists(TellsOfTheSame) ? null : lies;

        Routing Follow(Routing leg, DateTimeOffset? until)
        {
            while (parts.Find(part => part.Parent == leg.Id && moved.Contains(part.Id) && (until is null || part.SentAt <= until)) is { } next) leg = next;
            return leg;
        }

        // What left already named where the part lay then. Of several that wait and were moved to one place, the first sent tells.
        bool TellsOfTheSame(OutboxMessage other)
        {
            if (parts.Find(part => part.Id == other.Routing) is not { } leg) return false;
            var named = Follow(leg, other.DecidedAt);
            return named.To == lies.To && CanBeTold(leg, named) && (other.DecidedAt is not null || named == leg || leg.Id < sent.Id);
        }
    }

    /// <summary>Nothing leaves in the name of an institution the case is kept from since: then it is the centre that tells, which gives no such reason.</summary>
    private async Task<(string Name, TransferReason Reason)> SenderAsync(BimerDbContext db, Routing sent, List<Routing> parts, CancellationToken ct)
    {
        var reason = units.ReasonOf(sent, parts);
        return await IsKeptFromAsync(db, sent.CaseId, sent.From!.Value, ct) ? (units.Centre.Name, reason with { IsFromCentre = true }) : (InstitutionOf(sent.From.Value), reason);
    }

    private bool CanBeTold(Routing sent, Routing lies) => lies.State is not (RoutingState.Recalled or RoutingState.Returned) && units.IsElsewhere(sent.From!.Value, lies.To);

    private async Task<bool> IsKeptFromAsync(BimerDbContext db, CaseId id, UnitId unit, CancellationToken ct) =>
        (await db.Exclusions.Where(x => x.CaseId == id).Select(x => x.Unit).ToListAsync(ct)).Exists(units.LineageOf(unit).IsWithin);

    private string InstitutionOf(UnitId unit) => units.InstitutionOf(unit) is { } institution ? UnitDirectory.Label(institution) : units.Centre.Name;
}
