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
public sealed class OutgoingNotices(IDbContextFactory<BimerDbContext> dbFactory, IdentityVault vault, ForwardNotices notices, IOptions<OutboxOptions> options)
{
    internal async Task<OutgoingNotice> MailAsync(OutboxMessage message, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var found = await (from leg in db.Routings
                           join c in db.Cases on leg.CaseId equals c.Id
                           join identity in db.SealedIdentities on c.Applicant equals identity.Ref
                           where leg.Id == message.Routing
                           select new { c.Concealment, Sealed = identity }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (found is null) return new OutgoingNotice(Mail: null);
        if (await notices.FactsAsync(db, message, ct) is not { } facts) return new OutgoingNotice(Mail: null, IsWithdrawn: true);
        var person = vault.Open(found.Sealed);
        if (OutgoingLetters.AddressOf(person) is not { Length: > 0 } address) return new OutgoingNotice(Mail: null);
        return new OutgoingNotice(MailOf(message, address, ForwardNotice.Compose(facts, found.Concealment == IdentityConcealment.None ? OutgoingLetters.Greeted(person) : null)));
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
}
