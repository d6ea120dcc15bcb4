using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReceivedMails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "received_mails",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    unit = table.Column<int>(type: "integer", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    delivered_at = table.Column<long>(type: "bigint", nullable: false),
                    taken_at = table.Column<long>(type: "bigint", nullable: false),
                    sealed_content = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<int>(type: "integer", nullable: true),
                    decided_by = table.Column<int>(type: "integer", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_received_mails", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_received_mails_fingerprint",
                table: "received_mails",
                column: "fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_received_mails_unit_state_delivered_at",
                table: "received_mails",
                columns: new[] { "unit", "state", "delivered_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "received_mails");
        }
    }
}
