using System.Globalization;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Mailing;

public sealed record OpenMail(Guid Mail);

/// <summary>
/// An officer takes a mail to their desk: the form opens with what the mail says, and until it is recorded, set aside or put back nobody
/// else has it. The desk must be empty; one's own mail may be opened again.
/// </summary>
public sealed class OpenMailHandler(MailWork work, MailSeal mails, IntakeSeal intakes, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(OpenMail command, CancellationToken ct)
    {
        var opened = await work.DecideAsync(command.Mail, "mail.opened", (acting, now) => OpenAsync(acting, now, ct), clock.GetUtcNow(), ct);
        return opened.Refusal is { } refusal ? refusal : Outcome.Accepted;
    }

    private async Task<Outcome<string>> OpenAsync(MailActing acting, DateTimeOffset now, CancellationToken ct)
    {
        var (mail, me) = (acting.Mail, acting.Actor.UserId);
        if (acting.WithColleague is { } elsewhere) return elsewhere;
        if (mail.State != MailState.Waiting) return new Refusal.NotFound();
        if (acting.Desk is not null) return "again";
        if (await acting.Db.DeskIntakes.SingleOrDefaultAsync(i => i.Person == me && i.Channel == IntakeChannel.Email, ct) is { } left) return new Refusal.DeskNotEmpty(left.SavedAt);
        foreach (var file in await acting.Db.DraftFiles.BesidesPapersOf(mail.Id).Where(f => f.Name == MailOriginal.LeftOut).ToListAsync(ct)) file.Name = "";
        acting.Db.Add(new DeskIntake
        {
            Id = mail.Id, Person = me, Channel = IntakeChannel.Email, Version = 1, SavedAt = now, SealedForm = intakes.Seal(mail.Id, FormOf(mail, mails.Open(mail)!)),
        });
        return "first";
    }

    /// <summary>What a mail says of itself is a beginning: the officer reads it beside the form and corrects it.</summary>
    internal static DeskForm FormOf(ReceivedMail mail, MailContent content)
    {
        var words = content.FromName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isName = words.Length > 1 && PersonName.Parse(string.Join(' ', words[..^1]), words[^1]).IsAccepted;
        return new DeskForm
        {
            Text = string.Join("\n\n", new[] { content.Subject, content.Text }.Where(part => part.Length > 0)),
            Email = EmailAddress.Parse(content.FromAddress).Value?.Reveal() ?? "",
            GivenName = isName ? string.Join(' ', words[..^1]) : "",
            Surname = isName ? words[^1] : "",
            ReceivedOn = IstanbulTime.LegalDay(mail.DeliveredAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Unit = mail.Unit.Value.ToString(CultureInfo.InvariantCulture),
        };
    }
}
