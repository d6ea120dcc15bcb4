using Bimer.Blazor.Persistence.Accounts;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Registers;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bimer.Blazor.Persistence.Configurations;

internal sealed class OfficerAccountConfiguration : IEntityTypeConfiguration<OfficerAccount>
{
    public void Configure(EntityTypeBuilder<OfficerAccount> builder)
    {
        builder.ToTable("officer_accounts");
        builder.HasKey(a => a.Officer);
        builder.Property(a => a.Officer).ValueGeneratedNever();
        builder.Property(a => a.PasswordHash).HasMaxLength(300);
        builder.HasIndex(a => a.NationalIdHash).IsUnique();
    }
}

internal sealed class OfficerSessionConfiguration : IEntityTypeConfiguration<OfficerSession>
{
    public void Configure(EntityTypeBuilder<OfficerSession> builder)
    {
        builder.ToTable("officer_sessions");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.EndedWhy).HasMaxLength(40);
        builder.Property(s => s.Device).HasMaxLength(100);
        builder.HasIndex(s => s.TokenHash).IsUnique();
        builder.HasIndex(s => new { s.Officer, s.EndedAt });
    }
}

internal sealed class FilingSessionConfiguration : IEntityTypeConfiguration<FilingSession>
{
    public void Configure(EntityTypeBuilder<FilingSession> builder)
    {
        builder.ToTable("filing_sessions");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.TokenHash).IsUnique();
        builder.HasIndex(s => s.EndsAt);
    }
}

internal sealed class DraftFileConfiguration : IEntityTypeConfiguration<DraftFile>
{
    public void Configure(EntityTypeBuilder<DraftFile> builder)
    {
        builder.ToTable("draft_files");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(400);
        builder.Property(f => f.ContentType).HasMaxLength(100);
        builder.HasIndex(f => f.Visit);
        builder.HasIndex(f => f.Reply);
        builder.HasIndex(f => f.Intake);
    }
}

internal sealed class DeskIntakeConfiguration : IEntityTypeConfiguration<DeskIntake>
{
    public void Configure(EntityTypeBuilder<DeskIntake> builder)
    {
        builder.ToTable("desk_intakes");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => new { i.Person, i.Channel }).IsUnique();   // one at each desk: what is restored is what was left
        builder.HasIndex(i => i.SavedAt);
    }
}

internal sealed class ReceivedMailConfiguration : IEntityTypeConfiguration<ReceivedMail>
{
    public void Configure(EntityTypeBuilder<ReceivedMail> builder)
    {
        builder.ToTable("received_mails");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.Fingerprint).IsUnique();
        builder.HasIndex(m => new { m.Unit, m.State, m.DeliveredAt });   // the queue of a unit, oldest first
        builder.HasIndex(m => m.CaseId);
        builder.HasIndex(m => m.CopyOf);
        builder.HasIndex(m => m.WithheldAt);
    }
}

internal sealed class PendingVerificationConfiguration : IEntityTypeConfiguration<PendingVerification>
{
    public void Configure(EntityTypeBuilder<PendingVerification> builder)
    {
        builder.ToTable("pending_verifications");
        builder.HasKey(v => v.CaseId);
        builder.Property(v => v.CaseId).ValueGeneratedNever();
        builder.HasIndex(v => v.NextAt);
    }
}

internal sealed class ThrottleCounterConfiguration : IEntityTypeConfiguration<ThrottleCounter>
{
    public void Configure(EntityTypeBuilder<ThrottleCounter> builder)
    {
        builder.ToTable("throttle_counters");
        builder.HasKey(c => new { c.Scope, c.KeyHash, c.WindowStart });
        builder.Property(c => c.Scope).HasMaxLength(40);
        builder.HasIndex(c => c.WindowStart);
    }
}

internal sealed class DeskDraftConfiguration : IEntityTypeConfiguration<DeskDraft>
{
    public void Configure(EntityTypeBuilder<DeskDraft> builder)
    {
        builder.ToTable("desk_drafts");
        builder.HasKey(d => new { d.Routing, d.Person, d.Desk });
        builder.Property(d => d.Routing).ValueGeneratedNever();
        builder.Property(d => d.SavedAt).IsConcurrencyToken();   // the moment is the version
    }
}

internal sealed class ReplyDraftConfiguration : IEntityTypeConfiguration<ReplyDraft>
{
    public void Configure(EntityTypeBuilder<ReplyDraft> builder)
    {
        builder.ToTable("reply_drafts");
        builder.HasKey(d => d.Routing);
        builder.Property(d => d.Routing).ValueGeneratedNever();
        builder.Property(d => d.CatalogueService).HasMaxLength(32);
        builder.Property(d => d.InadmissibilityReason).HasMaxLength(ReplyDraft.LongestReason);
        builder.Property(d => d.InadmissibilityGround).HasMaxLength(Inadmissibility.LongestGround);
        builder.Property(d => d.Version).IsConcurrencyToken();
    }
}

internal sealed class RegisterTraceConfiguration : IEntityTypeConfiguration<RegisterTrace>
{
    public void Configure(EntityTypeBuilder<RegisterTrace> builder)
    {
        builder.ToTable("register_traces");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Purpose).HasMaxLength(60);
        builder.Property(t => t.Service).HasMaxLength(60);
        builder.Property(t => t.Fields).HasMaxLength(300);
        builder.HasIndex(t => t.AskedAt);
    }
}
