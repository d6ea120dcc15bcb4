using Bimer.Domain.Kernel;

namespace Bimer.Domain.Cases;

/// <summary>A file lying with a petition or with a reply (ek). Its bytes lie in the file vault under the same id.</summary>
public sealed class Attachment
{
    private Attachment() { }

    public Attachment(AttachmentId id, CaseId caseId, RoutingId? reply, int ordinal, AttachmentFacts facts)
    {
        Id = id;
        CaseId = caseId;
        Reply = reply;
        Ordinal = ordinal;
        (Name, ContentType, Length, Sha256) = (facts.Name, facts.ContentType, facts.Length, facts.Sha256);
    }

    public AttachmentId Id { get; private set; }

    public CaseId CaseId { get; private set; }

    /// <summary>The letter it belongs to; none for the citizen's own files.</summary>
    public RoutingId? Reply { get; private set; }

    /// <summary>Place among its like, from 1: hidden cases show <c>Ek-1.pdf</c> instead of the name.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The cleaned name; of a hidden case the neutral one, the original name is not kept.</summary>
    public string Name { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    /// <summary>Length in bytes of what is stored.</summary>
    public long Length { get; private set; }

    /// <summary>SHA-256 of what is stored, in the clear.</summary>
    public byte[] Sha256 { get; private set; } = [];

    /// <summary>The applicant was hidden: the sender's own name for the file goes for good.</summary>
    public void CallBy(string neutral) => Name = neutral;
}

/// <summary>What is known of a file once it is stored.</summary>
public sealed record AttachmentFacts(string Name, string ContentType, long Length, byte[] Sha256);

/// <summary>A file as people meet it on a page: a name to click, and how large it is.</summary>
public sealed record AttachmentLine(AttachmentId Id, string Name, long Length);
