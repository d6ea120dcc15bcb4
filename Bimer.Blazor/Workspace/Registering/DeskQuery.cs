using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Workspace.Registering.Drafting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>What a desk opens with.</summary>
/// <param name="Intake">The id of what lies there; a new one where nothing does.</param>
/// <param name="SavedAt">When it was left; none where nothing lies there.</param>
/// <param name="Units">The units the person records for; one as a rule.</param>
public sealed record DeskView(
    Guid Intake, int Version, DeskForm Form, DateTimeOffset? SavedAt, IReadOnlyList<AttachmentLine> Files, IReadOnlyList<(UnitId Id, string Name)> Units, DateOnly Today);

/// <summary>Opens a desk for the officer who sits down at it; to everybody else there is none.</summary>
public sealed class DeskQuery(IntakeWork work, IntakeSeal seal, DraftFileNames names, UnitDirectory units, TimeProvider clock)
{
    public Task<Outcome<DeskView>> OpenAsync(IntakeChannel channel, CancellationToken ct) => work.LookAsync<DeskView>(channel, async acting =>
    {
        var kept = acting.Row is { } row ? seal.Open(row) : null;
        var files = kept is null ? [] : await FilesOfAsync(acting.Db, kept.Id, ct);
        IReadOnlyList<(UnitId, string)> own = [.. acting.Actor.UnitsAs(OfficerRole.CaseOfficer).Select(unit => (unit, units.NameOf(unit)))];
        var today = IstanbulTime.LegalDay(clock.GetUtcNow());
        return new DeskView(kept?.Id ?? Guid.NewGuid(), kept?.Version ?? 0, kept?.Form ?? new DeskForm(), kept?.SavedAt, files, own, today);
    }, ct);

    public async Task<IReadOnlyList<AttachmentLine>> FilesAsync(IntakeChannel channel, CancellationToken ct)
    {
        var files = await work.LookAsync<IReadOnlyList<AttachmentLine>>(
            channel, async acting => Outcome<IReadOnlyList<AttachmentLine>>.FromT(acting.Row is { } row ? await FilesOfAsync(acting.Db, row.Id, ct) : []), ct);
        return files.Value ?? [];
    }

    /// <summary>The text that lies at the desk, as plain words; none where nothing does, or for nobody who may ask.</summary>
    public async Task<DeskWords> TextAsync(IntakeChannel channel, CancellationToken ct)
    {
        var words = await work.LookAsync<DeskWords>(channel, acting => Task.FromResult(Outcome<DeskWords>.FromT(acting.Row is { } row ? DeskWords.Of(seal.Open(row).Form) : DeskWords.None)), ct);
        return words.Value ?? DeskWords.None;
    }

    /// <summary>Where a window whose draft was changed elsewhere may go on.</summary>
    public async Task<IntakeNow?> NowAsync(IntakeChannel channel, CancellationToken ct)
    {
        var now = await work.LookAsync<IntakeNow>(
            channel, acting => Task.FromResult(Outcome<IntakeNow>.FromT(acting.Row is { } row ? NowOf(seal.Open(row)) : new IntakeNow(Guid.NewGuid(), 0))), ct);
        return now.Value;
    }

    private static IntakeNow NowOf(Intake kept) => new(kept.Id, kept.Version, kept.Form with { Html = DeskText.EditorOf(kept.Form) });

    private async Task<IReadOnlyList<AttachmentLine>> FilesOfAsync(BimerDbContext db, Guid intake, CancellationToken ct)
    {
        var rows = await InOrder(db, intake).AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(file => new AttachmentLine(file.Id, names.Of(file), file.Length))];
    }

    internal static IQueryable<DraftFile> InOrder(BimerDbContext db, Guid intake) =>
        db.DraftFiles.Papers().Where(f => f.Intake == intake).OrderBy(f => f.StoredAt).ThenBy(f => f.Id);
}
