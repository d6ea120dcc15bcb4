using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FullTextSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "case_words",
                columns: table => new
                {
                    case_id = table.Column<long>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_words", x => x.case_id);
                    table.ForeignKey(
                        name: "FK_case_words_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Words and places in one index, so that both are asked in one walk. Which text has a word is enough, not where: the index stays small.
            migrationBuilder.Sql("CREATE VIRTUAL TABLE case_search USING fts5(words, scope, content='case_words', content_rowid='case_id', detail='none', columnsize=0, prefix='3 4 5 7', tokenize=\"ascii tokenchars '_'\");");
            migrationBuilder.Sql("CREATE TRIGGER case_words_added AFTER INSERT ON case_words BEGIN INSERT INTO case_search(rowid, words, scope) VALUES (new.case_id, new.words, new.scope); END;");
            migrationBuilder.Sql("CREATE TRIGGER case_words_changed AFTER UPDATE ON case_words BEGIN INSERT INTO case_search(case_search, rowid, words, scope) VALUES ('delete', old.case_id, old.words, old.scope); INSERT INTO case_search(rowid, words, scope) VALUES (new.case_id, new.words, new.scope); END;");
            migrationBuilder.Sql("CREATE TRIGGER case_words_removed AFTER DELETE ON case_words BEGIN INSERT INTO case_search(case_search, rowid, words, scope) VALUES ('delete', old.case_id, old.words, old.scope); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE case_search;");

            migrationBuilder.DropTable(
                name: "case_words");
        }
    }
}
