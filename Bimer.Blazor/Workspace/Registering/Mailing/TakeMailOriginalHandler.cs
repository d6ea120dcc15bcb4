using Bimer.Blazor.Persistence.Files.Scanning;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Mailing;

public sealed record TakeMailOriginal(Guid Mail);

/// <summary>
/// An officer takes the bytes of a mail that could not be read, to read it with a program of their own. Nobody has looked into it here: it leaves
/// as a file to be saved, under a name that says nothing, and who took it is recorded before the first byte.
/// </summary>
public sealed class TakeMailOriginalHandler(MailWork work, ScannedFiles store, TimeProvider clock)
{
    /// <returns>The bytes; dispose them. <see cref="Refusal.NotFound"/> where there is no such mail for this person, or where it could be read.</returns>
    public async Task<Outcome<Stream>> HandleAsync(TakeMailOriginal command, CancellationToken ct)
    {
        AttachmentId? original = null;
        var recorded = await work.DecideAsync(command.Mail, "mail.original-taken", async (acting, _) =>
        {
            if (acting.WithColleague is { } elsewhere) return elsewhere;
            if (acting.Mail.Sender != MailSender.Told) return new Refusal.NotFound();   // it names the sender in its first lines
            original = await acting.Db.DraftFiles.OriginalOf(acting.Mail.Id).Select(f => (AttachmentId?)f.Id).SingleOrDefaultAsync(ct);
            if (original is not { } file) return new Refusal.NotFound();
            return store.WhyNotOpen(file) is { } why ? why : $"file={file.Value:N}";
        }, clock.GetUtcNow(), ct);
        return recorded.Refusal is { } refusal ? refusal : await store.OpenAsync(original!.Value, isOwn: false, ct);
    }
}
