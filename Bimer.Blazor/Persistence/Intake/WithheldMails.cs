using Bimer.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>
/// Once a hiding cannot be taken back any more, what the copies of the mail still know of the sender goes for good; and of a copy that waits for nobody
/// because it was set aside, the words go with it. Who decides about a copy in the same instant is first; the next round sees to it.
/// </summary>
public sealed class WithheldMails(IDbContextFactory<BimerDbContext> dbFactory, MailSeal seal, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <returns>How many mails know less now.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - CaseFile.HidingMayBeUndoneFor;
        var over = await OverAsync(before, ct);
        var done = 0;
        foreach (var id in over)
        {
            if (await ForgetAsync(id, ct)) done++;
        }

        return done;
    }

    private async Task<List<Guid>> OverAsync(DateTimeOffset before, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.ReceivedMails.Where(m => m.WithheldAt < before && m.SealedContent != null && (m.Sender == MailSender.Withheld || m.State == MailState.SetAside))
            .OrderBy(m => m.WithheldAt).Select(m => m.Id).Take(AtOnce).ToListAsync(ct);
    }

    private async Task<bool> ForgetAsync(Guid id, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.ReceivedMails.SingleOrDefaultAsync(m => m.Id == id && m.Sender != MailSender.Told && m.SealedContent != null, ct) is not { } mail) return false;
        if (mail.State == MailState.SetAside)
        {
            mail.Empty();
            db.RemoveRange(await MailSiblings.FilesOfAsync(db, mail, ct));   // their bytes go with the files nobody claims
        }
        else
        {
            mail.HideSender(seal.Seal(mail.Id, seal.Open(mail)!), mail.WithheldAt!.Value);
            db.RemoveRange(await db.DraftFiles.OriginalOf(mail.Id).ToListAsync(ct));   // it names the sender in its first lines
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
