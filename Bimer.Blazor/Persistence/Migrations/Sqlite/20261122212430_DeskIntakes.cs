using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeskIntakes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "intake",
                table: "draft_files",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "identity_check",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);   // through the citizens' gate, which asks the register
            migrationBuilder.Sql("UPDATE cases SET identity_check = 3 WHERE channel NOT IN (1, 7);");   // at a desk, as the letter said

            migrationBuilder.CreateTable(
                name: "case_intake_answers",
                columns: table => new
                {
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    field = table.Column<int>(type: "INTEGER", nullable: false),
                    presence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_intake_answers", x => new { x.case_id, x.field });
                    table.ForeignKey(
                        name: "FK_case_intake_answers_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_topics",
                columns: table => new
                {
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_topics", x => new { x.case_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_case_topics_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "desk_intakes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<int>(type: "INTEGER", nullable: false),
                    channel = table.Column<int>(type: "INTEGER", nullable: false),
                    sealed_form = table.Column<byte[]>(type: "BLOB", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_intakes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_draft_files_intake",
                table: "draft_files",
                column: "intake");

            migrationBuilder.CreateIndex(
                name: "IX_case_topics_code_case_id",
                table: "case_topics",
                columns: new[] { "code", "case_id" });

            migrationBuilder.CreateIndex(
                name: "IX_desk_intakes_person_channel",
                table: "desk_intakes",
                columns: new[] { "person", "channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_desk_intakes_saved_at",
                table: "desk_intakes",
                column: "saved_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_intake_answers");

            migrationBuilder.DropTable(
                name: "case_topics");

            migrationBuilder.DropTable(
                name: "desk_intakes");

            migrationBuilder.DropIndex(
                name: "IX_draft_files_intake",
                table: "draft_files");

            // The framework would make both tables anew, and with the old ones everything that hangs on them would go.
            migrationBuilder.Sql("ALTER TABLE draft_files DROP COLUMN intake;");
            migrationBuilder.Sql("ALTER TABLE cases DROP COLUMN identity_check;");
        }
    }
}
