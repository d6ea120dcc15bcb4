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
        var facts = new ForwardNoticeFacts(
            message.CaseId, found.Basis, found.FiledAt, told.SentAt, InstitutionOf(found.Leg.From!.Value), isOpen ? units.NameOf(told.To) : InstitutionOf(told.To),
            units.ReasonOf(found.Leg, parts));
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
        var lies = sent;
        while (parts.Find(part => part.Parent == lies.Id && moved.Contains(part.Id)) is { } next) lies = next;
        if (lies.State is RoutingState.Recalled or RoutingState.Returned || !units.IsElsewhere(sent.From!.Value, lies.To)) return null;
        var keptFrom = await db.Exclusions.Where(x => x.CaseId == message.CaseId).Select(x => x.Unit).ToListAsync(ct);
        if (keptFrom.Exists(units.LineageOf(lies.To).IsWithin)) return null;
        if (lies == sent) return sent;
        var others = await db.OutboxMessages.Where(m => m.CaseId == message.CaseId && m.Kind == OutboxKind.ForwardMail && m.Id != message.Id && m.Status != OutboxStatus.Withdrawn)
            .Select(m => m.Routing).ToListAsync(ct);
        return parts.Exists(part => part.To == lies.To && others.Contains(part.Id)) ? null : lies;
    }

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
