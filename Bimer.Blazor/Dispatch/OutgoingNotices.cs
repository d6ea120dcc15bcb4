using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Dispatch;

/// <param name="Mail">None where the applicant left no address, or where there is nothing to tell any more.</param>
/// <param name="IsWithdrawn">The part is not where it would be told to be: taken or given back, or kept from there since.</param>
internal sealed record OutgoingNotice(OutgoingMail? Mail, bool IsWithdrawn = false);

/// <summary>Writes to the citizen where their case went (3071 m.5, 4982 m.7), as it is at the moment of sending.</summary>
public sealed class OutgoingNotices(IDbContextFactory<BimerDbContext> dbFactory, IdentityVault vault, UnitDirectory units, IOptions<OutboxOptions> options)
{
    internal async Task<OutgoingNotice> MailAsync(OutboxMessage message, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var found = await (from leg in db.Routings
                           join c in db.Cases on leg.CaseId equals c.Id
                           join identity in db.SealedIdentities on c.Applicant equals identity.Ref
                           where leg.Id == message.Routing
                           select new { Leg = leg, c.Basis, c.FiledAt, c.Concealment, Sealed = identity }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (found is null) return new OutgoingNotice(Mail: null);
        var parts = await db.Routings.AsNoTracking().Where(part => part.CaseId == message.CaseId).ToListAsync(ct);
        if (await WhatToTellAsync(db, message, found.Leg, parts, ct) is not { } told) return new OutgoingNotice(Mail: null, IsWithdrawn: true);
        var person = vault.Open(found.Sealed);
        if (OutgoingLetters.AddressOf(person) is not { Length: > 0 } address) return new OutgoingNotice(Mail: null);

        var isOpen = found.Concealment == IdentityConcealment.None;
        var (sender, reason) = await SenderAsync(db, found.Leg, parts, ct);
        var facts = new ForwardNoticeFacts(
            message.CaseId, found.Basis, found.FiledAt, told.SentAt, sender, isOpen ? units.NameOf(told.To) : InstitutionOf(told.To), reason);
        return new OutgoingNotice(MailOf(message, address, ForwardNotice.Compose(facts, isOpen ? OutgoingLetters.Greeted(person) : null)));
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

    private OutgoingMail MailOf(OutboxMessage message, string address, ComposedLetter letter) => new()
    {
        MessageId = $"{message.Id:N}@{options.Value.MessageIdDomain}",
        Date = message.CreatedAt,   // the same on every attempt
        EnvelopeSender = options.Value.BounceDomain is { Length: > 0 } domain ? $"geri+{message.Id:N}@{domain}" : null,
        To = new Mailbox(address, ""),
        Subject = letter.Subject,
        PlainText = letter.PlainText,
        Html = letter.Html,
    };

    private string InstitutionOf(UnitId unit) => units.InstitutionOf(unit) is { } institution ? UnitDirectory.Label(institution) : units.Centre.Name;
}
