using Bimer.Blazor.Persistence.Templates;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bimer.Blazor.Persistence.Configurations;

internal sealed class ReplyTemplateConfiguration : IEntityTypeConfiguration<ReplyTemplate>
{
    /// <summary>Some letters fold to two.</summary>
    private const int LongestKey = 100;

    public void Configure(EntityTypeBuilder<ReplyTemplate> builder)
    {
        builder.ToTable("reply_templates");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Name).HasMaxLength(ReplyTemplate.LongestName);
        builder.Property(t => t.Shortcut).HasMaxLength(ReplyTemplate.LongestShortcut);
        builder.Property(t => t.ShortcutKey).HasMaxLength(LongestKey);
        builder.Property(t => t.Revision).IsConcurrencyToken();
        builder.HasMany(t => t.Wordings).WithOne().HasForeignKey(w => w.Template);
        builder.Navigation(t => t.Wordings).HasField("_wordings").UsePropertyAccessMode(PropertyAccessMode.Field);
        foreach (var worked in (string[])[nameof(ReplyTemplate.Home), nameof(ReplyTemplate.InUse), nameof(ReplyTemplate.Proposed), nameof(ReplyTemplate.Newest)]) builder.Ignore(worked);
        builder.HasIndex(t => new { t.Scope, t.Unit });
        builder.HasIndex(t => new { t.Keeper, t.Scope });
        builder.HasIndex(t => t.ShortcutKey).IsUnique();   // none stands as often as it likes, on both databases
    }
}

internal sealed class TemplateWordingConfiguration : IEntityTypeConfiguration<TemplateWording>
{
    public void Configure(EntityTypeBuilder<TemplateWording> builder)
    {
        builder.ToTable("reply_template_wordings");
        builder.HasKey(w => new { w.Template, w.Version });
        builder.Property(w => w.Template).ValueGeneratedNever();
        builder.Property(w => w.Version).ValueGeneratedNever();
        builder.Property(w => w.Name).HasMaxLength(ReplyTemplate.LongestName);
        builder.Property(w => w.Shortcut).HasMaxLength(ReplyTemplate.LongestShortcut);
        builder.Property(w => w.Note).HasMaxLength(ReplyTemplate.LongestNote);
        builder.Ignore(w => w.ContentHash);
        builder.HasIndex(w => new { w.State, w.Template });
    }
}

internal sealed class TemplateDraftConfiguration : IEntityTypeConfiguration<TemplateDraft>
{
    public void Configure(EntityTypeBuilder<TemplateDraft> builder)
    {
        builder.ToTable("template_drafts");
        builder.HasKey(d => new { d.Person, d.Template });
        builder.Property(d => d.Person).ValueGeneratedNever();
        builder.Property(d => d.Template).ValueGeneratedNever();
        builder.Property(d => d.Version).IsConcurrencyToken();
    }
}

internal sealed class NotedLawChangeConfiguration : IEntityTypeConfiguration<NotedLawChange>
{
    public void Configure(EntityTypeBuilder<NotedLawChange> builder)
    {
        builder.ToTable("law_changes");
        builder.HasKey(c => new { c.Law, c.On });
        builder.Property(c => c.Law).ValueGeneratedNever();
        builder.Property(c => c.Note).HasMaxLength(NotedLawChange.LongestNote);
    }
}
