using System.Security.Cryptography;
using Bimer.Blazor.Mime;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Mailroom;

/// <summary>How the taking of one mail ended.</summary>
public enum MailTaken
{
    Kept,

    /// <summary>The unit has it already.</summary>
    Known,

    /// <summary>The store cannot take it now; it stays in its mailbox.</summary>
    Later,
}

/// <summary>
/// Takes one mail in: read, files stored, mail sealed, one commit. Known is what has the same Message-ID and says the same, or the same bytes where
/// there is no Message-ID, in the mailbox of the same unit; the unique index decides, so a kill at any moment or a second node doubles nothing. A known
/// Message-ID over other words may be a petition nobody has read: it waits as a mail of its own, and says beside which one it came.
/// </summary>
public sealed class MailIntake(IDbContextFactory<BimerDbContext> dbFactory, MailPapers papers, MailSeal seal, LookupHash lookups)
{
    public async Task<MailTaken> TakeAsync(ArrivedMail mail, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var fingerprint = FingerprintOf(mail);
        var known = await FindAsync(db, fingerprint, ct);
        if (known is not null)
        {
            if (SaysTheSame(known, mail)) return MailTaken.Known;
            fingerprint = OtherFingerprintOf(mail);
            if (await FindAsync(db, fingerprint, ct) is not null) return MailTaken.Known;
        }

        var row = new ReceivedMail { Id = Guid.NewGuid(), Unit = mail.Unit, Fingerprint = fingerprint, Words = WordsOf(mail), DeliveredAt = mail.DeliveredAt, TakenAt = now };
        if (await papers.TakeAsync(row, mail, ct) is not { } taken) return MailTaken.Later;
        row.Keep(seal.Seal(row.Id, taken.Content with { SameIdAs = known?.Id }));
        db.Add(row);
        db.AddRange(taken.Files);
        return await CommitAsync(db, taken.Files);
    }

    // Who was overtaken leaves the mail where it is: the next round finds what the other took, and compares.
    private async Task<MailTaken> CommitAsync(BimerDbContext db, IReadOnlyList<DraftFile> files)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return MailTaken.Kept;
        }
        catch (DbUpdateException fault) when (fault.IsDuplicateKey())
        {
            papers.Drop(files);
            return MailTaken.Later;
        }
    }

    private static Task<ReceivedMail?> FindAsync(BimerDbContext db, byte[] fingerprint, CancellationToken ct) =>
        db.ReceivedMails.AsNoTracking().SingleOrDefaultAsync(m => m.Fingerprint == fingerprint, ct);

    // Of one unit: who writes to two institutions petitioned both, and what the one sets aside must not be lost to the other.
    private byte[] FingerprintOf(ArrivedMail mail) => mail.Read.Value is { MessageId.Length: > 0 } message
        ? lookups.Of(LookupPurpose.Mail, $"mail-id-{mail.Unit.Value}", message.MessageId)
        : lookups.Of(LookupPurpose.Mail, $"mail-content-{mail.Unit.Value}", Convert.ToHexStringLower(mail.Sha256));

    // The same Message-ID and other words are one mail too, however often they come.
    private byte[] OtherFingerprintOf(ArrivedMail mail) =>
        lookups.Of(LookupPurpose.Mail, $"mail-other-{mail.Unit.Value}", $"{Convert.ToHexStringLower(MailWords.DigestOf(mail.Read.Value!))} {mail.Read.Value!.MessageId}");

    private byte[]? WordsOf(ArrivedMail mail) => mail.Read.Value is { } message
        ? lookups.Of(LookupPurpose.Mail, $"mail-words-{mail.Unit.Value}", Convert.ToHexStringLower(MailWords.DigestOf(message)))
        : null;

    // A mail that became a case before its words were kept this way has nothing left to compare with: a person looks.
    private bool SaysTheSame(ReceivedMail known, ArrivedMail mail)
    {
        if (mail.Read.Value is not { MessageId.Length: > 0 } message) return true;
        if (known.Words is { } words) return CryptographicOperations.FixedTimeEquals(words, WordsOf(mail));
        return seal.Open(known)?.Digest is { } digest && CryptographicOperations.FixedTimeEquals(digest, MailWords.DigestOf(message));
    }
}

/// <summary>A mail out of a mailbox.</summary>
/// <param name="Sha256">Of all its bytes.</param>
public sealed record ArrivedMail(UnitId Unit, DateTimeOffset DeliveredAt, byte[] Sha256, Outcome<MimeMessage> Read)
{
    /// <summary>Its bytes once more, for what cannot be read; dispose them.</summary>
    public Func<Stream> Open { get; init; } = () => Stream.Null;

    public override string ToString() => nameof(ArrivedMail);

    /// <summary>Read as far as its size allows; of a larger one only the bytes are counted.</summary>
    internal static async Task<ArrivedMail> OfAsync(UnitId unit, FileInfo file, MimeLimits limits, DateTimeOffset now, CancellationToken ct)
    {
        var delivered = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero);
        if (delivered > now) delivered = now;   // a server whose clock is ahead starts nobody's time tomorrow
        if (file.Length > limits.Bytes)
        {
            await using var stream = file.OpenRead();
            return new ArrivedMail(unit, delivered, await SHA256.HashDataAsync(stream, ct), new Refusal.MailUnreadable(MailFlaw.TooLarge, limits.Bytes)) { Open = file.OpenRead };
        }

        var bytes = await File.ReadAllBytesAsync(file.FullName, ct);
        return new ArrivedMail(unit, delivered, SHA256.HashData(bytes), new MimeReader(limits).Read(bytes)) { Open = file.OpenRead };
    }
}
