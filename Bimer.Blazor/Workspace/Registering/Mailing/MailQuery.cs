using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Mailing;

/// <summary>One mail of a queue.</summary>
/// <param name="From">Name, or address where there is no name.</param>
/// <param name="Colleague">Whose desk it lies on; none where on nobody's, or on one's own.</param>
/// <param name="Reason">Why it was set aside; none while it waits.</param>
public sealed record MailLine(Guid Id, DateTimeOffset At, string From, string Subject, int Files, bool IsUnread, string? Colleague, SetAsideReason? Reason)
{
    /// <summary>It could not be read and was kept whole.</summary>
    public bool HasOriginal { get; init; }

    /// <summary>A case of the same mail hides its applicant: who sent it is told nobody.</summary>
    public bool IsSenderHidden { get; init; }

    /// <summary>The how manieth case of one mail it is to become, from 2; none of a mail as it came.</summary>
    public int? Part { get; init; }

    /// <summary>Another mail came with the same Message-ID before it and says something else.</summary>
    public bool IsSecondOfId { get; init; }
}

/// <summary>The oldest mails of a queue.</summary>
/// <param name="Total">How many there are altogether.</param>
/// <param name="Units">Whose mailboxes; what to listen for.</param>
public sealed record MailQueue(IReadOnlyList<MailLine> Lines, int Total, IReadOnlyList<UnitId> Units);

/// <summary>The mail beside the form.</summary>
/// <param name="IsCut">The text goes on in a file among the attachments.</param>
/// <param name="Refused">Files that were not taken: name, and the name of the refusal.</param>
/// <param name="Trouble">Why it could not be read; then there is nothing else.</param>
public sealed record MailView(
    Guid Id, DateTimeOffset At, string FromName, string FromAddress, string Subject, string Text, bool IsCut,
    IReadOnlyList<(string Name, string Why)> Refused, Refusal? Trouble)
{
    public bool HasOriginal { get; init; }

    /// <summary>A case of the same mail hides its applicant: who sent it is told nobody.</summary>
    public bool IsSenderHidden { get; init; }

    /// <summary>The mail that came with the same Message-ID before it and says something else, and what became of that one.</summary>
    public (DateTimeOffset At, MailState State)? SameId { get; init; }

    public override string ToString() => nameof(MailView);
}

/// <summary>What came to the mailboxes of the units somebody records for.</summary>
public sealed class MailQuery(MailWork work, MailSeal seal, OfficerDirectory officers)
{
    /// <summary>The most one screen shows; the next come as these go.</summary>
    public const int Shown = 50;

    /// <summary>Oldest first: its legal clock has run longest. Those set aside newest first.</summary>
    public Task<MailQueue?> QueueAsync(MailState state, CancellationToken ct) => work.ReadAsync<MailQueue>(
        async (db, actor, units) =>
        {
            var mails = db.ReceivedMails.AsNoTracking().Where(m => units.Contains(m.Unit) && m.State == state);
            var ordered = state == MailState.Waiting ? mails.OrderBy(m => m.DeliveredAt).ThenBy(m => m.Id) : mails.OrderByDescending(m => m.DecidedAt).ThenBy(m => m.Id);
            var rows = await ordered.Take(Shown).Select(m => new
            {
                Mail = m, Files = db.DraftFiles.Count(f => f.Intake == m.Id && f.ContentType != MailOriginal.MediaType), Whole = db.DraftFiles.Any(f => f.Intake == m.Id && f.ContentType == MailOriginal.MediaType), Desk = db.DeskIntakes.Where(i => i.Id == m.Id).Select(i => (UserId?)i.Person).FirstOrDefault(),
            }).ToListAsync(ct);
            await officers.LoadAsync(rows.Select(row => row.Desk).OfType<UserId>(), ct);
            var lines = rows.Select(row => LineOf(row.Mail, row.Files, row.Desk is { } person && person != actor.UserId ? officers.NameOf(person) : null) with { HasOriginal = row.Whole && row.Mail.Sender == MailSender.Told });
            return new MailQueue([.. lines], rows.Count < Shown ? rows.Count : await mails.CountAsync(ct), units);
        }, ct);

    /// <summary>The mail that lies on this person's desk for e-mail; none where what lies there came otherwise.</summary>
    public Task<MailView?> OnDeskAsync(CancellationToken ct) => work.ReadAsync<MailView>(
        async (db, actor, units) =>
        {
            var desk = db.DeskIntakes.Where(i => i.Person == actor.UserId && i.Channel == IntakeChannel.Email).Select(i => i.Id);
            var mail = await db.ReceivedMails.AsNoTracking().SingleOrDefaultAsync(m => desk.Contains(m.Id) && units.Contains(m.Unit), ct);
            if (mail is null || seal.Open(mail) is not { } content) return null;
            var first = await db.ReceivedMails.Where(m => m.Id == content.SameIdAs && m.Unit == mail.Unit).Select(m => new { m.DeliveredAt, m.State }).SingleOrDefaultAsync(ct);
            return ViewOf(mail, content) with
            {
                HasOriginal = mail.Sender == MailSender.Told && await db.DraftFiles.OriginalOf(mail.Id).AnyAsync(ct),
                SameId = first is null ? null : (first.DeliveredAt, first.State),
            };
        }, ct);

    private static MailView ViewOf(ReceivedMail mail, MailContent content) => new(
        mail.Id, mail.DeliveredAt, content.FromName, content.FromAddress, content.Subject, content.Text, content.IsCut,
        [.. content.Refused.Select(file => (file.Name, file.Why))], content.Trouble) { IsSenderHidden = mail.Sender != MailSender.Told };

    private MailLine LineOf(ReceivedMail mail, int files, string? colleague)
    {
        var content = seal.Open(mail) ?? new MailContent();
        var from = content.FromName.Length > 0 ? content.FromName : content.FromAddress;
        return new MailLine(mail.Id, mail.DeliveredAt, from, content.Subject, files, content.Trouble is not null, colleague, mail.Reason) { Part = content.Part, IsSenderHidden = mail.Sender != MailSender.Told, IsSecondOfId = content.SameIdAs is not null };
    }
}
