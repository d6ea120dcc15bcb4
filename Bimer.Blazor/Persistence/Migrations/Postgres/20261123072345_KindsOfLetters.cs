using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KindsOfLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "case_kind",
                table: "case_replies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // A kind never changes behind a letter's back; those that are there take it over now.
            migrationBuilder.Sql("UPDATE case_replies SET case_kind = (SELECT c.kind FROM cases AS c WHERE c.id = case_replies.case_id);");

            migrationBuilder.CreateIndex(
                name: "ix_approval_box_kind",
                table: "case_replies",
                columns: new[] { "approver_unit", "status", "case_kind", "rank", "id", "author", "case_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_approval_box_kind",
                table: "case_replies");

            migrationBuilder.DropColumn(
                name: "case_kind",
                table: "case_replies");
        }
    }
}
