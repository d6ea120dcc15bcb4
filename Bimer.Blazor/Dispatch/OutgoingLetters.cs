using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files.Scanning;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Dispatch;

/// <summary>
/// Puts words and an address to an outbox row, at the moment of sending: until then the row holds ids only, and the identity lies
/// in its seal. The same row always makes the same mail.
/// </summary>
public sealed class OutgoingLetters(
    IDbContextFactory<BimerDbContext> dbFactory, IdentityVault vault, ReplyLetterReader letters, ScannedFiles files, IOptions<OutboxOptions> options)
{
    /// <summary>The mail with a signed answer; none where the applicant left no e-mail address.</summary>
    public async Task<OutgoingMail?> MailAsync(OutboxMessage message, CancellationToken ct)
    {
        if (message.Routing is not { } routing) throw new InvalidOperationException("A mail without a letter lies in the outbox.");
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var facts = await letters.ReadAsync(db, routing, intended: null, ct)
            ?? throw new InvalidOperationException("A mail lies in the outbox whose letter is not signed.");
        var applicant = await ApplicantAsync(db, message.CaseId, ct);
        if (applicant?.Identity is not { } identity || AddressOf(identity) is not { Length: > 0 } address) return null;

        var letter = ReplyLetter.Compose(facts, applicant.MayBeNamed ? Greeted(identity) : null);
        return new OutgoingMail
        {
            MessageId = $"{message.Id:N}@{options.Value.MessageIdDomain}",
            Date = facts.SignedAt,
            EnvelopeSender = options.Value.BounceDomain is { Length: > 0 } domain ? $"geri+{message.Id:N}@{domain}" : null,
            // The address alone: a name in a header is read by every server on the way.
            To = new Mailbox(address, ""),
            Subject = letter.Subject,
            PlainText = letter.PlainText,
            Html = letter.Html,
            Attachments = await AttachmentsAsync(db, routing, ct),
        };
    }

    /// <summary>That a hidden identity was opened by two, to whoever has an e-mail address and no phone; none for everybody else.</summary>
    internal async Task<OutgoingMail?> OpenedMailAsync(OutboxMessage message, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await ApplicantAsync(db, message.CaseId, ct) is not { Identity: { Mobile: "" } identity } || AddressOf(identity) is not { Length: > 0 } address) return null;
        var letter = OpenedNotice.Compose(message.CaseId, message.CreatedAt);
        return new OutgoingMail
        {
            MessageId = $"{message.Id:N}@{options.Value.MessageIdDomain}", Date = message.CreatedAt,
            EnvelopeSender = options.Value.BounceDomain is { Length: > 0 } domain ? $"geri+{message.Id:N}@{domain}" : null,
            To = new Mailbox(address, ""), Subject = letter.Subject, PlainText = letter.PlainText, Html = letter.Html,
        };
    }

    /// <summary>The short message of a row; none where no phone is known.</summary>
    internal async Task<ShortMessage?> SmsAsync(OutboxMessage message, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var applicant = await ApplicantAsync(db, message.CaseId, ct);
        if (applicant?.Identity is not { Mobile.Length: > 0 } identity) return null;
        return new ShortMessage(message.Id, identity.Mobile, message.Kind switch
        {
            OutboxKind.ReceiptSms => ShortMessages.Receipt(message.CaseId),
            OutboxKind.OpenedNotice => ShortMessages.Opened(message.CaseId),
            OutboxKind.NoticeSms => ShortMessages.Notice(message.CaseId),
            _ => ShortMessages.Reply(message.CaseId),
        });
    }

    private async Task<Recipient?> ApplicantAsync(BimerDbContext db, CaseId caseId, CancellationToken ct)
    {
        var found = await db.Cases.AsNoTracking().Where(c => c.Id == caseId)
            .Join(db.SealedIdentities, c => c.Applicant, i => i.Ref, (c, i) => new { c.Concealment, Identity = i }).SingleOrDefaultAsync(ct);
        return found is null ? null : new Recipient(vault.Open(found.Identity), found.Concealment == IdentityConcealment.None);
    }

    /// <summary>Why a letter's files do not leave now: one of them harms, or is being scanned. None where they do.</summary>
    internal async Task<Refusal?> WhyNotSentAsync(OutboxMessage message, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var attached = await db.Attachments.AsNoTracking().Where(a => a.Reply == message.Routing).Select(a => a.Id).ToListAsync(ct);
        var whys = attached.ConvertAll(files.WhyNotOpen);
        return whys.Find(why => why is Refusal.AttachmentHarmful) ?? whys.Find(why => why is not null);
    }

    private async Task<List<MailAttachment>> AttachmentsAsync(BimerDbContext db, RoutingId routing, CancellationToken ct)
    {
        var attached = await db.Attachments.AsNoTracking().Where(a => a.Reply == routing).OrderBy(a => a.Ordinal).ToListAsync(ct);
        return [.. attached.Select(a => new MailAttachment(a.Name, a.ContentType, async opening => await OpenAsync(a.Id, opening)))];
    }

    // A verdict that comes between the question and the opening: nothing has left yet, and the next attempt is told why.
    private async Task<Stream> OpenAsync(AttachmentId file, CancellationToken ct) =>
        (await files.OpenAsync(file, isOwn: false, ct)).Value ?? throw new InvalidOperationException("A file of the letter is not clean any more.");

    internal static string? AddressOf(ApplicantIdentity identity) => identity.Entity is { Email.Length: > 0 } entity ? entity.Email : identity.Email;

    /// <summary>None where a letter named nobody.</summary>
    internal static Addressee? Greeted(ApplicantIdentity identity) => identity switch
    {
        { Entity: { Title.Length: > 0 } entity } => new Addressee(entity.Title, ApplicantKind.LegalEntity),
        { FullName.Length: > 0 } => new Addressee(identity.FullName, ApplicantKind.NaturalPerson),
        _ => null,
    };

    private sealed record Recipient(ApplicantIdentity Identity, bool MayBeNamed);
}
