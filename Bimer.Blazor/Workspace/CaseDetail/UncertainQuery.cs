using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>An answer that did not arrive, or of which nobody knows whether it did, for whoever decides about it.</summary>
/// <param name="Unit">The unit that answered.</param>
public sealed record UncertainLine(RoutingId Routing, string Number, string Summary, string Unit, LetterDelivery Delivery)
{
    /// <summary>The applicant is hidden: the letter is addressed unseen.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>
/// The mails a coordinator or manager decides about, uncertain (belirsiz), come back (geri döndü) or refused (iletilemedi): of the units they answer for, the oldest first.
/// There are never many of them, so the list is read whole.
/// </summary>
public sealed class UncertainQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units)
{
    /// <summary>The most that are shown at once; the next come up as these are decided.</summary>
    public const int Most = 100;

    public async Task<IReadOnlyList<UncertainLine>> ReadAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return [];
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var visible = db.CasesVisibleTo(actor);
        var found = await (
            from mail in db.OutboxMessages.AsNoTracking()
            where (mail.Status == OutboxStatus.Uncertain || mail.Status == OutboxStatus.Returned || mail.Status == OutboxStatus.Failed) && mail.Kind == OutboxKind.ReplyMail
            join reply in db.Replies on mail.Routing equals reply.Id
            join c in visible on mail.CaseId equals c.Id
            select new { Mail = mail, reply.Id, reply.AuthorUnit, HasNoVerdict = reply.IsProgress || reply.NoticeCode != null, c.Summary, c.Channel, c.Concealment }).ToListAsync(ct);
        var own = found.Where(f => CaseFile.Coordinates(units.LineageOf(f.AuthorUnit), actor)).OrderBy(f => f.Mail.DecidedAt).ThenBy(f => f.Mail.CreatedAt).Take(Most).ToList();
        var beside = await BesideAsync(db, [.. own.Select(f => f.Mail.CaseId)], ct);
        return
        [
            .. own.Select(f => new UncertainLine(
                f.Id, new CaseNumber(f.Mail.CaseId).ToString(), f.Summary, units.NameOf(f.AuthorUnit), DeliveryOf(f.Mail) with
                {
                    Sms = SmsLine.Of(ShortNotice.Of(f.Id, beside.Messages), f is { Channel: IntakeChannel.Internet, HasNoVerdict: false }),
                    LaidAt = beside.Laid.Where(m => m.Routing == f.Id).Select(m => (DateTimeOffset?)m.At).Max(),
                }) { IsHidden = f.Concealment != IdentityConcealment.None }),
        ];
    }

    /// <summary>What else was done to reach these citizens: by phone, and by the post room.</summary>
    private static async Task<(List<OutboxMessage> Messages, List<Movement> Laid)> BesideAsync(BimerDbContext db, List<CaseId> cases, CancellationToken ct) => cases.Count == 0 ? ([], []) : (
        await db.OutboxMessages.AsNoTracking().Where(m => cases.Contains(m.CaseId) && ShortNotice.Kinds.Contains(m.Kind)).ToListAsync(ct),
        await db.Movements.AsNoTracking().Where(m => cases.Contains(m.CaseId) && m.Kind == MovementKind.LetterLaid).ToListAsync(ct));

    private static LetterDelivery DeliveryOf(OutboxMessage mail)
    {
        var state = CaseSheetWriter.StateOf(mail);
        return new LetterDelivery(state, mail.DecidedAt ?? mail.CreatedAt, mail.Attempts, MayResolve: true) { MayPost = true, Code = state is DeliveryState.Returned or DeliveryState.Failed ? mail.LastAnswer : null };
    }
}
