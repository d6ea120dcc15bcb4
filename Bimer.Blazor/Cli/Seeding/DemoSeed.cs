using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>
/// Fills an empty database with fourteen months of made-up petitions, each lived through the domain. One seed, one story: the
/// same day gives the same demo.
/// </summary>
public sealed class DemoSeed(IDbContextFactory<BimerDbContext> dbFactory, CaseNumbers numbers, IdentityVault vault, DemoCast cast, DemoPapers papers)
{
    public const int Seed = 2016;
    public const int Petitions = 5_000;
    private const int Batch = 250;

    /// <param name="told">Called with how many petitions are in, after each batch.</param>
    /// <remarks>What an interrupted run left is gone on with: the story is the same, so the petitions that are in are its first.</remarks>
    public async Task RunAsync(DateOnly today, int count, Action<int> told, CancellationToken ct)
    {
        var filer = cast.On(today);
        var done = await CountAsync(ct);
        foreach (var year in DemoStory.Petitions(Seed, today, count).Skip(done).GroupBy(p => IstanbulTime.LegalDay(p.FiledAt).Year))
        {
            var petitions = year.ToList();
            var serial = await numbers.TakeAsync(year.Key, petitions.Count, ct);
            foreach (var batch in petitions.Chunk(Batch))
            {
                await WriteAsync(batch.Select(p => (p, CaseNumber.Of(year.Key, (int)serial++).CaseId)), filer, ct);
                told(done += batch.Length);
            }
        }
    }

    private async Task<int> CountAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.Cases.CountAsync(ct);
    }

    private async Task WriteAsync(IEnumerable<(DemoPetition Petition, CaseId Id)> batch, DemoFiler filer, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var (petition, id) in batch)
        {
            var applicant = new ApplicantRef(Guid.CreateVersion7(petition.FiledAt));
            var life = filer.Live(petition, id, applicant);
            var identity = DemoFiler.IdentityOf(petition.Person);
            db.Add(life.Case);
            db.Add(vault.Seal(applicant, identity, petition.FiledAt));
            if (life.Case.Concealment == IdentityConcealment.None) db.AddRange(vault.LookupsOf(id, identity));
            db.AddRange(await papers.OfAsync(petition, life.Case, ct));
            db.AddRange(life.AuditEntries);
            db.AddRange(life.Messages);
        }

        await db.SaveChangesAsync(ct);
    }
}
