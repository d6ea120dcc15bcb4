using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RequestedItems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "item_list",
                table: "cases",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "items",
                table: "case_petitions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "item_list",
                table: "case_replies",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "item_list",
                table: "reply_drafts",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "item_list",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "items",
                table: "case_petitions");

            migrationBuilder.DropColumn(
                name: "item_list",
                table: "case_replies");

            migrationBuilder.DropColumn(
                name: "item_list",
                table: "reply_drafts");
        }
    }
}
