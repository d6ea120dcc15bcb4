using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Bimer.Blazor.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    action = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    actor = table.Column<int>(type: "integer", nullable: true),
                    case_id = table.Column<long>(type: "bigint", nullable: true),
                    routing = table.Column<long>(type: "bigint", nullable: true),
                    unit = table.Column<int>(type: "integer", nullable: true),
                    detail = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    chain_position = table.Column<long>(type: "bigint", nullable: true),
                    chain_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "case_attachments",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    reply = table.Column<long>(type: "bigint", nullable: true),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_attachments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    basis = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    applicant_kind = table.Column<int>(type: "integer", nullable: false),
                    applicant = table.Column<byte[]>(type: "bytea", nullable: false),
                    concealment = table.Column<int>(type: "integer", nullable: false),
                    masked_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    summary = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    plate = table.Column<int>(type: "integer", nullable: true),
                    district = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    filed_at = table.Column<long>(type: "bigint", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_ends_at = table.Column<long>(type: "bigint", nullable: false),
                    legal_notice_version = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    has_exclusions = table.Column<bool>(type: "boolean", nullable: false),
                    has_replies = table.Column<bool>(type: "boolean", nullable: false),
                    movement_count = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "desk_drafts",
                columns: table => new
                {
                    routing = table.Column<long>(type: "bigint", nullable: false),
                    person = table.Column<int>(type: "integer", nullable: false),
                    desk = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    saved_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_drafts", x => new { x.routing, x.person, x.desk });
                });

            migrationBuilder.CreateTable(
                name: "draft_files",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    visit = table.Column<byte[]>(type: "bytea", nullable: true),
                    reply = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    stored_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_files", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "filing_sessions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    purpose = table.Column<int>(type: "integer", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false),
                    sealed_identity = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_draft = table.Column<byte[]>(type: "bytea", nullable: true),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    code_ends_at = table.Column<long>(type: "bigint", nullable: false),
                    code_tries = table.Column<int>(type: "integer", nullable: false),
                    filing = table.Column<byte[]>(type: "bytea", nullable: false),
                    filed_case = table.Column<long>(type: "bigint", nullable: true),
                    asked_case = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_filing_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_blocks",
                columns: table => new
                {
                    series = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    next = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_blocks", x => x.series);
                });

            migrationBuilder.CreateTable(
                name: "officer_accounts",
                columns: table => new
                {
                    officer = table.Column<int>(type: "integer", nullable: false),
                    national_id_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_national_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_phone = table.Column<byte[]>(type: "bytea", nullable: false),
                    password_hash = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    last_sign_in_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_accounts", x => x.officer);
                });

            migrationBuilder.CreateTable(
                name: "officer_roles",
                columns: table => new
                {
                    officer = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<int>(type: "integer", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_roles", x => new { x.officer, x.role, x.unit, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "officer_sessions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    officer = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    last_active_at = table.Column<long>(type: "bigint", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_why = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    device = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "officers",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    given_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    surname = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    routing = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    leased_by = table.Column<byte[]>(type: "bytea", nullable: true),
                    leased_until = table.Column<long>(type: "bigint", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    last_answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "register_traces",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    asked_at = table.Column<long>(type: "bigint", nullable: false),
                    officer = table.Column<int>(type: "integer", nullable: true),
                    unit = table.Column<int>(type: "integer", nullable: true),
                    visit = table.Column<byte[]>(type: "bytea", nullable: true),
                    case_id = table.Column<long>(type: "bigint", nullable: true),
                    purpose = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    service = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    fields = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_traces", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "remembered_commands",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "bytea", nullable: false),
                    sender = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    answer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remembered_commands", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reply_drafts",
                columns: table => new
                {
                    routing = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<int>(type: "integer", nullable: false),
                    html = table.Column<string>(type: "text", nullable: false),
                    catalogue_service = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    approver = table.Column<int>(type: "integer", nullable: true),
                    saved_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_drafts", x => x.routing);
                });

            migrationBuilder.CreateTable(
                name: "signing_authorities",
                columns: table => new
                {
                    holder = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<int>(type: "integer", nullable: false),
                    iyem_code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_authorities", x => new { x.holder, x.unit, x.iyem_code });
                });

            migrationBuilder.CreateTable(
                name: "throttle_counters",
                columns: table => new
                {
                    scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    window_start = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_throttle_counters", x => new { x.scope, x.key_hash, x.window_start });
                });

            migrationBuilder.CreateTable(
                name: "unit_closure",
                columns: table => new
                {
                    superior = table.Column<int>(type: "integer", nullable: false),
                    below = table.Column<int>(type: "integer", nullable: false),
                    depth = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_closure", x => new { x.superior, x.below });
                });

            migrationBuilder.CreateTable(
                name: "units",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    qualifier = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    parent = table.Column<int>(type: "integer", nullable: true),
                    functional_parent = table.Column<int>(type: "integer", nullable: true),
                    plate = table.Column<int>(type: "integer", nullable: true),
                    is_representative = table.Column<bool>(type: "boolean", nullable: false),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_units", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vault_identities",
                columns: table => new
                {
                    @ref = table.Column<byte[]>(name: "ref", type: "bytea", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    sealed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vault_identities", x => x.@ref);
                });

            migrationBuilder.CreateTable(
                name: "vault_lookups",
                columns: table => new
                {
                    kind = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vault_lookups", x => new { x.kind, x.hash, x.case_id });
                });

            migrationBuilder.CreateTable(
                name: "case_exclusions",
                columns: table => new
                {
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    unit = table.Column<int>(type: "integer", nullable: false),
                    marked_by = table.Column<int>(type: "integer", nullable: false),
                    marked_from = table.Column<int>(type: "integer", nullable: false),
                    marked_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_exclusions", x => new { x.case_id, x.unit });
                    table.ForeignKey(
                        name: "FK_case_exclusions_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_movements",
                columns: table => new
                {
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    routing = table.Column<long>(type: "bigint", nullable: true),
                    by = table.Column<int>(type: "integer", nullable: true),
                    from = table.Column<int>(type: "integer", nullable: true),
                    to = table.Column<int>(type: "integer", nullable: true),
                    purpose = table.Column<int>(type: "integer", nullable: true),
                    priority = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_movements", x => new { x.case_id, x.sequence });
                    table.ForeignKey(
                        name: "FK_case_movements_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_petitions",
                columns: table => new
                {
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_petitions", x => x.case_id);
                    table.ForeignKey(
                        name: "FK_case_petitions_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_replies",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    html = table.Column<string>(type: "text", nullable: false),
                    content_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    catalogue_service = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    author = table.Column<int>(type: "integer", nullable: false),
                    author_unit = table.Column<int>(type: "integer", nullable: false),
                    approver_unit = table.Column<int>(type: "integer", nullable: false),
                    approver = table.Column<int>(type: "integer", nullable: false),
                    submitted_at = table.Column<long>(type: "bigint", nullable: false),
                    decided_by = table.Column<int>(type: "integer", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    verdict = table.Column<int>(type: "integer", nullable: true),
                    disclosure = table.Column<int>(type: "integer", nullable: true),
                    revision_note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    rank = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_replies", x => x.id);
                    table.ForeignKey(
                        name: "FK_case_replies_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_routings",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    parent = table.Column<long>(type: "bigint", nullable: true),
                    from = table.Column<int>(type: "integer", nullable: true),
                    to = table.Column<int>(type: "integer", nullable: false),
                    purpose = table.Column<int>(type: "integer", nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    sent_by = table.Column<int>(type: "integer", nullable: true),
                    sent_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    custodian = table.Column<int>(type: "integer", nullable: true),
                    opened_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    rank = table.Column<long>(type: "bigint", nullable: false),
                    case_has_exclusions = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_routings", x => x.id);
                    table.ForeignKey(
                        name: "FK_case_routings_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_case_id",
                table: "audit_entries",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_chain_position",
                table: "audit_entries",
                column: "chain_position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_attachments_case_id",
                table: "case_attachments",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_approval_box",
                table: "case_replies",
                columns: new[] { "approver_unit", "status", "rank", "id", "author", "case_id" });

            migrationBuilder.CreateIndex(
                name: "IX_case_replies_case_id",
                table: "case_replies",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_case_routings_case_id",
                table: "case_routings",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_box",
                table: "case_routings",
                columns: new[] { "custodian", "state", "rank", "id", "to", "case_has_exclusions", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_box",
                table: "case_routings",
                columns: new[] { "to", "state", "rank", "id", "case_has_exclusions", "case_id" });

            migrationBuilder.CreateIndex(
                name: "IX_draft_files_reply",
                table: "draft_files",
                column: "reply");

            migrationBuilder.CreateIndex(
                name: "IX_draft_files_visit",
                table: "draft_files",
                column: "visit");

            migrationBuilder.CreateIndex(
                name: "IX_filing_sessions_ends_at",
                table: "filing_sessions",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "IX_filing_sessions_token_hash",
                table: "filing_sessions",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_officer_accounts_national_id_hash",
                table: "officer_accounts",
                column: "national_id_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_officer_roles_unit_role",
                table: "officer_roles",
                columns: new[] { "unit", "role" });

            migrationBuilder.CreateIndex(
                name: "IX_officer_sessions_officer_ended_at",
                table: "officer_sessions",
                columns: new[] { "officer", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "IX_officer_sessions_token_hash",
                table: "officer_sessions",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_case_id",
                table: "outbox_messages",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_status_next_attempt_at",
                table: "outbox_messages",
                columns: new[] { "status", "next_attempt_at" });

            migrationBuilder.CreateIndex(
                name: "IX_register_traces_asked_at",
                table: "register_traces",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "IX_signing_authorities_unit",
                table: "signing_authorities",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "IX_throttle_counters_window_start",
                table: "throttle_counters",
                column: "window_start");

            migrationBuilder.CreateIndex(
                name: "IX_unit_closure_below_superior_depth",
                table: "unit_closure",
                columns: new[] { "below", "superior", "depth" });

            migrationBuilder.CreateIndex(
                name: "IX_units_code",
                table: "units",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_units_parent",
                table: "units",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "IX_vault_lookups_case_id",
                table: "vault_lookups",
                column: "case_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "case_attachments");

            migrationBuilder.DropTable(
                name: "case_exclusions");

            migrationBuilder.DropTable(
                name: "case_movements");

            migrationBuilder.DropTable(
                name: "case_petitions");

            migrationBuilder.DropTable(
                name: "case_replies");

            migrationBuilder.DropTable(
                name: "case_routings");

            migrationBuilder.DropTable(
                name: "desk_drafts");

            migrationBuilder.DropTable(
                name: "draft_files");

            migrationBuilder.DropTable(
                name: "filing_sessions");

            migrationBuilder.DropTable(
                name: "number_blocks");

            migrationBuilder.DropTable(
                name: "officer_accounts");

            migrationBuilder.DropTable(
                name: "officer_roles");

            migrationBuilder.DropTable(
                name: "officer_sessions");

            migrationBuilder.DropTable(
                name: "officers");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "register_traces");

            migrationBuilder.DropTable(
                name: "remembered_commands");

            migrationBuilder.DropTable(
                name: "reply_drafts");

            migrationBuilder.DropTable(
                name: "signing_authorities");

            migrationBuilder.DropTable(
                name: "throttle_counters");

            migrationBuilder.DropTable(
                name: "unit_closure");

            migrationBuilder.DropTable(
                name: "units");

            migrationBuilder.DropTable(
                name: "vault_identities");

            migrationBuilder.DropTable(
                name: "vault_lookups");

            migrationBuilder.DropTable(
                name: "cases");
        }
    }
}
