using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PurposeOfOpenParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_open_kind",
                table: "case_routings");

            migrationBuilder.CreateIndex(
                name: "ix_open_kind",
                table: "case_routings",
                columns: new[] { "case_kind", "to", "rank", "id", "case_has_exclusions", "case_id", "ended_at", "purpose" },
                filter: "ended_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_open_kind",
                table: "case_routings");

            migrationBuilder.CreateIndex(
                name: "ix_open_kind",
                table: "case_routings",
                columns: new[] { "case_kind", "to", "rank", "id", "case_has_exclusions", "case_id", "ended_at" },
                filter: "ended_at IS NULL");
        }
    }
}
