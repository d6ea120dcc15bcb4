using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Registering.Mailing;

public sealed record TakeMailBack(Guid Mail);

/// <summary>A mail that was set aside by mistake waits again; its legal clock has run on from the day it came.</summary>
public sealed class TakeMailBackHandler(MailWork work, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(TakeMailBack command, CancellationToken ct)
    {
        var back = await work.DecideAsync(command.Mail, "mail.taken-back", (acting, now) => Task.FromResult(TakeBack(acting, now)), clock.GetUtcNow(), ct);
        return back.Refusal is { } refusal ? refusal : Outcome.Accepted;
    }

    private static Outcome<string> TakeBack(MailActing acting, DateTimeOffset now)
    {
        if (acting.Mail.State != MailState.SetAside) return new Refusal.NotFound();
        acting.Mail.TakeBack(acting.Actor.UserId, now);
        return "";
    }
}
