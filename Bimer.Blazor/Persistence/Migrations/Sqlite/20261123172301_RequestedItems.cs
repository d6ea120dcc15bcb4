using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "items",
                table: "case_petitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "item_list",
                table: "case_replies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "item_list",
                table: "reply_drafts",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE cases DROP COLUMN item_list;");

            migrationBuilder.Sql("ALTER TABLE case_petitions DROP COLUMN items;");

            migrationBuilder.Sql("ALTER TABLE case_replies DROP COLUMN item_list;");

            migrationBuilder.Sql("ALTER TABLE reply_drafts DROP COLUMN item_list;");
        }
    }
}
