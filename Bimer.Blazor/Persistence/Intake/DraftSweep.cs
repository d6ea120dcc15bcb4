using System.ComponentModel.DataAnnotations;
using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>Section <c>Bimer:Drafts</c>.</summary>
public sealed class DraftOptions
{
    public const string Section = "Bimer:Drafts";

    /// <summary>How long an officer's unfinished work is kept after its last change.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")] public TimeSpan Kept { get; set; } = TimeSpan.FromDays(30);
}

/// <summary>What one sweep took away.</summary>
/// <param name="Desks">Lists of recipients and notes of approvers that nobody can send any more.</param>
/// <param name="Letters">Letters nobody can send any more.</param>
/// <param name="Files">Files of such letters, and of what was never recorded.</param>
/// <param name="Intakes">What was being recorded at a desk and left.</param>
public sealed record DraftsSwept(int Desks, int Letters, int Files, int Intakes = 0);

/// <summary>
/// Takes away what officers put together and never sent, only once its part of the case has ended: while somebody still owes the
/// answer, what is written of it stays however old it is. What was being recorded at a desk and is no case yet goes by its age alone.
/// </summary>
public sealed class DraftSweep(IDbContextFactory<BimerDbContext> dbFactory, FileVault vault, IOptions<DraftOptions> options, TimeProvider clock)
{
    public async Task<DraftsSwept> RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - options.Value.Kept;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var desks = await db.DeskDrafts.Where(d => d.SavedAt <= before && !db.Routings.Any(r => r.Id == d.Routing && r.EndedAt == null)).ExecuteDeleteAsync(ct);
        var letters = await db.ReplyDrafts.Where(d => d.SavedAt <= before && !db.Routings.Any(r => r.Id == d.Routing && r.EndedAt == null)).ExecuteDeleteAsync(ct);
        var intakes = await db.DeskIntakes.Where(i => i.SavedAt <= before).ExecuteDeleteAsync(ct);
        var ended = db.DraftFiles.Where(f => f.StoredAt <= before && ((f.Reply != null && !db.Routings.Any(r => r.Id == f.Reply && r.EndedAt == null))
            // A mail's files wait with it for as long as it waits, on a desk or not.
            || (f.Intake != null && !db.DeskIntakes.Any(i => i.Id == f.Intake) && !db.ReceivedMails.Any(m => m.Id == f.Intake))));
        var files = await ended.Select(f => f.Id).ToListAsync(ct);
        await db.DraftFiles.Where(f => files.Contains(f.Id)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);

        // After the commit: a row without its file would be worse than a file without its row, which UnclaimedSweep finds.
        foreach (var file in files) vault.Delete(new StoredFileId(file.Value));
        return new DraftsSwept(desks, letters, files.Count, intakes);
    }
}
