using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Persistence.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bimer.Blazor.Persistence.Configurations;

internal sealed class SealedIdentityConfiguration : IEntityTypeConfiguration<SealedIdentity>
{
    public void Configure(EntityTypeBuilder<SealedIdentity> builder)
    {
        builder.ToTable("vault_identities");
        builder.HasKey(i => i.Ref);
        builder.Property(i => i.Ref).ValueGeneratedNever();
    }
}

internal sealed class IdentityLookupConfiguration : IEntityTypeConfiguration<IdentityLookup>
{
    public void Configure(EntityTypeBuilder<IdentityLookup> builder)
    {
        builder.ToTable("vault_lookups");
        builder.HasKey(l => new { l.Kind, l.Hash, l.CaseId });
        builder.Property(l => l.Hash).HasMaxLength(32);
        builder.Property(l => l.CaseId).ValueGeneratedNever();
        builder.HasIndex(l => l.CaseId);
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasKey(a => a.Sequence);
        builder.Property(a => a.Sequence).ValueGeneratedOnAdd();
        builder.Property(a => a.Action).HasMaxLength(40);
        builder.Property(a => a.Detail).HasMaxLength(400);
        builder.Property(a => a.ChainHash).HasMaxLength(32);
        builder.HasIndex(a => a.ChainPosition).IsUnique();
        builder.HasIndex(a => a.CaseId);
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.LastAnswer).HasMaxLength(40);
        builder.Property(m => m.Status).IsConcurrencyToken();   // two people, or a person and a late courier: the second save loses
        builder.HasIndex(m => new { m.Status, m.NextAttemptAt });
        builder.HasIndex(m => m.CaseId);
    }
}

internal sealed class RememberedCommandConfiguration : IEntityTypeConfiguration<RememberedCommand>
{
    public void Configure(EntityTypeBuilder<RememberedCommand> builder)
    {
        builder.ToTable("remembered_commands");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Sender).HasMaxLength(80);
        builder.Property(c => c.Answer).HasMaxLength(100);
    }
}

internal sealed class NumberBlockConfiguration : IEntityTypeConfiguration<NumberBlock>
{
    public void Configure(EntityTypeBuilder<NumberBlock> builder)
    {
        builder.ToTable("number_blocks");
        builder.HasKey(b => b.Series);
        builder.Property(b => b.Series).HasMaxLength(40);
    }
}

internal sealed class PrintTraceConfiguration : IEntityTypeConfiguration<PrintTrace>
{
    public void Configure(EntityTypeBuilder<PrintTrace> builder)
    {
        builder.ToTable("print_traces");
        builder.HasKey(p => p.Code);
        builder.Property(p => p.Code).HasMaxLength(16);
        builder.Property(p => p.Workstation).HasMaxLength(20);
        builder.Property(p => p.Device).HasMaxLength(60);
        builder.Property(p => p.Address).HasMaxLength(60);
        builder.Property(p => p.ContentHash).HasMaxLength(32);
        builder.Property(p => p.FileHash).HasMaxLength(32);
        builder.HasIndex(p => p.CaseId);
    }
}
