using System.Data.Common;
using System.Reflection;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Migrations.Sqlite;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>What a start does to the schema: all of it, alone, without losing a row, and never to what a newer version wrote (A9, A10).</summary>
public sealed class SchemaUpdateTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_database_of_a_newer_version_is_refused_with_both_versions_named(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using (var db = await office.DbAsync())
        {
            await db.Database.ExecuteSqlRawAsync(kind == Kind.Sqlite
                ? "INSERT INTO schema_history SELECT '29990101000000_FromTomorrow', max(ProductVersion) FROM schema_history"
                : "INSERT INTO schema_history SELECT '29990101000000_FromTomorrow', max(\"ProductVersion\") FROM schema_history");
        }

        await Starting(office).Should().ThrowAsync<DatabaseRefusedException>().WithMessage("*29990101000000_FromTomorrow*knows 20*");
    }

    [Fact]
    public async Task A_table_that_is_built_anew_keeps_the_rows_that_point_to_it()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        await office.FileAsync(office.Unit("Ankara Valiliği"));
        var before = await RowsAsync(office);
        before.Should().OnlyContain(rows => rows == 1);
        var place = await PlaceAsync(office);

        await StartingWithOneMore(office)();

        (await RowsAsync(office)).Should().Equal(before);
        (await PlaceAsync(office)).Should().NotBe(place, "the table was built anew");
    }

    [Fact]
    public async Task A_migration_that_stops_half_way_leaves_nothing_and_is_made_at_the_next_start()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        await office.FileAsync(office.Unit("Ankara Valiliği"));
        await using var db = await office.DbAsync();
        var place = await PlaceAsync(office);
        await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER stop BEFORE INSERT ON schema_history BEGIN SELECT RAISE(ABORT, 'killed'); END");   // after the building of the table

        await StartingWithOneMore(office).Should().ThrowAsync<DbException>();

        (await db.Database.GetAppliedMigrationsAsync()).Should().NotContain(OneMoreMigration.Name);
        (await ColumnsAsync(db)).Should().NotContain(Rebuilding.FirstStep);
        (await PlaceAsync(office)).Should().Be(place, "nothing was built");

        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER stop");
        await StartingWithOneMore(office)().WaitAsync(Eventually.Patience);

        (await db.Database.GetAppliedMigrationsAsync()).Should().Contain(OneMoreMigration.Name);
        (await ColumnsAsync(db)).Should().Contain(Rebuilding.FirstStep);
        (await RowsAsync(office)).Should().OnlyContain(rows => rows == 1);
    }

    [Fact]
    public async Task Beside_a_start_that_migrates_no_other_does()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        await using (new FileStream(office.Services.GetRequiredService<DataFolder>().MigrationLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            await StartingWithOneMore(office).Should().ThrowAsync<DatabaseRefusedException>().WithMessage("*is being migrated by another start*");

        await StartingWithOneMore(office).Should().NotThrowAsync("the other one is through");
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_first_start_on_an_empty_database_complains_of_nothing(Kind kind)
    {
        using var folder = new SqliteFolder();
        await using var postgres = kind == Kind.Postgres ? await PostgresServer.NewDatabaseAsync() : null;
        using var log = new Complaints();
        await using var services = OfficeServices.Of(FoundedDatabase.SettingsOf(kind, folder, postgres?.ConnectionString), TimeProvider.System);
        services.GetRequiredService<ILoggerFactory>().AddProvider(log);

        await services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);

        log.Lines.Should().BeEmpty();
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Parts_that_ended_before_they_were_ordered_by_their_end_take_their_place(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var officer = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği"));
        var ended = (await office.FileAsync(office.Unit("Ankara Valiliği"))).Routings[0].Id;
        await office.OpenAsync(officer, ended);
        await office.ForwardAsync(officer, ended, null, ReplyStories.Line(office.Unit("Sağlık Bakanlığı")));
        await using var db = await office.DbAsync();
        await db.Routings.ExecuteUpdateAsync(parts => parts.SetProperty(r => r.Rank, 1));
        await db.Database.ExecuteSqlRawAsync(kind == Kind.Sqlite
            ? "DELETE FROM schema_history WHERE MigrationId LIKE '%_EndedPartsByTheirEnd'"
            : "DELETE FROM schema_history WHERE \"MigrationId\" LIKE '%_EndedPartsByTheirEnd'");

        // This one alone: what came after it stands, and leading the schema back would build tables anew.
        await db.Database.ExecuteSqlRawAsync(db.GetService<IMigrator>().GenerateScript("SealedDraftNames", "EndedPartsByTheirEnd", MigrationsSqlGenerationOptions.NoTransactions));

        var parts = await db.Routings.AsNoTracking().OrderBy(r => r.Id).ToListAsync();
        parts.Select(r => r.Rank).Should().Equal(parts[0].EndedAt!.Value.UtcTicks, 1);
    }

    [Fact]
    public async Task Nothing_holds_the_database_once_the_program_has_ended()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var file = office.Services.GetRequiredService<DataFolder>().Database;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RowsAsync(office)));
        await office.FileAsync(office.Unit("Ankara Valiliği"));
        OpenFiles().Should().Contain(path => path.StartsWith(file, StringComparison.Ordinal));

        await office.Services.DisposeAsync();

        OpenFiles().Should().NotContain(path => path.StartsWith(file, StringComparison.Ordinal));
    }

    private static Func<Task> Starting(Office office) => () => office.Services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);

    /// <summary>The program's own start with a migration of tomorrow.</summary>
    private static Func<Task> StartingWithOneMore(Office office)
    {
        var folder = office.Services.GetRequiredService<DataFolder>();
        var database = new MigratingDb(new DatabaseOptions(), folder, options => options.ReplaceService<IMigrationsAssembly, OneMoreMigration>());
        return () => ActivatorUtilities.CreateInstance<DatabaseStart>(office.Services, new SchemaUpdate(database, folder)).RunAsync(CancellationToken.None);
    }

    private static async Task<IReadOnlyList<int>> RowsAsync(Office office)
    {
        await using var db = await office.DbAsync();
        return [await db.Cases.CountAsync(), await db.Routings.CountAsync(), await db.Movements.CountAsync(), await db.Petitions.CountAsync()];
    }

    /// <summary>The page at which the table of the cases begins.</summary>
    private static async Task<int> PlaceAsync(Office office)
    {
        await using var db = await office.DbAsync();
        return await db.Database.SqlQuery<int>($"SELECT rootpage AS \"Value\" FROM sqlite_master WHERE name = 'cases'").SingleAsync();
    }

    private static Task<List<string>> ColumnsAsync(BimerDbContext db) =>
        db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM pragma_table_info('units')").ToListAsync();

    private static IEnumerable<string> OpenFiles() =>
        Directory.GetFileSystemEntries("/proc/self/fd").Select(descriptor => new FileInfo(descriptor).LinkTarget).OfType<string>();

    /// <summary>Changes a column of the cases, which SQLite does by building the table anew; before that it adds a column, which can be done once only.</summary>
    [Migration(OneMoreMigration.Name)]
    private sealed class Rebuilding : Migration
    {
        public const string FirstStep = "tomorrow";

        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(FirstStep, "units", nullable: false, defaultValue: 0);
            migrationBuilder.AlterColumn<string>("district", "cases", maxLength: 80, nullable: false, defaultValue: "Merkez");
        }

        protected override void BuildTargetModel(ModelBuilder modelBuilder) => new Newest().Build(modelBuilder);

        private sealed class Newest : SqliteDbModelSnapshot
        {
            public void Build(ModelBuilder modelBuilder) => BuildModel(modelBuilder);
        }
    }

#pragma warning disable EF1001 // the framework has no other way to know one migration more than an assembly holds
    private sealed class OneMoreMigration(ICurrentDbContext context, IDbContextOptions options, IMigrationsIdGenerator ids, IDiagnosticsLogger<DbLoggerCategory.Migrations> logger)
        : MigrationsAssembly(context, options, ids, logger)
    {
        public const string Name = "29990101000000_Rebuilding";

        public override IReadOnlyDictionary<string, TypeInfo> Migrations =>
            new SortedDictionary<string, TypeInfo>(base.Migrations.ToDictionary(), StringComparer.Ordinal) { [Name] = typeof(Rebuilding).GetTypeInfo() };
    }
#pragma warning restore EF1001
}
