using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class UndoneForwards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Forwarded (11), but every part that came out of it was recalled (13): it went nowhere (15), and its box has nothing to name it by.
            migrationBuilder.Sql("""
                UPDATE case_routings SET state = 15
                WHERE state = 11
                  AND EXISTS (SELECT 1 FROM case_routings AS child WHERE child.case_id = case_routings.case_id AND child.parent = case_routings.id)
                  AND NOT EXISTS (SELECT 1 FROM case_routings AS child WHERE child.case_id = case_routings.case_id AND child.parent = case_routings.id AND child.state <> 13);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Nothing: the program one step back writes the same state by itself, and nobody can tell its rows from these.
        }
    }
}
