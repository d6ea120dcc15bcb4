using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Connections;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence.Audit;

/// <summary>Recorded facts cannot be changed, removed, put in, moved or cut off unseen (L8, L9), on both databases.</summary>
public sealed class AuditChainTests
{
    private const int Rows = 12;

    public static TheoryData<Kind, string, AuditDefect, long> Tampering
    {
        get
        {
            var data = new TheoryData<Kind, string, AuditDefect, long>();
            foreach (var kind in Enum.GetValues<Kind>())
            {
                data.Add(kind, "UPDATE audit_entries SET action = 'case.closed' WHERE chain_position = 5", AuditDefect.Altered, 5);
                data.Add(kind, "UPDATE audit_entries SET detail = NULL WHERE chain_position = 1", AuditDefect.Altered, 1);
                data.Add(kind, "UPDATE audit_entries SET chain_position = NULL, chain_hash = NULL WHERE chain_position = 7", AuditDefect.Missing, 7);
                data.Add(kind, "DELETE FROM audit_entries WHERE chain_position = 6", AuditDefect.Missing, 6);
                data.Add(kind, "DELETE FROM audit_entries WHERE chain_position > 9", AuditDefect.Missing, 10);
                data.Add(kind, "DELETE FROM audit_entries", AuditDefect.Missing, 1);
                data.Add(kind, Moved, AuditDefect.Altered, 3);
                data.Add(kind, "INSERT INTO audit_entries (at, action, chain_position, chain_hash) SELECT at, action, 13, chain_hash FROM audit_entries WHERE chain_position = 12", AuditDefect.Altered, 13);
            }

            return data;
        }
    }

    private static string Moved =>
        "UPDATE audit_entries SET chain_position = 1000 WHERE chain_position = 3;"
        + "UPDATE audit_entries SET chain_position = 3 WHERE chain_position = 4;"
        + "UPDATE audit_entries SET chain_position = 4 WHERE chain_position = 1000";

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task An_untouched_chain_holds_and_says_what_is_anchored_and_what_is_not_sealed_yet(Kind kind)
    {
        await using var office = await SealedAsync(kind);
        await RecordAsync(office, 3);
        await office.Services.GetRequiredService<AuditSealing>().SealAsync(default);
        await RecordAsync(office, 2);

        var report = await Verifier(office).VerifyAsync(default);

        report.Should().Be(new AuditReport(Rows + 3, Rows, 2, report.FirstUnsealed, Fault: null));
        report.FirstUnsealed.Should().NotBeNull();
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task Whatever_is_done_to_the_rows_the_first_bad_one_is_named(Kind kind, string tampering, AuditDefect defect, long position)
    {
        await using var office = await SealedAsync(kind);
        await using (var db = await office.DbAsync()) await db.Database.ExecuteSqlRawAsync(tampering);

        var report = await Verifier(office).VerifyAsync(default);

        report.Fault.Should().NotBeNull();
        (report.Fault!.Defect, report.Fault.Position).Should().Be((defect, position));
        report.Verified.Should().Be(position - 1);
    }

    [Fact]
    public async Task An_anchor_that_was_changed_is_not_believed()
    {
        await using var office = await SealedAsync(Kind.Sqlite);
        var file = Directory.GetFiles(Path.Combine(office.Services.GetRequiredService<DataFolder>().Root, "anchors")).Should().ContainSingle().Subject;
        Path.GetFileName(file).Should().Be("audit-2026-03-02.txt");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace(" 12 ", " 11 ", StringComparison.Ordinal));

        (await Verifier(office).VerifyAsync(default)).Fault.Should().Be(new AuditFault(AuditDefect.AnchorForged, 0, null, "audit-2026-03-02.txt"));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Two_sealers_beside_writers_make_one_chain_without_gap_or_fork(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var sealing = office.Services.GetRequiredService<AuditSealing>();
        var other = ActivatorUtilities.CreateInstance<AuditSealing>(office.Services, OtherProcess(office));

        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RecordOneByOneAsync(office, 40))));
        var sealers = new[] { sealing, other }.Select(s => Task.Run(async () =>
        {
            while (!writing.IsCompleted) await s.SealAsync(default);
        }));
        await Task.WhenAll([writing, .. sealers]);
        await sealing.SealAsync(default);

        (await Verifier(office).VerifyAsync(default)).Should().Be(new AuditReport(160, 0, 0, null, Fault: null));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_service_seals_as_its_clock_ticks_and_anchors_when_it_stops(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        using var sealer = ActivatorUtilities.CreateInstance<AuditSealer>(office.Services);
        await sealer.StartAsync(default);
        await Eventually.TrueAsync(() => office.Clock.WaitingTimers == 1, "the sealer rests");
        await RecordAsync(office, 5);

        office.Clock.Pass(TimeSpan.FromMilliseconds(500));
        await Eventually.TrueAsync(async () => (await Verifier(office).VerifyAsync(default)).Verified == 5, "half a second later all have their place");
        await RecordAsync(office, 2);
        await sealer.StopAsync(default);

        (await Verifier(office).VerifyAsync(default)).Should().Be(new AuditReport(7, 7, 0, null, Fault: null));
    }

    private static async Task<Office> SealedAsync(Kind kind)
    {
        var office = await Office.OpenAsync(kind);
        await RecordAsync(office, Rows);
        using var sealer = ActivatorUtilities.CreateInstance<AuditSealer>(office.Services);
        await sealer.StopAsync(default);
        return office;
    }

    private static AuditVerifier Verifier(Office office) => office.Services.GetRequiredService<AuditVerifier>();

    /// <summary>A second process over the same database has a gate of its own.</summary>
    private static OtherContexts OtherProcess(Office office)
    {
        using var db = office.Services.GetRequiredService<IDbContextFactory<BimerDbContext>>().CreateDbContext();
        return new OtherContexts(db.Database.IsSqlite() ? office.Services.GetRequiredService<DataFolder>().Database : null, db.Database.GetConnectionString()!);
    }

    private sealed class OtherContexts(string? file, string connectionString) : IDbContextFactory<BimerDbContext>
    {
        private readonly KeptConnections _connections = new(new CommonWriter(new WriteGate(oneAtATime: true)));

        public BimerDbContext CreateDbContext() => file is null ? Postgres() : Sqlite(file);

        private PostgresDb Postgres()
        {
            var builder = new DbContextOptionsBuilder<PostgresDb>();
            PersistenceSetup.UsePostgres(builder, connectionString);
            return new PostgresDb(builder.Options);
        }

        private SqliteDb Sqlite(string path)
        {
            var builder = new DbContextOptionsBuilder<SqliteDb>();
            PersistenceSetup.UseSqlite(builder, path, _connections);
            return new SqliteDb(builder.Options);
        }
    }

    private static async Task RecordAsync(Office office, int rows)
    {
        await using var db = await office.DbAsync();
        for (var i = 0; i < rows; i++) db.Add(Entry(office, i));
        await db.SaveChangesAsync();
    }

    private static async Task RecordOneByOneAsync(Office office, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            await using var db = await office.DbAsync();
            db.Add(Entry(office, i));
            await db.SaveChangesAsync();
        }
    }

    private static AuditEntry Entry(Office office, int i) => new() { At = office.Clock.GetUtcNow(), Action = "case.forwarded", Actor = new(i + 1), Detail = "to=" + i };
}
