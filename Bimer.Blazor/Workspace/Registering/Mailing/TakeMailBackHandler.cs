using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Mailing;

public sealed record TakeMailBack(Guid Mail);

/// <summary>A mail that was set aside by mistake waits again; its legal clock has run on from the day it came.</summary>
public sealed class TakeMailBackHandler(MailWork work, MailSeal seal, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(TakeMailBack command, CancellationToken ct)
    {
        var back = await work.DecideAsync(command.Mail, "mail.taken-back", (acting, now) => TakeBackAsync(acting, now, ct), clock.GetUtcNow(), ct);
        return back.Refusal is { } refusal ? refusal : Outcome.Accepted;
    }

    private async Task<Outcome<string>> TakeBackAsync(MailActing acting, DateTimeOffset now, CancellationToken ct)
    {
        if (acting.Mail.State != MailState.SetAside) return new Refusal.NotFound();
        // Of one that could not be read nothing is left once its sender is hidden.
        if (acting.Mail.Sender != MailSender.Told && seal.Open(acting.Mail)?.Trouble is not null && await acting.Db.DraftFiles.OriginalOf(acting.Mail.Id).AnyAsync(ct)) return new Refusal.NotFound();
        acting.Mail.TakeBack(acting.Actor.UserId, now);
        return "";
    }
}
