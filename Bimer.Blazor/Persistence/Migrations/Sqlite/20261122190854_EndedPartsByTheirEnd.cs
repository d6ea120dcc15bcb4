using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EndedPartsByTheirEnd : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // In a box of what is settled the latest stands first; until now the place was the legal day.
            migrationBuilder.Sql("UPDATE case_routings SET rank = ended_at WHERE ended_at IS NOT NULL;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // The earlier order was nowhere else; that of the later is good for either.
        }
    }
}
