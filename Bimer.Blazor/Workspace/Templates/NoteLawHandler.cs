using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Templates;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Templates;

/// <summary>A law has changed: what names it and was approved before is marked until it is read again (S46).</summary>
public sealed record NoteLaw(CommandId Id, string Law, DateOnly? On, string Note);

/// <summary>Mevzuat değişikliğini işle.</summary>
public sealed class NoteLawHandler(IDbContextFactory<BimerDbContext> dbFactory, LawRights rights, Committer committer, TimeProvider clock)
{
    private const int SmallestLaw = 100, LargestLaw = 99_999;

    public async Task<Outcome> HandleAsync(NoteLaw command, CancellationToken ct)
    {
        if (await rights.ActorAsync(ct) is not { } actor) return new Refusal.SignedOut();
        if (!rights.MayNote(actor)) return new Refusal.NotYoursToNoteLaws();
        var now = clock.GetUtcNow();
        if (!int.TryParse(command.Law.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var law)
            || law is < SmallestLaw or > LargestLaw || command.On is not { } on || on > IstanbulTime.LegalDay(now)) return new Refusal.LawChangeUnfit();
        var note = PlainNote.LineOf(command.Note);
        if (note.Length > NotedLawChange.LongestNote) return new Refusal.TextTooLong(note.Length, NotedLawChange.LongestNote);

        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.LawChanges.AnyAsync(c => c.Law == law && c.On == on, ct)) return Outcome.Accepted;   // said already
        var noted = new NotedLawChange { Law = law, On = on, Note = note, By = actor.UserId, At = now };
        db.Add(noted);
        db.Add(TemplateFacts.LawNoted(noted));
        return await committer.CommitAsync(db, CommandStamp.Of(command.Id, actor.UserId), ct) switch
        {
            CommitResult.Committed or CommitResult.Repeated or CommitResult.LostRace => Outcome.Accepted,
            var result => result.WhyNot()!,
        };
    }
}
