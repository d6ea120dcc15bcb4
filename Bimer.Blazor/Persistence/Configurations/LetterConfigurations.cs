using System.Text.Json;
using System.Text.Json.Serialization;
using Bimer.Domain.Cases;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bimer.Blazor.Persistence.Configurations;

internal sealed class ReplyConfiguration : IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Reply> builder)
    {
        builder.ToTable("case_replies");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.ContentHash).HasMaxLength(64);
        builder.Property(r => r.CatalogueService).HasMaxLength(32);
        builder.Property(r => r.InadmissibilityReason).HasMaxLength(InadmissibilityReason.LongestKept);
        builder.Property(r => r.InadmissibilityGround).HasMaxLength(Inadmissibility.LongestGround);
        builder.Ignore(r => r.Inadmissibility);
        builder.Ignore(r => r.Items).Ignore(r => r.Notice);
        builder.Property(r => r.NoticeCode).HasMaxLength(LetterNotice.LongestKept);
        builder.HasIndex(r => r.Template).HasDatabaseName("ix_replies_by_template").HasFilter("template IS NOT NULL");
        builder.Property(r => r.RevisionNote).HasMaxLength(CaseFile.LongestNote);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.Property(r => r.Marks).HaveMarks();
        builder.HasMany(r => r.Earlier).WithOne().HasForeignKey(e => e.Reply);
        builder.Navigation(r => r.Earlier).HasField("_earlier").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(r => new { r.ApproverUnit, r.Status, r.Rank, r.Id, r.Author, r.CaseId }).HasDatabaseName("ix_approval_box");
        builder.HasIndex(r => new { r.ApproverUnit, r.Status, r.CaseKind, r.Rank, r.Id, r.Author, r.CaseId }).HasDatabaseName("ix_approval_box_kind");
        builder.HasIndex(r => new { r.DecidedAt, r.AuthorUnit, r.IsProgress, r.InadmissibilityReason, r.CaseId }).HasDatabaseName("ix_answered").HasFilter($"status = {(int)ReplyStatus.Approved}");
    }
}

internal sealed class EarlierLetterConfiguration : IEntityTypeConfiguration<EarlierLetter>
{
    public void Configure(EntityTypeBuilder<EarlierLetter> builder)
    {
        builder.ToTable("case_earlier_letters");
        builder.HasKey(e => new { e.Reply, e.Version });
        builder.Property(e => e.Reply).ValueGeneratedNever();
        builder.Property(e => e.Version).ValueGeneratedNever();
        builder.Property(e => e.CatalogueService).HasMaxLength(32);
        builder.Property(e => e.Note).HasMaxLength(CaseFile.LongestNote);
        builder.Property(e => e.Marks).HaveMarks();
        builder.HasIndex(e => e.Template).HasDatabaseName("ix_earlier_letters_by_template").HasFilter("template IS NOT NULL");
    }
}

/// <summary>Marks lie in one column of their letter: nobody asks for them without it. Nothing is the empty text.</summary>
internal sealed class MarksConverter() : ValueConverter<IReadOnlyList<LetterMark>, string>(marks => Write(marks), text => Read(text))
{
    private static string Write(IReadOnlyList<LetterMark> marks) =>
        marks.Count == 0 ? "" : JsonSerializer.Serialize([.. marks], LetterMarkJson.Default.LetterMarkArray);

    private static LetterMark[] Read(string text) =>
        text.Length == 0 ? [] : JsonSerializer.Deserialize(text, LetterMarkJson.Default.LetterMarkArray) ?? [];
}

internal static class MarkColumns
{
    private static readonly ValueComparer<IReadOnlyList<LetterMark>> _alike =
        new((a, b) => a!.SequenceEqual(b!), marks => marks.Count, marks => marks);   // a list of records that is never changed

    public static void HaveMarks(this PropertyBuilder<IReadOnlyList<LetterMark>> marks) => marks.HasConversion(new MarksConverter(), _alike);
}

[JsonSerializable(typeof(LetterMark[]))]
internal sealed partial class LetterMarkJson : JsonSerializerContext;
