using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KindsOfBoxes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "case_kind",
                table: "case_routings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // A case's kind never changes behind its parts' back; those that are there take it over now.
            migrationBuilder.Sql("UPDATE case_routings SET case_kind = (SELECT c.kind FROM cases AS c WHERE c.id = case_routings.case_id);");

            migrationBuilder.CreateTable(
                name: "officer_preferences",
                columns: table => new
                {
                    officer = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_preferences", x => new { x.officer, x.key });
                });

            migrationBuilder.CreateIndex(
                name: "ix_person_box_kind",
                table: "case_routings",
                columns: new[] { "custodian", "state", "case_kind", "rank", "id", "to", "case_has_exclusions", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_box_kind",
                table: "case_routings",
                columns: new[] { "to", "state", "case_kind", "rank", "id", "case_has_exclusions", "case_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "officer_preferences");

            migrationBuilder.DropIndex(
                name: "ix_person_box_kind",
                table: "case_routings");

            migrationBuilder.DropIndex(
                name: "ix_unit_box_kind",
                table: "case_routings");

            migrationBuilder.DropColumn(
                name: "case_kind",
                table: "case_routings");
        }
    }
}
