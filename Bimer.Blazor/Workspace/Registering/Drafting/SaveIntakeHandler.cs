using System.Text.Json;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering.Drafting;

/// <param name="Version">The version the screen stands on; 0 before the first save.</param>
public sealed record SaveIntake(IntakeKey Key, int Version, DeskForm Form);

/// <summary>What a screen must know of what it shows.</summary>
/// <param name="At">When it was saved.</param>
public sealed record IntakeMark(int Version, DateTimeOffset At);

/// <summary>Keeps what is typed at a desk while it is typed, so that no crash costs more than the last seconds (U13).</summary>
public sealed class SaveIntakeHandler(IntakeWork work, IntakeSeal seal, TimeProvider clock)
{
    public Task<Outcome<IntakeMark>> HandleAsync(SaveIntake command, CancellationToken ct) =>
        work.ChangeAsync(command.Key, acting => SaveAsync(command, acting, ct), ct);

    private async Task<Outcome<IntakeMark>> SaveAsync(SaveIntake command, IntakeActing acting, CancellationToken ct)
    {
        var row = acting.Row;
        if ((row?.Version ?? 0) != command.Version) return new Refusal.DraftChanged(row?.SavedAt);
        // A mail comes to a desk by being opened; whoever only knows its id gets neither it nor its files.
        if (row is null && await acting.Db.ReceivedMails.AnyAsync(m => m.Id == command.Key.Id, ct)) return new Refusal.DraftChanged(SavedAt: null);
        var cleaned = DeskText.Cleaned(command.Form);
        if (cleaned.Value is not { } form) return cleaned.Refusal!;
        if (row is not null && IsTheSame(seal.Open(row).Form, form)) return new IntakeMark(row.Version, row.SavedAt);

        if (row is null) acting.Db.Add(row = new DeskIntake { Id = command.Key.Id, Person = acting.Actor.UserId, Channel = command.Key.Channel });
        (row.SealedForm, row.SavedAt) = (seal.Seal(row.Id, form), clock.GetUtcNow());
        row.Version++;
        return new IntakeMark(row.Version, row.SavedAt);
    }

    private static bool IsTheSame(DeskForm kept, DeskForm typed) => string.Equals(Words(kept), Words(typed), StringComparison.Ordinal);

    private static string Words(DeskForm form) => JsonSerializer.Serialize(form, DeskFormJson.Default.DeskForm);
}
