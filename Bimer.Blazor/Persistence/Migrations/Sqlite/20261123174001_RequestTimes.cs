using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RequestTimes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "awaits_fee",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "notice_code",
                table: "case_replies",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_fees_awaited",
                table: "cases",
                column: "due_ends_at",
                filter: "awaits_fee");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_fees_awaited",
                table: "cases");

            migrationBuilder.Sql("ALTER TABLE cases DROP COLUMN awaits_fee;");

            migrationBuilder.Sql("ALTER TABLE case_replies DROP COLUMN notice_code;");
        }
    }
}
