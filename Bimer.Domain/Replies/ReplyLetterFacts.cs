using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Domain.Replies;

/// <summary>All that an answering letter says, apart from who it greets (resmî yazı). The same facts always make the same letter.</summary>
public sealed record ReplyLetterFacts
{
    public required CaseId CaseId { get; init; }

    public required LegalBasis Basis { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>The instant of the signature; the letter carries its legal day.</summary>
    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>The institution that heads the branch (kurum), for the letterhead.</summary>
    public required string Institution { get; init; }

    /// <summary>The unit that wrote the letter (birim), for the letterhead.</summary>
    public required string Unit { get; init; }

    public required string Signatory { get; init; }

    /// <summary>The unit the signatory signs for.</summary>
    public required string SignatoryUnit { get; init; }

    /// <summary>The letter's own text as HTML.</summary>
    public required string Body { get; init; }

    /// <summary>4982 only; decides which remedies are named.</summary>
    public DisclosureDecision? Disclosure { get; init; }

    /// <summary>3071 only; decides which remedies are named.</summary>
    public ReplyVerdict? Verdict { get; init; }

    /// <summary>It tells how far things are (safahat); the final result is told separately, and there is nothing yet to contest.</summary>
    public bool IsProgress { get; init; }

    /// <summary>What becomes of each requested item (S54); nothing where none is listed.</summary>
    public ItemDecisions Items { get; init; } = ItemDecisions.None;

    /// <summary>What it tells of the time of an information request (ara yazı, 4982), with the last day; none of an answer.</summary>
    public LetterNotice? Notice { get; init; }

    /// <summary>It answers nothing yet, and something follows.</summary>
    public bool IsInterim => IsProgress || Notice is { IsLast: false };

    /// <summary>It answers nothing: no classification is asked.</summary>
    public bool HasNoVerdict => IsProgress || Notice is not null;

    /// <summary>Why the petition was not examined; none of an answer.</summary>
    public Inadmissibility? Inadmissibility { get; init; }

    /// <summary>The citizen is told where to report a crime.</summary>
    public bool PointsToProsecutor { get; init; }

    /// <summary>True when other parts of the case were still to be answered at the signature.</summary>
    public bool OthersFollow { get; init; }

    /// <summary>Ids only: the text and the names of a letter belong into no log.</summary>
    public override string ToString() => nameof(ReplyLetterFacts);
}

/// <summary>Whose name a letter greets (hitap).</summary>
/// <param name="Name">The person's full name, or the title of the legal entity.</param>
public sealed record Addressee(string Name, ApplicantKind Kind)
{
    /// <summary>A name belongs into no log.</summary>
    public override string ToString() => nameof(Addressee);
}
