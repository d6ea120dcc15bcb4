using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>What migrations do to what is there already.</summary>
public sealed class MigratingDbTests
{
    [Fact]
    public async Task A_migration_over_millions_of_rows_is_not_cut_off_whatever_the_configuration_allows_a_read()
    {
        await using var office = await Office.OpenAsync(Kind.Postgres);
        await using var db = await office.DbAsync();
        var options = new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = db.Database.GetConnectionString() + ";Command Timeout=1" };

        await using var migrating = new MigratingDb(options, office.Services.GetRequiredService<DataFolder>()).Open();

        (await migrating.Database.ExecuteSqlRawAsync("DO $$ BEGIN PERFORM pg_sleep(1.5); END $$")).Should().Be(-1, "no second is enough for a table of millions");
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Letters_that_were_there_take_the_kind_of_their_case(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var ankara = office.Unit("Ankara Valiliği");
        var (ayse, hakan) = (await office.HireAsync(1, OfficerRole.CaseOfficer, ankara), await office.HireAsync(2, OfficerRole.Approver, ankara));
        var part = (await office.FileAsync(ankara, CaseKind.TipOff)).Routings[0].Id;
        await office.OpenAsync(ayse, part);
        await office.AnswerAsync(ayse, part, new Signatory(hakan.UserId, ankara));
        await using var db = await office.DbAsync();
        await db.Database.ExecuteSqlRawAsync("DROP INDEX ix_approval_box_kind");
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE case_replies DROP COLUMN case_kind");
        await db.Database.ExecuteSqlRawAsync(kind == Kind.Sqlite
            ? "DELETE FROM schema_history WHERE MigrationId LIKE '%_KindsOfLetters'"
            : "DELETE FROM schema_history WHERE \"MigrationId\" LIKE '%_KindsOfLetters'");

        await db.Database.ExecuteSqlRawAsync(db.GetService<IMigrator>().GenerateScript(Before(db, "KindsOfLetters"), "KindsOfLetters", MigrationsSqlGenerationOptions.NoTransactions));

        (await db.Replies.AsNoTracking().SingleAsync()).CaseKind.Should().Be(CaseKind.TipOff);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_was_sent_on_and_wholly_recalled_before_there_was_a_state_for_it_takes_it(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (ankara, izmir, health) = (office.Unit("Ankara Valiliği"), office.Unit("İzmir Valiliği"), office.Unit("Ankara İl Sağlık Müdürlüğü"));
        var ayse = await office.HireAsync(1, OfficerRole.CaseOfficer, ankara);
        RoutingId[] parts = [.. await office.HoldManyAsync(ayse, ankara, 2)];
        foreach (var part in parts) (await office.ForwardAsync(ayse, part, null, ReplyStories.Line(izmir), ReplyStories.Line(health))).Should().Be(Outcome.Accepted);
        RoutingId[] recalled = [RoutingId.Of(parts[0].CaseId, 2), RoutingId.Of(parts[0].CaseId, 3), RoutingId.Of(parts[1].CaseId, 2)];
        foreach (var leg in recalled) (await office.RecallAsync(ayse, leg)).Should().Be(Outcome.Accepted);
        await using var db = await office.DbAsync();
        (await db.Routings.Where(r => r.State == RoutingState.ForwardUndone).ExecuteUpdateAsync(row => row.SetProperty(r => r.State, RoutingState.Forwarded))).Should().Be(1);
        await db.Database.ExecuteSqlRawAsync(kind == Kind.Sqlite
            ? "DELETE FROM schema_history WHERE MigrationId LIKE '%_UndoneForwards'"
            : "DELETE FROM schema_history WHERE \"MigrationId\" LIKE '%_UndoneForwards'");

        await db.Database.ExecuteSqlRawAsync(db.GetService<IMigrator>().GenerateScript(Before(db, "UndoneForwards"), "UndoneForwards", MigrationsSqlGenerationOptions.NoTransactions));

        (await office.LegsAsync(parts[0].CaseId)).Select(leg => leg.State).Should().StartWith([RoutingState.ForwardUndone, RoutingState.Recalled, RoutingState.Recalled]);
        (await office.LegsAsync(parts[1].CaseId)).Select(leg => leg.State).Should().StartWith([RoutingState.Forwarded, RoutingState.Recalled, RoutingState.Waiting]);
    }

    [Fact]
    public async Task Led_back_the_times_of_requests_drop_their_columns_and_build_no_table_anew()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        await using var db = await office.DbAsync();

        var script = db.GetService<IMigrator>().GenerateScript("RequestTimes", Before(db, "RequestTimes"));

        script.Should().Contain("DROP COLUMN awaits_fee").And.Contain("DROP COLUMN notice_code").And.NotContain("ef_temp", "a table built anew loses its triggers");
    }

    private static string Before(BimerDbContext db, string migration) =>
        db.Database.GetMigrations().TakeWhile(name => !name.EndsWith("_" + migration, StringComparison.Ordinal)).Last();
}
