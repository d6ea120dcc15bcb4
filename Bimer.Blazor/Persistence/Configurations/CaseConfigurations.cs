using Bimer.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bimer.Blazor.Persistence.Configurations;

internal sealed class CaseFileConfiguration : IEntityTypeConfiguration<CaseFile>
{
    public void Configure(EntityTypeBuilder<CaseFile> builder)
    {
        builder.ToTable("cases");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.MaskedName).HasMaxLength(200);
        builder.Property(c => c.Summary).HasMaxLength(500);
        builder.Property(c => c.District).HasMaxLength(60);
        builder.Property(c => c.LegalNoticeVersion).HasMaxLength(20);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Events);
        builder.Ignore(c => c.Items).Ignore(c => c.Time);
        builder.HasIndex(c => c.DueEndsAt).HasDatabaseName("ix_fees_awaited").HasFilter("awaits_fee");   // a handful of all

        builder.HasOne(c => c.Petition).WithOne().HasForeignKey<Petition>(p => p.CaseId);
        builder.HasMany(c => c.Routings).WithOne().HasForeignKey(r => r.CaseId);
        builder.HasMany(c => c.Movements).WithOne().HasForeignKey(m => m.CaseId);
        builder.HasMany(c => c.Replies).WithOne().HasForeignKey(r => r.CaseId);
        builder.HasMany(c => c.Exclusions).WithOne().HasForeignKey(x => x.CaseId);
        builder.HasMany(c => c.Followers).WithOne().HasForeignKey(f => f.CaseId);
        builder.HasMany(c => c.FollowingUnits).WithOne().HasForeignKey(f => f.CaseId);
        builder.HasMany(c => c.Topics).WithOne().HasForeignKey(t => t.CaseId);
        builder.HasMany(c => c.Answers).WithOne().HasForeignKey(a => a.CaseId);
        builder.HasMany(c => c.Holds).WithOne().HasForeignKey(h => h.CaseId);
        foreach (var navigation in builder.Metadata.GetNavigations()) navigation.SetPropertyAccessMode(PropertyAccessMode.PreferField);
    }
}

internal sealed class PetitionConfiguration : IEntityTypeConfiguration<Petition>
{
    public void Configure(EntityTypeBuilder<Petition> builder)
    {
        builder.ToTable("case_petitions");
        builder.HasKey(p => p.CaseId);
        builder.Property(p => p.CaseId).ValueGeneratedNever();
    }
}

internal sealed class RoutingConfiguration : IEntityTypeConfiguration<Routing>
{
    private const string OnlyOpen = "ended_at IS NULL";

    public void Configure(EntityTypeBuilder<Routing> builder)
    {
        builder.ToTable("case_routings");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Note).HasMaxLength(CaseFile.LongestNote);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.IsOpen);
        builder.Ignore(r => r.IsRead);

        // Each box is one range of one of these; the trailing columns make it answer counts without touching the table.
        builder.HasIndex(r => new { r.To, r.State, r.Rank, r.Id, r.CaseHasExclusions, r.CaseId }).HasDatabaseName("ix_unit_box");
        builder.HasIndex(r => new { r.Custodian, r.State, r.Rank, r.Id, r.To, r.CaseHasExclusions, r.CaseId }).HasDatabaseName("ix_person_box");

        // The same for one kind, and for the counts above a box: six kinds are six ranges.
        builder.HasIndex(r => new { r.To, r.State, r.CaseKind, r.Rank, r.Id, r.CaseHasExclusions, r.CaseId }).HasDatabaseName("ix_unit_box_kind");
        builder.HasIndex(r => new { r.Custodian, r.State, r.CaseKind, r.Rank, r.Id, r.To, r.CaseHasExclusions, r.CaseId }).HasDatabaseName("ix_person_box_kind");

        // What is open anywhere, for those who reach below: along the order of the boxes, and by kind from unit to unit. The end is in them
        // although it is none: SQLite looks into the table for every column a query names.
        builder.HasIndex(r => new { r.Rank, r.Id, r.To, r.CaseKind, r.CaseHasExclusions, r.CaseId, r.EndedAt }).HasDatabaseName("ix_open").HasFilter(OnlyOpen);
        builder.HasIndex(r => new { r.CaseKind, r.To, r.Rank, r.Id, r.CaseHasExclusions, r.CaseId, r.EndedAt, r.Purpose }).HasDatabaseName("ix_open_kind").HasFilter(OnlyOpen);
    }
}

