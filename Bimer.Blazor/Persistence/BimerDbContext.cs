using Bimer.Blazor.Persistence.Accounts;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Catalogue;
using Bimer.Blazor.Persistence.Holidays;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Registers;
using Bimer.Blazor.Persistence.Search;
using Bimer.Blazor.Persistence.Templates;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>One model for both databases; each has a migrations folder of its own. Always from the factory, one per operation.</summary>
public abstract class BimerDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<CaseFile> Cases => Set<CaseFile>();
    public DbSet<Petition> Petitions => Set<Petition>();
    public DbSet<Routing> Routings => Set<Routing>();
    public DbSet<Movement> Movements => Set<Movement>();
    public DbSet<Reply> Replies => Set<Reply>();

    /// <summary>Asked for through a letter the person may read, never by itself.</summary>
    public DbSet<EarlierLetter> EarlierLetters => Set<EarlierLetter>();
    public DbSet<ExcludedRecipient> Exclusions => Set<ExcludedRecipient>();
    public DbSet<Follower> Followers => Set<Follower>();
    public DbSet<FollowingUnit> FollowingUnits => Set<FollowingUnit>();
    public DbSet<Hold> Holds => Set<Hold>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<CaseTopic> CaseTopics => Set<CaseTopic>();
    public DbSet<IntakeAnswer> IntakeAnswers => Set<IntakeAnswer>();
    public DbSet<KnownWords> CaseWords => Set<KnownWords>();
    public DbSet<DueWords> DueWords => Set<DueWords>();

    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<UnitReach> UnitClosure => Set<UnitReach>();

    public DbSet<UnitRange> UnitRanges => Set<UnitRange>();
    public DbSet<Officer> Officers => Set<Officer>();
    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();
    public DbSet<SigningAuthority> SigningAuthorities => Set<SigningAuthority>();

    public DbSet<SealedIdentity> SealedIdentities => Set<SealedIdentity>();
    public DbSet<IdentityLookup> IdentityLookups => Set<IdentityLookup>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<PrintTrace> PrintTraces => Set<PrintTrace>();
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();
    public DbSet<RememberedCommand> RememberedCommands => Set<RememberedCommand>();
    public DbSet<RuledHoliday> RuledHolidays => Set<RuledHoliday>();
    public DbSet<KeptCatalogueChange> CatalogueChanges => Set<KeptCatalogueChange>();
    public DbSet<NumberBlock> NumberBlocks => Set<NumberBlock>();

    public DbSet<OfficerAccount> OfficerAccounts => Set<OfficerAccount>();
    public DbSet<OfficerSession> OfficerSessions => Set<OfficerSession>();
    public DbSet<OfficerPreference> OfficerPreferences => Set<OfficerPreference>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<FilingSession> FilingSessions => Set<FilingSession>();
    public DbSet<DraftFile> DraftFiles => Set<DraftFile>();
    public DbSet<ThrottleCounter> ThrottleCounters => Set<ThrottleCounter>();
    public DbSet<DeskIntake> DeskIntakes => Set<DeskIntake>();
    public DbSet<ReceivedMail> ReceivedMails => Set<ReceivedMail>();
    public DbSet<PendingVerification> PendingVerifications => Set<PendingVerification>();
    public DbSet<DeskDraft> DeskDrafts => Set<DeskDraft>();
    public DbSet<ReplyDraft> ReplyDrafts => Set<ReplyDraft>();
    public DbSet<ReplyTemplate> ReplyTemplates => Set<ReplyTemplate>();
    public DbSet<TemplateWording> TemplateWordings => Set<TemplateWording>();
    public DbSet<TemplateDraft> TemplateDrafts => Set<TemplateDraft>();
    public DbSet<NotedLawChange> LawChanges => Set<NotedLawChange>();
    public DbSet<RegisterTrace> RegisterTraces => Set<RegisterTrace>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.ConvertAlike();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BimerDbContext).Assembly);
        SnakeCase.NameColumns(modelBuilder);
    }
}

/// <summary>The model on SQLite: one file in the data folder.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : BimerDbContext(options);

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : BimerDbContext(options);
