using System.Globalization;
using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Cli;

/// <summary>The same objects leave the same bytes, whichever way they were written.</summary>
public sealed class BulkWriterTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Rows_written_in_bulk_equal_those_the_ordinary_path_writes(Kind kind)
    {
        await using var ordinary = await Office.OpenAsync(kind);
        await using var bulk = await Office.OpenAsync(kind);
        var rows = Rows(ordinary);

        await WriteAsync(BulkOffices.Make<BulkWriter>(bulk.Services), rows);
        await using (var db = await ordinary.DbAsync())
        {
            foreach (var type in BulkRows.InOrder) db.AddRange(rows.Of(type));
            await db.SaveChangesAsync();
        }

        foreach (var type in BulkRows.InOrder) (await DumpAsync(bulk, type)).Should().NotBeEmpty().And.BeEquivalentTo(await DumpAsync(ordinary, type));
    }

    [Fact]
    public async Task A_batch_that_fails_leaves_no_connection_with_the_cache_of_a_batch()
    {
        const int AtOnce = 8;
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var (writer, rows) = (BulkOffices.Make<BulkWriter>(office.Services), Rows(office));
        await WriteAsync(writer, rows);

        await ((Func<Task>)(() => WriteAsync(writer, rows))).Should().ThrowAsync<SqliteException>("every row is there already");

        var contexts = new List<BimerDbContext>();   // all at once, so that the one it wrote by is among them
        for (var i = 0; i < AtOnce; i++) contexts.Add(await office.DbAsync());
        foreach (var db in contexts)
        {
            (await db.Database.SqlQuery<int>($"SELECT cache_size AS \"Value\" FROM pragma_cache_size").SingleAsync()).Should().Be(-16_384);
            await db.DisposeAsync();
        }
    }

    private static Task WriteAsync(BulkWriter writer, BulkRows rows) =>
        writer.WriteAsync(new[] { rows }.ToAsyncEnumerable(), rows.Cases, _ => { }, CancellationToken.None);

    private static BulkRows Rows(Office office)
    {
        var plan = BulkOffices.Plan(office);
        var today = IstanbulTime.LegalDay(plan.Until);
        var staff = new BulkStaff(office.Services.GetRequiredService<UnitDirectory>(), plan.Boxes, today);
        var story = new BulkStory(plan, new BulkPlot(plan, staff.Boxes), staff, ACalendar.Shipped);
        var (people, vault, rows) = (new BulkPeople(plan.Seed, today), office.Services.GetRequiredService<IdentityVault>(), BulkOffices.Make<BulkWriter>(office.Services).NewRows());
        for (var index = 0; index < plan.Cases; index++)
        {
            var (id, identity, applicant) = (new CaseId(20260000001 + index), people.Identity(index), new ApplicantRef(Guid.CreateVersion7()));
            rows.Add(story.Tell(index, id, people.Material(index), applicant, identity), vault.Seal(applicant, identity, plan.Until), vault.LookupsOf(id, identity));
        }

        return rows;
    }

    /// <summary>Every column of every row with its stored type; what the database numbers itself is left out.</summary>
    private static async Task<List<string>> DumpAsync(Office office, Type type)
    {
        await using var db = await office.DbAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT * FROM " + db.Model.FindEntityType(type)!.GetTableName();
        await using var reader = await command.ExecuteReaderAsync();
        var dump = new List<string>();
        while (await reader.ReadAsync())
        {
            var values = Enumerable.Range(0, reader.FieldCount).Where(i => !string.Equals(reader.GetName(i), "sequence", StringComparison.Ordinal) || type == typeof(Movement));
            dump.Add(string.Join('|', values.Select(i => $"{reader.GetName(i)}:{reader.GetDataTypeName(i)}={Text(reader.GetValue(i))}")));
        }

        return dump;
    }

    private static string? Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture);
}
