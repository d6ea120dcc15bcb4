using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
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
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    box = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    unit = table.Column<int>(type: "INTEGER", nullable: true),
                    by = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    query = table.Column<string>(type: "TEXT", nullable: false)
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
