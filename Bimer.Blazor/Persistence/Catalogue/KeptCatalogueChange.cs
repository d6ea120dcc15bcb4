using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bimer.Blazor.Persistence.Catalogue;

/// <summary>One change of a unit's services, with who made it and when. Never taken back: a later one overrules it.</summary>
public sealed class KeptCatalogueChange
{
    public UnitId Unit { get; init; }

    /// <summary>Of the unit, in the order they were made.</summary>
    public int Sequence { get; init; }

    public CatalogueAct Act { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>What it was called until then; empty for a new one.</summary>
    public string Was { get; init; } = "";

    public UserId By { get; init; }

    public DateTimeOffset At { get; init; }

    public CatalogueChange Change => new(Act, Code, Name, Was);
}

internal sealed class KeptCatalogueChangeConfiguration : IEntityTypeConfiguration<KeptCatalogueChange>
{
    public void Configure(EntityTypeBuilder<KeptCatalogueChange> builder)
    {
        builder.ToTable("catalogue_changes");
        builder.HasKey(c => new { c.Unit, c.Sequence });   // two at once: the second finds its number taken
        builder.Property(c => c.Sequence).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(UnitCatalogue.LongestCode);
        builder.Property(c => c.Name).HasMaxLength(UnitCatalogue.LongestName);
        builder.Property(c => c.Was).HasMaxLength(400);
        builder.Ignore(c => c.Change);
    }
}
