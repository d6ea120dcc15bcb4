using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NotExamined : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "inadmissibility_ground",
                table: "reply_drafts",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "inadmissibility_reason",
                table: "reply_drafts",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "inadmissibility_ground",
                table: "case_replies",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "inadmissibility_reason",
                table: "case_replies",
                type: "TEXT",
                maxLength: 400,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "inadmissibility_ground",
                table: "reply_drafts");

            migrationBuilder.DropColumn(
                name: "inadmissibility_reason",
                table: "reply_drafts");

            migrationBuilder.DropColumn(
                name: "inadmissibility_ground",
                table: "case_replies");

            migrationBuilder.DropColumn(
                name: "inadmissibility_reason",
                table: "case_replies");
        }
    }
}
