using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class TemplateKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "builds_on",
                table: "template_drafts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "shortcut_key",
                table: "reply_templates",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            // Of several that ask for one short word already the oldest keeps it; the others keep theirs on the screen and are asked at their next wording.
            migrationBuilder.Sql("""
                UPDATE reply_templates SET shortcut_key = scope || ':' || coalesce(unit, keeper) || ':' || lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(shortcut, 'İ', 'i'), 'I', 'i'), 'ı', 'i'), 'Ş', 's'), 'ş', 's'), 'Ğ', 'g'), 'ğ', 'g'), 'Ü', 'u'), 'ü', 'u'), 'Ö', 'o'), 'ö', 'o'), 'Ç', 'c'), 'ç', 'c'), 'Â', 'a'), 'â', 'a'), 'Î', 'i'), 'î', 'i'), 'Û', 'u'), 'û', 'u'))
                WHERE shortcut <> '' AND retired_at IS NULL AND NOT EXISTS (
                    SELECT 1 FROM reply_templates AS older
                    WHERE older.retired_at IS NULL AND older.scope = reply_templates.scope AND coalesce(older.unit, older.keeper) = coalesce(reply_templates.unit, reply_templates.keeper)
                        AND lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(older.shortcut, 'İ', 'i'), 'I', 'i'), 'ı', 'i'), 'Ş', 's'), 'ş', 's'), 'Ğ', 'g'), 'ğ', 'g'), 'Ü', 'u'), 'ü', 'u'), 'Ö', 'o'), 'ö', 'o'), 'Ç', 'c'), 'ç', 'c'), 'Â', 'a'), 'â', 'a'), 'Î', 'i'), 'î', 'i'), 'Û', 'u'), 'û', 'u')) = lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(reply_templates.shortcut, 'İ', 'i'), 'I', 'i'), 'ı', 'i'), 'Ş', 's'), 'ş', 's'), 'Ğ', 'g'), 'ğ', 'g'), 'Ü', 'u'), 'ü', 'u'), 'Ö', 'o'), 'ö', 'o'), 'Ç', 'c'), 'ç', 'c'), 'Â', 'a'), 'â', 'a'), 'Î', 'i'), 'î', 'i'), 'Û', 'u'), 'û', 'u')) AND older.id < reply_templates.id);
                """);

            migrationBuilder.CreateIndex(
                name: "IX_reply_templates_shortcut_key",
                table: "reply_templates",
                column: "shortcut_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_answered",
                table: "case_replies",
                columns: new[] { "decided_at", "author_unit", "is_progress", "inadmissibility_reason", "case_id" },
                filter: "status = 3");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_reply_templates_shortcut_key",
                table: "reply_templates");

            migrationBuilder.DropIndex(
                name: "ix_answered",
                table: "case_replies");

            migrationBuilder.DropColumn(
                name: "builds_on",
                table: "template_drafts");

            migrationBuilder.DropColumn(
                name: "shortcut_key",
                table: "reply_templates");
        }
    }
}