internal sealed class MovementConfiguration : IEntityTypeConfiguration<Movement>
{
    public void Configure(EntityTypeBuilder<Movement> builder)
    {
        builder.ToTable("case_movements");
        builder.HasKey(m => new { m.CaseId, m.Sequence });
        builder.Property(m => m.Sequence).ValueGeneratedNever();
        builder.Property(m => m.Note).HasMaxLength(CaseFile.LongestNote);
    }
}

internal sealed class ExcludedRecipientConfiguration : IEntityTypeConfiguration<ExcludedRecipient>
{
    public void Configure(EntityTypeBuilder<ExcludedRecipient> builder)
    {
        builder.ToTable("case_exclusions");
        builder.HasKey(x => new { x.CaseId, x.Unit });
        builder.Property(x => x.Unit).ValueGeneratedNever();

        // Every box asks for the cases kept from one's units: without it each read of a box walks all exclusions there are.
        builder.HasIndex(x => new { x.Unit, x.CaseId });
    }
}

internal sealed class FollowerConfiguration : IEntityTypeConfiguration<Follower>
{
    public void Configure(EntityTypeBuilder<Follower> builder)
    {
        builder.ToTable("case_followers");
        builder.HasKey(f => new { f.CaseId, f.Person });
        builder.Property(f => f.Person).ValueGeneratedNever();
        builder.HasIndex(f => new { f.Person, f.CaseId });   // what somebody follows is read from here, never case by case
    }
}

internal sealed class FollowingUnitConfiguration : IEntityTypeConfiguration<FollowingUnit>
{
    public void Configure(EntityTypeBuilder<FollowingUnit> builder)
    {
        builder.ToTable("case_following_units");
        builder.HasKey(f => new { f.CaseId, f.Unit });
        builder.Property(f => f.Unit).ValueGeneratedNever();
        builder.HasIndex(f => new { f.Unit, f.CaseId });
    }
}

internal sealed class HoldConfiguration : IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Hold> builder)
    {
        builder.ToTable("case_holds");
        builder.HasKey(h => new { h.Routing, h.Sequence });
        builder.Property(h => h.Routing).ValueGeneratedNever();
        builder.Property(h => h.Sequence).ValueGeneratedNever();
        builder.Property(h => h.Explanation).HasMaxLength(Hold.LongestExplanation);
        builder.Property(h => h.Reason).HasMaxLength(CaseFile.LongestNote);
        builder.Ignore(h => h.Terms);
        builder.HasIndex(h => h.CaseId);
    }
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("case_attachments");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Name).HasMaxLength(400);
        builder.Property(a => a.ContentType).HasMaxLength(100);
        builder.HasIndex(a => a.CaseId);
    }
}

internal sealed class CaseTopicConfiguration : IEntityTypeConfiguration<CaseTopic>
{
    public void Configure(EntityTypeBuilder<CaseTopic> builder)
    {
        builder.ToTable("case_topics");
        builder.HasKey(t => new { t.CaseId, t.Ordinal });
        builder.Property(t => t.Ordinal).ValueGeneratedNever();
        builder.Property(t => t.Code).HasMaxLength(CaseTopic.LongestCode);
        builder.HasIndex(t => new { t.Code, t.CaseId });
    }
}

internal sealed class IntakeAnswerConfiguration : IEntityTypeConfiguration<IntakeAnswer>
{
    public void Configure(EntityTypeBuilder<IntakeAnswer> builder)
    {
        builder.ToTable("case_intake_answers");
        builder.HasKey(a => new { a.CaseId, a.Field });
        builder.Property(a => a.Field).ValueGeneratedNever();
    }
}
