using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Followers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_followers",
                columns: table => new
                {
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    person = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_followers", x => new { x.case_id, x.person });
                    table.ForeignKey(
                        name: "FK_case_followers_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_following_units",
                columns: table => new
                {
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    unit = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_following_units", x => new { x.case_id, x.unit });
                    table.ForeignKey(
                        name: "FK_case_following_units_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_case_followers_person_case_id",
                table: "case_followers",
                columns: new[] { "person", "case_id" });

            migrationBuilder.CreateIndex(
                name: "IX_case_following_units_unit_case_id",
                table: "case_following_units",
                columns: new[] { "unit", "case_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_followers");

            migrationBuilder.DropTable(
                name: "case_following_units");
        }
    }
}
