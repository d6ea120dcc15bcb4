using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MailFamilies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "case_id",
                table: "received_mails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "copy_of",
                table: "received_mails",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "sender",
                table: "received_mails",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "withheld_at",
                table: "received_mails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_received_mails_case_id",
                table: "received_mails",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_received_mails_copy_of",
                table: "received_mails",
                column: "copy_of");

            migrationBuilder.CreateIndex(
                name: "IX_received_mails_withheld_at",
                table: "received_mails",
                column: "withheld_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_received_mails_case_id",
                table: "received_mails");

            migrationBuilder.DropIndex(
                name: "IX_received_mails_copy_of",
                table: "received_mails");

            migrationBuilder.DropIndex(
                name: "IX_received_mails_withheld_at",
                table: "received_mails");

            migrationBuilder.DropColumn(
                name: "case_id",
                table: "received_mails");

            migrationBuilder.DropColumn(
                name: "copy_of",
                table: "received_mails");

            migrationBuilder.DropColumn(
                name: "sender",
                table: "received_mails");

            migrationBuilder.DropColumn(
                name: "withheld_at",
                table: "received_mails");
        }
    }
}
