using Bimer.Blazor.Persistence.Accounts;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bimer.Blazor.Persistence.Configurations;

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units");
        builder.HasKey(u => u.Id);
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Name).HasMaxLength(200);
        builder.Property(u => u.Qualifier).HasMaxLength(100);
        builder.HasIndex(u => u.Code).IsUnique();
        builder.HasIndex(u => u.Parent);
        builder.Ignore(u => u.TakesCases);
    }
}

internal sealed class UnitReachConfiguration : IEntityTypeConfiguration<UnitReach>
{
    public void Configure(EntityTypeBuilder<UnitReach> builder)
    {
        builder.ToTable("unit_closure");
        builder.HasKey(c => new { c.Superior, c.Below });
        builder.Property(c => c.Superior).ValueGeneratedNever();
        builder.Property(c => c.Below).ValueGeneratedNever();
        builder.HasIndex(c => new { c.Below, c.Superior, c.Depth });
    }
}

internal sealed class UnitRangeConfiguration : IEntityTypeConfiguration<UnitRange>
{
    public void Configure(EntityTypeBuilder<UnitRange> builder)
    {
        builder.ToTable("unit_ranges");
        builder.HasKey(r => new { r.Superior, r.First, r.Last });
        builder.Property(r => r.Superior).ValueGeneratedNever();
        builder.Property(r => r.First).ValueGeneratedNever();
        builder.Property(r => r.Last).ValueGeneratedNever();
    }
}

internal sealed class OfficerConfiguration : IEntityTypeConfiguration<Officer>
{
    public void Configure(EntityTypeBuilder<Officer> builder)
    {
        builder.ToTable("officers");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.GivenName).HasMaxLength(100);
        builder.Property(o => o.Surname).HasMaxLength(100);
        builder.Property(o => o.Email).HasMaxLength(254);
        builder.Ignore(o => o.FullName);
    }
}

internal sealed class OfficerPreferenceConfiguration : IEntityTypeConfiguration<OfficerPreference>
{
    public void Configure(EntityTypeBuilder<OfficerPreference> builder)
    {
        builder.ToTable("officer_preferences");
        builder.HasKey(p => new { p.Officer, p.Key });
        builder.Property(p => p.Officer).ValueGeneratedNever();
        builder.Property(p => p.Key).HasMaxLength(40);
    }
}

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("saved_views");
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Box).HasMaxLength(20);
        builder.Property(v => v.Name).HasMaxLength(SavedView.LongestName);
        builder.HasIndex(v => new { v.By, v.Box });
        builder.HasIndex(v => new { v.Unit, v.Box });
    }
}

internal sealed class RoleAssignmentConfiguration : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("officer_roles");
        builder.HasKey(a => new { a.Officer, a.Role, a.Unit, a.ValidFrom });
        builder.Property(a => a.Officer).ValueGeneratedNever();
        builder.Property(a => a.Unit).ValueGeneratedNever();
        builder.HasIndex(a => new { a.Unit, a.Role });
    }
}

internal sealed class SigningAuthorityConfiguration : IEntityTypeConfiguration<SigningAuthority>
{
    public void Configure(EntityTypeBuilder<SigningAuthority> builder)
    {
        builder.ToTable("signing_authorities");
        builder.HasKey(a => new { a.Holder, a.Unit, a.IyemCode });
        builder.Property(a => a.Holder).ValueGeneratedNever();
        builder.Property(a => a.Unit).ValueGeneratedNever();
        builder.Property(a => a.IyemCode).HasMaxLength(32);
        builder.HasIndex(a => a.Unit);
    }
}
