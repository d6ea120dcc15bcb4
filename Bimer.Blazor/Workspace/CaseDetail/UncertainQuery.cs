using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>A mail that did not arrive, or of which nobody knows whether it did, for whoever decides about it.</summary>
/// <param name="Summary">None where the case waits unopened in a box of the reader: an envelope says its number.</param>
/// <param name="Unit">The unit that answered, or that sent the case on.</param>
public sealed record UncertainLine(RoutingId Routing, string Number, string? Summary, string Unit, LetterDelivery Delivery)
{
    /// <summary>The applicant is hidden: the letter is addressed unseen.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Not an answer: it tells where the case went, and goes by post.</summary>
    public bool IsNotice { get; init; }

    /// <summary>A part that was sent on and answered there has both.</summary>
    public (RoutingId Routing, bool IsNotice) Key => (Routing, IsNotice);
}

/// <summary>
/// The mails a person decides about, the oldest first: answers that are uncertain (belirsiz), came back (geri döndü) or were refused (iletilemedi), for who coordinates or manages the
/// unit that answered; and notices of a forward that came back or were refused, for those and the officers of the unit that sent it on. There are never many of them, so the list is read whole.
/// </summary>
public sealed class UncertainQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, ForwardNotices notices)
{
    /// <summary>The most that are shown at once; the next come up as these are decided.</summary>
    public const int Most = 100;

    public async Task<IReadOnlyList<UncertainLine>> ReadAsync(CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return [];
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var lines = (await AnswersAsync(db, actor, ct)).Concat(await NoticesAsync(db, actor, ct));
        return [.. lines.OrderBy(line => line.Delivery.At).Take(Most)];
    }

    private async Task<IReadOnlyList<UncertainLine>> AnswersAsync(BimerDbContext db, Actor actor, CancellationToken ct)
    {
        var (visible, open) = (db.CasesVisibleTo(actor), db.CasesOpenTo(actor));
        var found = await (
            from mail in db.OutboxMessages.AsNoTracking()
            where (mail.Status == OutboxStatus.Uncertain || mail.Status == OutboxStatus.Returned || mail.Status == OutboxStatus.Failed) && mail.Kind == OutboxKind.ReplyMail
            join reply in db.Replies on mail.Routing equals reply.Id
            join c in visible on mail.CaseId equals c.Id
            select new { Mail = mail, reply.Id, reply.AuthorUnit, HasNoVerdict = reply.IsProgress || reply.NoticeCode != null, Summary = open.Any(o => o.Id == c.Id) ? c.Summary : null, c.Channel, c.Concealment }).ToListAsync(ct);
        var own = found.Where(f => CaseFile.Coordinates(units.LineageOf(f.AuthorUnit), actor)).OrderBy(f => f.Mail.DecidedAt ?? f.Mail.CreatedAt).Take(Most).ToList();
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

    /// <summary>Of a notice nobody knows of there is nothing to decide, and where no address was left it stands under the movement from the first (0114).</summary>
    private async Task<IReadOnlyList<UncertainLine>> NoticesAsync(BimerDbContext db, Actor actor, CancellationToken ct)
    {
        var (visible, open) = (db.CasesVisibleTo(actor), db.CasesOpenTo(actor));
        var found = await (
            from mail in db.OutboxMessages.AsNoTracking()
            where (mail.Status == OutboxStatus.Returned || mail.Status == OutboxStatus.Failed) && mail.Kind == OutboxKind.ForwardMail
            join leg in db.Routings on mail.Routing equals leg.Id
            join c in visible on mail.CaseId equals c.Id
            where leg.From != null
            select new { Mail = mail, leg.Id, Sender = leg.From!.Value, Summary = open.Any(o => o.Id == c.Id) ? c.Summary : null, c.Concealment }).ToListAsync(ct);
        var lines = new List<UncertainLine>();
        foreach (var f in found.Where(f => CaseFile.MayPostNotice(units.LineageOf(f.Sender), actor).IsAccepted).OrderBy(f => f.Mail.DecidedAt ?? f.Mail.CreatedAt).Take(Most))
        {
            if (await notices.FactsAsync(db, f.Mail, ct) is null) continue;   // came home, or is told by another: no paper is written
            var laid = await db.Movements.Where(m => m.CaseId == f.Mail.CaseId && m.Kind == MovementKind.NoticeLaid && m.Routing == f.Id).MaxAsync(m => (DateTimeOffset?)m.At, ct);
            lines.Add(new UncertainLine(f.Id, new CaseNumber(f.Mail.CaseId).ToString(), f.Summary, units.NameOf(f.Sender), DeliveryOf(f.Mail) with { MayResolve = false, NoticeOf = f.Id, LaidAt = laid })
            {
                IsHidden = f.Concealment != IdentityConcealment.None, IsNotice = true,
            });
        }

        return lines;
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
