using System.Globalization;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Mailing;

public sealed record SplitMail(Guid Mail);

/// <summary>
/// In one mail stand several petitions (S12): a copy of it, files and day of receipt included, waits in the queue and becomes a case of its own.
/// Each copy has its number under a unique index, so that of two officers who split at once one is told.
/// </summary>
public sealed class SplitMailHandler(MailWork work, MailSeal seal, MailFileCopies copies, MailSiblings siblings, TimeProvider clock)
{
    /// <summary>The most cases of one mail, the first included.</summary>
    public const int Most = MailSiblings.Most;

    public async Task<Outcome> HandleAsync(SplitMail command, CancellationToken ct)
    {
        IReadOnlyList<DraftFile> copied = [];
        var split = await work.DecideAsync(command.Mail, "mail.split", async (acting, _) =>
        {
            if (acting.WithColleague is { } elsewhere) return elsewhere;
            if (acting.Mail.State != MailState.Waiting || seal.Open(acting.Mail) is not { } content) return new Refusal.NotFound();
            if (await NextAsync(acting, content, ct) is not { } next) return new Refusal.MailSplitTooOften(Most);
            var copy = new ReceivedMail { Id = Guid.NewGuid(), Unit = acting.Mail.Unit, Fingerprint = next.Fingerprint, DeliveredAt = acting.Mail.DeliveredAt, TakenAt = acting.Mail.TakenAt, CopyOf = acting.Mail.CopyOf ?? acting.Mail.Id };
            var files = await copies.OfAsync(acting.Db, acting.Mail, copy, ct);
            if (files.Value is not { } laid) return files.Refusal!;
            copy.WithholdAs(acting.Mail);
            copy.Keep(seal.Seal(copy.Id, content with { CopyOf = content.CopyOf ?? acting.Mail.Id, Part = next.Part }));
            acting.Mail.Split();
            acting.Db.Add(copy);
            acting.Db.AddRange(copied = laid);
            return string.Create(CultureInfo.InvariantCulture, $"copy={copy.Id:N};part={next.Part}");
        }, clock.GetUtcNow(), ct);
        if (split.Refusal is not { } refusal) return Outcome.Accepted;
        // Where another was first nothing was written; otherwise the rows may be there after all, and files nobody claims are seen to elsewhere.
        if (refusal is Refusal.DraftChanged) copies.Drop(copied);
        return refusal;
    }

    private async Task<(int Part, byte[] Fingerprint)?> NextAsync(MailActing acting, MailContent content, CancellationToken ct)
    {
        var first = content.CopyOf ?? acting.Mail.Id;
        for (var part = 2; part <= Most; part++)
        {
            var fingerprint = siblings.FingerprintOf(acting.Mail.Unit, first, part);
            if (!await acting.Db.ReceivedMails.AnyAsync(m => m.Fingerprint == fingerprint, ct)) return (part, fingerprint);
        }

        return null;
    }
}
