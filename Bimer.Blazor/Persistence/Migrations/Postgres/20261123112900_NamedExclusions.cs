using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
{
    /// <summary>The history names the unit that is kept out; lines from before named the one that kept it out. Of marks that are lifted, and of several at one moment, nothing tells which line is whose.</summary>
    [DbContext(typeof(PostgresDb))]
    [Migration("20261123112900_NamedExclusions")]
    public partial class NamedExclusions : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            UPDATE case_movements SET "to" = (SELECT CASE WHEN count(*) = 1 THEN min(x.unit) END FROM case_exclusions x WHERE x.case_id = case_movements.case_id AND x.marked_at = case_movements.at)
            WHERE kind = 7;
            """);

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The names may stay: the version before reads no unit in these lines.
        }
    }
}
