using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReplyTemplates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "template",
                table: "reply_drafts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "template_version",
                table: "reply_drafts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "template",
                table: "case_replies",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "template_version",
                table: "case_replies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "template",
                table: "case_earlier_letters",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "law_changes",
                columns: table => new
                {
                    law = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_law_changes", x => new { x.law, x.on });
                });

            migrationBuilder.CreateTable(
                name: "reply_templates",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    scope = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<int>(type: "INTEGER", nullable: true),
                    keeper = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    shortcut = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    retired_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "template_drafts",
                columns: table => new
                {
                    person = table.Column<int>(type: "INTEGER", nullable: false),
                    template = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    shortcut = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<int>(type: "INTEGER", nullable: true),
                    html = table.Column<string>(type: "TEXT", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_template_drafts", x => new { x.person, x.template });
                });

            migrationBuilder.CreateTable(
                name: "reply_template_wordings",
                columns: table => new
                {
                    template = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    html = table.Column<string>(type: "TEXT", nullable: false),
                    written_by = table.Column<int>(type: "INTEGER", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<int>(type: "INTEGER", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_template_wordings", x => new { x.template, x.version });
                    table.ForeignKey(
                        name: "FK_reply_template_wordings_reply_templates_template",
                        column: x => x.template,
                        principalTable: "reply_templates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_replies_by_template",
                table: "case_replies",
                column: "template",
                filter: "template IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_earlier_letters_by_template",
                table: "case_earlier_letters",
                column: "template",
                filter: "template IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reply_template_wordings_state_template",
                table: "reply_template_wordings",
                columns: new[] { "state", "template" });

            migrationBuilder.CreateIndex(
                name: "IX_reply_templates_keeper_scope",
                table: "reply_templates",
                columns: new[] { "keeper", "scope" });

            migrationBuilder.CreateIndex(
                name: "IX_reply_templates_scope_unit",
                table: "reply_templates",
                columns: new[] { "scope", "unit" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "law_changes");

            migrationBuilder.DropTable(
                name: "reply_template_wordings");

            migrationBuilder.DropTable(
                name: "template_drafts");

            migrationBuilder.DropTable(
                name: "reply_templates");

            migrationBuilder.DropIndex(
                name: "ix_replies_by_template",
                table: "case_replies");

            migrationBuilder.DropIndex(
                name: "ix_earlier_letters_by_template",
                table: "case_earlier_letters");

            migrationBuilder.Sql("ALTER TABLE reply_drafts DROP COLUMN template;");

            migrationBuilder.Sql("ALTER TABLE reply_drafts DROP COLUMN template_version;");

            migrationBuilder.Sql("ALTER TABLE case_replies DROP COLUMN template;");

            migrationBuilder.Sql("ALTER TABLE case_replies DROP COLUMN template_version;");

            migrationBuilder.Sql("ALTER TABLE case_earlier_letters DROP COLUMN template;");
        }
    }
}
