using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
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
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "case_earlier_letters",
                columns: table => new
                {
                    reply = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    html = table.Column<string>(type: "text", nullable: false),
                    catalogue_service = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    author = table.Column<int>(type: "integer", nullable: false),
                    submitted_at = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    marks = table.Column<string>(type: "text", nullable: false),
                    ended_by = table.Column<int>(type: "integer", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
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

            migrationBuilder.DropColumn(
                name: "marks",
                table: "case_replies");
        }
    }
}
