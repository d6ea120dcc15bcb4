using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class BelowAndLooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "looked_at",
                table: "case_routings",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "looked_by",
                table: "case_routings",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_open",
                table: "case_routings",
                columns: new[] { "rank", "id", "to", "case_kind", "case_has_exclusions", "case_id", "ended_at" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_open_kind",
                table: "case_routings",
                columns: new[] { "case_kind", "to", "rank", "id", "case_has_exclusions", "case_id", "ended_at" },
                filter: "ended_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_open",
                table: "case_routings");

            migrationBuilder.DropIndex(
                name: "ix_open_kind",
                table: "case_routings");

            migrationBuilder.DropColumn(
                name: "looked_at",
                table: "case_routings");

            migrationBuilder.DropColumn(
                name: "looked_by",
                table: "case_routings");
        }
    }
}
