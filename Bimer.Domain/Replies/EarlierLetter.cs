using Bimer.Domain.Kernel;

namespace Bimer.Domain.Replies;

/// <summary>
/// A letter as it lay before the approver in a round that ended without a signature (önceki sürüm, S50): kept when the next one is sent,
/// so that whoever signs can see what became of the corrections. Never changed afterwards.
/// </summary>
public sealed class EarlierLetter
{
    private EarlierLetter() { }

    internal EarlierLetter(Reply reply)
    {
        (Reply, Version, Html, CatalogueService) = (reply.Id, reply.Version, reply.Html, reply.CatalogueService);
        (Author, SubmittedAt, Note, Marks) = (reply.Author, reply.SubmittedAt, reply.RevisionNote, reply.Marks);
        Template = reply.Template;
        (EndedBy, EndedAt) = (reply.DecidedBy, reply.DecidedAt);
    }

    /// <summary>The part it would have answered.</summary>
    public RoutingId Reply { get; private set; }

    /// <summary>Which letter of that part it was, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>The letter as cleaned HTML.</summary>
    public string Html { get; private set; } = "";

    /// <summary>What the writer had chosen in the service catalogue (hizmet envanteri).</summary>
    public string CatalogueService { get; private set; } = "";

    /// <summary>The template it began with; none of a letter written freely.</summary>
    public ReplyTemplateId? Template { get; private set; }

    public UserId Author { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>What the approver wrote (düzeltme notu); none where marks alone say it, or the letter was withdrawn with its part.</summary>
    public string? Note { get; private set; }

    /// <summary>Words the approver marked, in the order they were marked.</summary>
    public IReadOnlyList<LetterMark> Marks { get; private set; } = [];

    /// <summary>Who ended the round: the approver who sent it back, or whoever moved the part.</summary>
    public UserId? EndedBy { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }
}
