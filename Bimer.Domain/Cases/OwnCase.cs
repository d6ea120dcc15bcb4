using Bimer.Domain.Replies;
using Bimer.Domain.Time;

namespace Bimer.Domain.Cases;

/// <summary>A line of the person's own list.</summary>
public sealed record OwnCase(string Number, CaseKind Kind, DateTimeOffset FiledAt, bool IsClosed);

/// <summary>What a citizen sees of a case: what was asked, where it waits, what was answered; no staff but whoever signed, no inner notes.</summary>
/// <param name="DueOn">The last day by law.</param>
/// <param name="DueEndsAt">The end of the legal time (exclusive).</param>
/// <param name="WaitsAt">The units it waits at; of a hidden case their institutions, so that nobody learns who investigates (S11).</param>
/// <param name="OnHold">What the units wrote for the citizen where they put it on hold (S35).</param>
public sealed record OwnCaseDetail(
    string Number, CaseKind Kind, DateTimeOffset FiledAt, DateOnly DueOn, DateTimeOffset DueEndsAt, bool IsClosed, bool IsOpened, IReadOnlyList<string> WaitsAt,
    IReadOnlyList<string> OnHold, OwnPetition Petition, IReadOnlyList<OwnAnswer> Answers)
{
    /// <summary>Where it was sent on to another institution, the first first (3071 m.5).</summary>
    public IReadOnlyList<OwnTransfer> SentOn { get; init; } = [];

    /// <summary>Where its kind was corrected and with it, under another law, the last day; the first first.</summary>
    public IReadOnlyList<OwnCorrection> Corrections { get; init; } = [];

    /// <summary>It was turned away, and nothing of it was answered (işleme alınmadı, S47).</summary>
    public bool IsNotExamined => IsClosed && HasAnswer && Answers.All(answer => answer.Letter.HasNoVerdict || answer.Letter.Inadmissibility is not null);

    /// <summary>Something of it was answered; a letter that told how far things are, or of the legal time, is no answer.</summary>
    public bool HasAnswer => Answers.Any(answer => !answer.Letter.HasNoVerdict);

    /// <summary>When the citizen was last told how far things are (safahat); none where nobody was.</summary>
    public DateTimeOffset? ProgressAt => Answers.LastOrDefault(answer => answer.Letter.IsProgress)?.Letter.SignedAt;

    /// <summary>That letter met the legal time: the day told since is the house's own aim. One that came too late leaves the legal day as it was.</summary>
    public bool IsAimed { get; init; }

    /// <summary>Who had their identity open and who looked for them, the latest first (Bilgilerimi kimler görüntüledi?).</summary>
    public IReadOnlyList<OwnSighting> SeenBy { get; init; } = [];

    /// <summary>What was asked for, item by item, with what the signed answers decided about it (S54); nothing where none is listed.</summary>
    public ItemDecisions Items => ItemDecisions.Together(Petition.Items, Answers.Select(answer => answer.Letter.Items));

    /// <summary>The day the citizen was told that it takes thirty working days (süre uzatımı, 4982 m.11); none where nobody was.</summary>
    public DateOnly? ExtendedOn { get; init; }

    /// <summary>A fee was told and is not paid (ücret bekleniyor): <see cref="DueOn"/> is the last day to pay it.</summary>
    public bool AwaitsFee { get; init; }

    /// <summary>The day it reached the institution it was sent on to, from which the legal time runs (4982 m.7); none where the receipt counts.</summary>
    public DateOnly? ArrivedOn { get; init; }

    /// <summary>For whoever applied there is one last day, that of the law.</summary>
    public CaseTime Time => new(Kind.Basis(), DueOn, DueEndsAt, AwaitsFee, LegalOn: null);

    /// <summary>It ended because the fee was not paid (vazgeçmiş sayılma, 4982 m.10, m.11).</summary>
    public bool IsWithdrawn => IsClosed && Answers.Any(answer => answer.Letter.Notice is WithdrawalNotice) && Answers.All(answer => answer.Letter.HasNoVerdict);

    /// <summary>As what it was filed.</summary>
    public CaseKind FiledAs => Corrections.Count > 0 ? Corrections[0].Change.Kind.From : Kind;
}

/// <summary>Somebody in an office had the applicant's identity open, or looked for the person by number (S26). Offices are named, never who works there.</summary>
/// <param name="At">When; recorded before anything was shown.</param>
/// <param name="Unit">Where; of a hidden case the institution. None where the record of that time does not say.</param>
/// <param name="IsSearch">A look for the person's cases (evveliyat), not at their identity.</param>
public sealed record OwnSighting(DateTimeOffset At, string? Unit, bool IsSearch)
{
    /// <summary>The two who decided it together, where an officer had hid the identity and left: they alone are named. None of any other look.</summary>
    public OwnPair? Together { get; init; }
}

/// <summary>Who asked that a hidden identity be opened, and who allowed it (iki yetkiliyle açma).</summary>
public sealed record OwnPair(string AskedBy, string AllowedBy);

/// <summary>A case became one of another kind (tür değişikliği); who did it is nothing the citizen is told.</summary>
public sealed record OwnCorrection(KindChange Change, DateTimeOffset At)
{
    private static readonly TimeSpan _slip = TimeSpan.FromMinutes(1);

    /// <summary>It takes the former back at once (Vazgeç): a slip of the hand in an office is nothing a citizen has to read of.</summary>
    public bool Takes(OwnCorrection former) => Change.Kind == former.Change.Kind.Back && At - former.At <= _slip;
}

/// <summary>One step of a case to another institution.</summary>
/// <param name="From">The institution that sent it on; none where the case is kept from there by now (gönderilmeyecek kurum).</param>
/// <param name="To">The unit it was sent to, or moved to since; of a hidden case its institution.</param>
public sealed record OwnTransfer(string? From, string To, DateTimeOffset At)
{
    public TransferReason Reason { get; init; }
}

/// <summary>What may be said of why a part left an institution; without either, that institution was not in charge (3071 m.5, 4982 m.7).</summary>
/// <param name="IsFromCentre">BİMER Merkezi receives for everybody: passing on is its task, not a lack of competence.</param>
/// <param name="IsPart">Another part of the case is acted on, or was answered, in the institution that sent this one.</param>
public readonly record struct TransferReason(bool IsFromCentre, bool IsPart);

/// <summary>What the person asked, in their own words.</summary>
/// <param name="IsHidden">Then its files are named and open for nobody.</param>
public sealed record OwnPetition(string Text, bool IsHidden, IReadOnlyList<OwnFile> Files)
{
    /// <summary>The same words with their marking; none where nothing is marked.</summary>
    public string? Markup { get; init; }

    /// <summary>What is asked for, item by item (istenen bilgi ve belgeler), as the answer counts it; nothing where none is listed.</summary>
    public RequestedItems Items { get; init; } = RequestedItems.None;
}

/// <summary>A signed answer, the same letter that was sent, with the files that came with it.</summary>
public sealed record OwnAnswer(ReplyLetterFacts Letter, IReadOnlyList<OwnFile> Files);

/// <summary>A file of an answer or of the petition; its id is random and opens for this visitor alone.</summary>
/// <param name="Length">In bytes.</param>
public sealed record OwnFile(Guid Id, string Name, long Length);
