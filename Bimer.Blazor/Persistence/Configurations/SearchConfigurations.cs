using Bimer.Blazor.Persistence.Search;
using Bimer.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bimer.Blazor.Persistence.Configurations;

/// <summary>The index over these rows is not of the model: each database has its own, made by the migration (decision 0054).</summary>
internal sealed class KnownWordsConfiguration : IEntityTypeConfiguration<KnownWords>
{
    public void Configure(EntityTypeBuilder<KnownWords> builder)
    {
        builder.ToTable("case_words");
        builder.HasKey(w => w.CaseId);
        builder.Property(w => w.CaseId).ValueGeneratedNever();
        builder.HasOne<CaseFile>().WithOne().HasForeignKey<KnownWords>(w => w.CaseId);
    }
}

/// <summary>Empty most of the time.</summary>
internal sealed class DueWordsConfiguration : IEntityTypeConfiguration<DueWords>
{
    public void Configure(EntityTypeBuilder<DueWords> builder)
    {
        builder.ToTable("due_words");
        builder.HasOne<CaseFile>().WithMany().HasForeignKey(w => w.CaseId);
    }
}
