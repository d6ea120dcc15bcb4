using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
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
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "inadmissibility_reason",
                table: "reply_drafts",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "inadmissibility_ground",
                table: "case_replies",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "inadmissibility_reason",
                table: "case_replies",
                type: "character varying(400)",
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
