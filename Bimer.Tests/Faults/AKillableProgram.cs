using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Bimer.Tests.Cli;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Faults;

/// <summary>The program in a process of its own, and beside it the product's own reading services over the same data, to look after a kill.</summary>
internal sealed class AKillableProgram : IAsyncDisposable
{
    private readonly SqliteFolder _folder;
    private readonly PostgresDatabase? _postgres;
    private readonly ServiceProvider _reading;
    private readonly HashSet<CaseId> _before = [];

    private AKillableProgram(SqliteFolder folder, PostgresDatabase? postgres, BimerProcess bimer, ServiceProvider reading) =>
        (_folder, _postgres, Bimer, _reading) = (folder, postgres, bimer, reading);

    public BimerProcess Bimer { get; }

    /// <param name="kind">The database.</param>
    /// <param name="cases">Cases there are before; they bring the people of a measurement with them.</param>
    public static async Task<AKillableProgram> StartAsync(Kind kind, int cases = 10)
    {
        var folder = new SqliteFolder();
        var (own, postgres) = await FoundedDatabase.CopyAsync(kind, folder);
        var reading = OfficeServices.Of(own, TimeProvider.System);
        reading.GetRequiredService<KeyFile>().EnsureThere(dataExists: false);
        await reading.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        // Without any people Development would tell the whole demo.
        await BulkOffices.Seeding(reading).RunAsync(new BulkPlan(cases, TimeProvider.System.GetUtcNow()), _ => { }, CancellationToken.None);
        var settings = new BimerSettings(folder.Root) { Settings = BimerSettings.On(kind, postgres?.ConnectionString, FinalForms.WithoutProof) };
        var program = new AKillableProgram(folder, postgres, await BimerProcess.StartAsync(settings), reading);
        await using var db = await program.DbAsync();
        program._before.UnionWith(await db.Cases.Select(c => c.Id).ToListAsync());
        return program;
    }

    /// <summary>Somebody else opens a waiting case, whether the program runs or not.</summary>
    public async Task OpenOneAsync(UserId custodian)
    {
        await using var db = await DbAsync();
        var actor = await ActorReader.ReadAsync(db, custodian, IstanbulTime.LegalDay(TimeProvider.System.GetUtcNow()), CancellationToken.None);
        var unit = actor!.Roles[0].Unit;
        var waiting = await db.Routings.Where(r => r.To == unit && r.State == RoutingState.Waiting).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync();
        var work = ActivatorUtilities.CreateInstance<CaseWork>(_reading, new Office.Acts(actor));
        (await new TakeCustodyHandler(work).HandleAsync(new TakeCustody(OfficeStories.NewCommand(), waiting), CancellationToken.None)).Should().Be(Outcome.Accepted);
    }

    /// <summary>The cases that were filed since the start.</summary>
    public async Task<int> CasesAsync()
    {
        await using var db = await DbAsync();
        return await db.Cases.CountAsync() - _before.Count;
    }

    /// <summary>Each of these numbers stands with everything one final post writes: no part is missing, none is there twice.</summary>
    public async Task FindWholeAsync(IEnumerable<string> numbers)
    {
        var wanted = numbers.Select(number => CaseNumber.Parse(number).Value!.CaseId).ToHashSet();
        await using var db = await DbAsync();
        var cases = (await db.Cases.AsNoTracking().Include(c => c.Routings).ToListAsync()).Where(c => wanted.Contains(c.Id)).ToList();
        cases.Should().HaveCount(wanted.Count).And.OnlyContain(c => c.Routings.Count == 1);
        foreach (var parts in new[]
        {
            await db.Petitions.Where(p => p.Text != "").Select(p => p.CaseId).ToListAsync(),
            await db.Movements.Where(m => m.Kind == MovementKind.Filed).Select(m => m.CaseId).ToListAsync(),
            await db.AuditEntries.Where(a => a.Action == "case.filed").Select(a => a.CaseId!.Value).ToListAsync(),
            await db.OutboxMessages.Where(m => m.Kind == OutboxKind.ReceiptSms).Select(m => m.CaseId).ToListAsync(),
            await db.FilingSessions.Where(s => s.FiledCase != null).Select(s => s.FiledCase!.Value).ToListAsync(),
        }) parts.Where(wanted.Contains).Should().BeEquivalentTo(wanted);

        var vault = _reading.GetRequiredService<IdentityVault>();
        var seals = await db.SealedIdentities.AsNoTracking().ToDictionaryAsync(s => s.Ref);
        cases.Should().OnlyContain(c => vault.Open(seals[c.Applicant]).NationalId.Length == 11);
    }

    public async ValueTask DisposeAsync()
    {
        await Bimer.DisposeAsync();
        await _reading.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private Task<BimerDbContext> DbAsync() => _reading.GetRequiredService<IDbContextFactory<BimerDbContext>>().CreateDbContextAsync();
}
