using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UnitRanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "unit_ranges",
                columns: table => new
                {
                    superior = table.Column<int>(type: "INTEGER", nullable: false),
                    first = table.Column<int>(type: "INTEGER", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_ranges", x => new { x.superior, x.first, x.last });
                });

            // The tree that is there already, in runs: units next to each other in the order of ids that lie within one superior (UnitRange).
            migrationBuilder.Sql(
                """
                INSERT INTO unit_ranges (superior, "first", "last")
                SELECT superior, min(below), max(below)
                FROM (SELECT k.superior, k.below, p.place - row_number() OVER (PARTITION BY k.superior ORDER BY k.below) AS run
                      FROM unit_closure k JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM units) p ON p.id = k.below) runs
                GROUP BY superior, run;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "unit_ranges");
        }
    }
}
