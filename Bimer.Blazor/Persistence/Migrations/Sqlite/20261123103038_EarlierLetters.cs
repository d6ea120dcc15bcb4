using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EarlierLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "marks",
                table: "case_replies",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "case_earlier_letters",
                columns: table => new
                {
                    reply = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    html = table.Column<string>(type: "TEXT", nullable: false),
                    catalogue_service = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    author = table.Column<int>(type: "INTEGER", nullable: false),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    marks = table.Column<string>(type: "TEXT", nullable: false),
                    ended_by = table.Column<int>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_earlier_letters", x => new { x.reply, x.version });
                    table.ForeignKey(
                        name: "FK_case_earlier_letters_case_replies_reply",
                        column: x => x.reply,
                        principalTable: "case_replies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_earlier_letters");

            migrationBuilder.Sql("ALTER TABLE case_replies DROP COLUMN marks;");
        }
    }
}
