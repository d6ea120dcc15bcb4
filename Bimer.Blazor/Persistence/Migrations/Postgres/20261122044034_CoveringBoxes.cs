using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CoveringBoxes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_person_box",
                table: "case_routings");

            migrationBuilder.DropIndex(
                name: "ix_approval_box",
                table: "case_replies");

            migrationBuilder.CreateIndex(
                name: "ix_person_box",
                table: "case_routings",
                columns: new[] { "custodian", "state", "rank", "id", "to", "case_has_exclusions", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_approval_box",
                table: "case_replies",
                columns: new[] { "approver_unit", "status", "rank", "id", "author", "case_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_person_box",
                table: "case_routings");

            migrationBuilder.DropIndex(
                name: "ix_approval_box",
                table: "case_replies");

            migrationBuilder.CreateIndex(
                name: "ix_person_box",
                table: "case_routings",
                columns: new[] { "custodian", "state", "rank", "id", "case_has_exclusions", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_approval_box",
                table: "case_replies",
                columns: new[] { "approver_unit", "status", "rank", "id", "case_id" });
        }
    }
}
