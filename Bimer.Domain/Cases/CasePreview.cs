using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

/// <summary>What lies beside the work while somebody forwards, answers or signs (Başvuru Ön izleme, S39). Nothing of the applicant.</summary>
/// <param name="DueEndsAt">The end of the legal time (exclusive).</param>
/// <param name="Files">The applicant's own files, in their order.</param>
public sealed record CasePreview(
    CaseId Id, CaseKind Kind, LegalBasis Basis, Priority Priority, DateTimeOffset FiledAt, DateOnly DueOn, DateTimeOffset DueEndsAt, string Summary, string Text,
    IReadOnlyList<AttachmentLine> Files)
{
    /// <summary>The words with their marking (biçimli metin); none where nothing is marked.</summary>
    public string? Markup { get; init; }

    /// <summary>What is asked for, item by item; nothing where none is listed.</summary>
    public RequestedItems Items { get; init; } = RequestedItems.None;

    /// <summary>The statutory events of its time (süre); none of what was not read with them.</summary>
    public DeadlineTerms? Terms { get; init; }

    /// <summary>The end of the time by law: another than <see cref="DueOn"/> where it was sent on to another institution (4982 m.7).</summary>
    public (DateOnly On, DateTimeOffset EndsAt) LegalEnd { get; init; } = (DueOn, DueEndsAt);

    public CaseTime Time => new(Basis, DueOn, DueEndsAt, Terms?.AwaitsFee == true, LegalEnd.On == DueOn ? null : LegalEnd.On);
}
