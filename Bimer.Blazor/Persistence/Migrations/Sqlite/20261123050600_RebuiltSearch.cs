using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RebuiltSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Hiding used to switch FTS5's secure-delete on for one change, which leaves an index that holds updates of before damaged.
            migrationBuilder.Sql("INSERT INTO case_search(case_search, rank) VALUES('secure-delete', 0);");
            migrationBuilder.Sql("INSERT INTO case_search(case_search) VALUES('rebuild');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // A whole index needs no way back.
        }
    }
}
