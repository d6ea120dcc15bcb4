using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
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
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false)
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

            // Each word under its beginnings (SearchWord.StemLengths), the places it has been, and the blocks of numbers it lies in (PostgresHits).
            migrationBuilder.Sql(
                """
                CREATE FUNCTION case_search_tokens(id bigint, words text, scope text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
                    SELECT array_to_tsvector(array_agg(DISTINCT token)) FROM (
                        SELECT unnest(CASE WHEN length(word) < 3 OR word ~ '^[0-9_]' THEN ARRAY[word]
                                           ELSE ARRAY[left(word, 3), left(word, 4), left(word, 5), left(word, 7)] END) AS token
                            FROM unnest(string_to_array(words || ' ' || scope, ' ')) AS word
                        UNION ALL SELECT unnest(ARRAY['_k' || (id >> 10), '_l' || (id >> 13), '_m' || (id >> 16)])
                    ) AS tokens WHERE token <> ''
                $$;
                """);
            migrationBuilder.Sql("ALTER TABLE case_words ADD COLUMN tokens tsvector NOT NULL GENERATED ALWAYS AS (case_search_tokens(case_id, words, scope)) STORED;");
            migrationBuilder.Sql("CREATE INDEX ix_case_words_tokens ON case_words USING gin (tokens) WITH (gin_pending_list_limit = 256);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_words");

            migrationBuilder.Sql("DROP FUNCTION case_search_tokens(bigint, text, text);");
        }
    }
}
