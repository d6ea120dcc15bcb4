using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>A file of a draft as its page lists it.</summary>
public sealed record DraftFileView(Guid Id, string Name, long Length);

/// <summary>The files of a visit's draft.</summary>
public sealed class DraftFileBook(IDbContextFactory<BimerDbContext> dbFactory, FileVault vault, AttachmentIntake intake, DraftFileNames names, TimeProvider clock)
{
    private const int MostRounds = 30;

    public async Task<IReadOnlyList<DraftFileView>> ListAsync(Guid visit, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var files = await InOrder(db, visit).AsNoTracking().ToListAsync(ct);
        return [.. files.Select(file => new DraftFileView(file.Id.Value, names.Of(file), file.Length))];
    }

    /// <summary>Takes one upload into the draft. Refused: whatever the intake refuses, and more or larger files than a case may have.</summary>
    public Task<Outcome> AddAsync(Guid visit, string name, Stream content, CancellationToken ct) => AddAsync(visit, name, content, isHidden: false, ct);

    /// <param name="isHidden">The sender asked to stay hidden: refused is also what could be opened for nobody then.</param>
    public async Task<Outcome> AddAsync(Guid visit, string name, Stream content, bool isHidden, CancellationToken ct)
    {
        var there = await ListAsync(visit, ct);
        if (intake.RoomFor(there.Count, there.Sum(f => f.Length), newBytes: 0) is { } full) return full;
        var taken = await intake.TakeAsync(name, content, keepOriginal: false, ct);
        if (taken.Value is not { } file) return taken.Refusal!;
        if (!isHidden || await MayOpenAsync(file.Type, file.Served.Id, ct)) return await TryKeepAsync(visit, file, ct);

        vault.Delete(file.Served.Id);
        return new Refusal.AttachmentTellsOfSender(file.Type);
    }

    /// <summary>Of a draft whose sender stays hidden the files that could be opened for nobody: those that came before the wish to hide.</summary>
    public async Task<IReadOnlyList<string>> ClosedAsync(Guid visit, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        List<string> closed = [];
        foreach (var file in await InOrder(db, visit).AsNoTracking().ToListAsync(ct))
            if (!await MayOpenAsync(AttachmentTypes.OfMediaType(file.ContentType), new StoredFileId(file.Id.Value), ct)) closed.Add(names.Of(file));
        return closed;
    }

    private async Task<bool> MayOpenAsync(AttachmentType type, StoredFileId file, CancellationToken ct) =>
        await HiddenCopies.MayOpenAsync(type, await vault.OpenAsync(file, ct), ct);

    private async Task<Outcome> TryKeepAsync(Guid visit, TakenAttachment file, CancellationToken ct)
    {
        try
        {
            var kept = await KeepAsync(visit, file, ct);
            if (!kept.IsAccepted) vault.Delete(file.Served.Id);
            return kept;
        }
        catch (Exception fault) when (fault.IsPassing())
        {
            // The row may have been saved before the connection broke off. The file stays; without a row the sweep takes it after a day.
            return fault.WhyNot();
        }
    }

    /// <summary>Counts anew and adds in one save that changes the visit too: of many uploads at once each sees those before it.</summary>
    private async Task<Outcome> KeepAsync(Guid visit, TakenAttachment file, CancellationToken ct)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            await using var db = await dbFactory.CreateDbContextAsync(ct);
            if (await db.FilingSessions.SingleOrDefaultAsync(s => s.Id == visit && s.FiledCase == null, ct) is not { } row) return new Refusal.NotFound();
            var lengths = await InOrder(db, visit).Select(f => f.Length).ToListAsync(ct);
            if (intake.RoomFor(lengths.Count, lengths.Sum(), file.Served.Length) is { } tooMuch) return tooMuch;

            row.Version++;
            db.Add(RowOf(visit, file));
            try
            {
                await db.SaveChangesAsync(ct);
                return Outcome.Accepted;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another request of the same visit was first.
            }
        }

        return new Refusal.Busy();
    }

    private DraftFile RowOf(Guid visit, TakenAttachment file)
    {
        var id = new AttachmentId(file.Served.Id.Value);
        return new DraftFile
        {
            Id = id, Visit = visit, SealedName = names.Seal(id, file.DisplayName), ContentType = file.Type.MediaType(),
            Length = file.Served.Length, Sha256 = file.Served.Sha256, StoredAt = clock.GetUtcNow(),
        };
    }

    public async Task RemoveAsync(Guid visit, Guid file, CancellationToken ct)
    {
        var id = new AttachmentId(file);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        if (await db.DraftFiles.SingleOrDefaultAsync(f => f.Id == id && f.Visit == visit, ct) is not { } row) return;
        db.Remove(row);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return;   // of a draft that became a case meanwhile nothing is deleted: its files are no draft's any more
        }

        vault.Delete(new StoredFileId(file));
    }

    internal static IQueryable<DraftFile> InOrder(BimerDbContext db, Guid visit) =>
        db.DraftFiles.Where(f => f.Visit == visit).OrderBy(f => f.StoredAt).ThenBy(f => f.Id);
}
