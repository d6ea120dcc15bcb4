using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HoldsAndReturns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "resumes",
                table: "case_routings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "reason",
                table: "case_movements",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_holds",
                columns: table => new
                {
                    routing = table.Column<long>(type: "INTEGER", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    explanation = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    expected_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    remind_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    before = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_holds", x => new { x.routing, x.sequence });
                    table.ForeignKey(
                        name: "FK_case_holds_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_case_holds_case_id",
                table: "case_holds",
                column: "case_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_holds");

            // The framework would make both tables anew, and with the old ones everything that hangs on them would go.
            migrationBuilder.Sql("ALTER TABLE case_routings DROP COLUMN resumes;");
            migrationBuilder.Sql("ALTER TABLE case_movements DROP COLUMN reason;");
        }
    }
}
