using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SavedViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    box = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit = table.Column<int>(type: "integer", nullable: true),
                    by = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    query = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_views", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_saved_views_by_box",
                table: "saved_views",
                columns: new[] { "by", "box" });

            migrationBuilder.CreateIndex(
                name: "IX_saved_views_unit_box",
                table: "saved_views",
                columns: new[] { "unit", "box" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "saved_views");
        }
    }
}
