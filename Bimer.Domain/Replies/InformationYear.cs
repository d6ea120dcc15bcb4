namespace Bimer.Domain.Replies;

/// <summary>What the yearly report asks of one request: how its signed letters decided.</summary>
/// <param name="Disclosure">As the approver classified the letter.</param>
/// <param name="WholeReason">The reason a request was turned away for as a whole; none of an answer.</param>
public sealed record DisclosedLetter(DisclosureDecision Disclosure, ItemDecisions Items, InadmissibilityReason? WholeReason)
{
    /// <summary>Every article it refuses by, each once.</summary>
    public IEnumerable<InadmissibilityReason> Articles =>
        Items.All.Where(one => one.Refuses).Select(one => one.Reason).Append(WholeReason).OfType<InadmissibilityReason>().DistinctBy(reason => reason.Code, StringComparer.Ordinal);
}

/// <summary>One request of the year, as the unit that reports sees it.</summary>
/// <param name="Letters">The signed answers of the unit and those below it; none where there is none.</param>
public sealed record YearRequest(IReadOnlyList<DisclosedLetter> Letters)
{
    /// <summary>The fee was not paid and it ended without any answer (vazgeçmiş sayılma, m.10, m.11).</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Its time was extended by a signed letter (süre uzatımı, m.11).</summary>
    public bool IsExtended { get; init; }

    /// <summary>A fee was told by a signed letter (ücret bildirimi, m.10).</summary>
    public bool HasFee { get; init; }

    /// <summary>Working days until it was first sent on; none where it never was.</summary>
    public int? DaysToRouting { get; init; }

    /// <summary>Nothing of it is open here any more, and another unit or institution answered it.</summary>
    public bool IsDecidedElsewhere { get; init; }
}

/// <summary>How many requests refuse by one article.</summary>
public sealed record ArticleCount(InadmissibilityReason Reason, int Requests);

/// <summary>
/// The yearly figures of an institution under the Information Act (Bilgi Edinme Yıllık Raporu, 4982 m.30). A request counts once, with the least favourable of its letters.
/// Objections and lawsuits are in no record of this system.
/// </summary>
/// <param name="Received">All requests received in the year (a).</param>
/// <param name="Granted">Answered with everything (b).</param>
/// <param name="PartlyGranted">Answered in part.</param>
/// <param name="Refused">Refused, those turned away as a whole among them (c).</param>
/// <param name="Separated">With at least one item given after its secret part was separated (d, m.9); these are among the others.</param>
/// <param name="Articles">How the refusals spread over the articles (c); one request may refuse by several.</param>
public sealed record InformationYear(int Received, int Granted, int PartlyGranted, int Refused, int Separated, IReadOnlyList<ArticleCount> Articles)
{
    /// <summary>Refused, whole or in part, in letters that keep no article: those written without items.</summary>
    public int WithoutArticle { get; init; }

    /// <summary>Deemed withdrawn, for the fee was not paid (vazgeçmiş sayılan, m.10, m.11): there was nothing to decide.</summary>
    public int Withdrawn { get; init; }

    /// <summary>Sent on, and decided by another unit or institution (başka birime/kuruma gönderilen).</summary>
    public int SentOn { get; init; }

    /// <summary>Of all received, those whose time was extended (süresi uzatılan, m.11); they are among the others.</summary>
    public int Extended { get; init; }

    /// <summary>Of all received, those a fee was told for (ücret bildirilen, m.10); they are among the others.</summary>
    public int WithFee { get; init; }

    /// <summary>How soon they were sent to whoever is to answer (S53).</summary>
    public FirstRouting FirstRouting { get; init; } = FirstRouting.Of([], 0);

    /// <summary>No signed answer yet.</summary>
    public int Undecided => Received - Granted - PartlyGranted - Refused - Withdrawn - SentOn;

    /// <summary>Counts them.</summary>
    /// <param name="all">Every request of the year.</param>
    public static InformationYear Of(IReadOnlyCollection<YearRequest> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        List<IReadOnlyList<DisclosedLetter>> requests = [.. all.Select(request => request.Letters)];
        var articles = requests.SelectMany(letters => letters.SelectMany(letter => letter.Articles).DistinctBy(reason => reason.Code, StringComparer.Ordinal))
            .GroupBy(reason => reason.Code, StringComparer.Ordinal).Select(same => new ArticleCount(same.First(), same.Count()))
            .OrderBy(count => ArticleOf(count.Reason)).ThenBy(count => count.Reason.Code, StringComparer.Ordinal);
        return new InformationYear(requests.Count, Count(DisclosureDecision.Granted), Count(DisclosureDecision.PartlyGranted), Count(DisclosureDecision.Refused),
            requests.Count(letters => letters.Any(letter => letter.Items.CountOf(ItemOutcome.PartlyGranted) > 0)), [.. articles])
        {
            WithoutArticle = requests.Count(letters => letters.Any(letter => letter.Disclosure != DisclosureDecision.Granted) && !letters.Any(letter => letter.Articles.Any())),
            Withdrawn = all.Count(request => request is { Letters: [], IsDecidedElsewhere: false, IsWithdrawn: true }),
            Extended = all.Count(request => request.IsExtended),
            WithFee = all.Count(request => request.HasFee),
            FirstRouting = FirstRouting.Of([.. all.Select(request => request.DaysToRouting).OfType<int>()], all.Count(request => request is { DaysToRouting: null, Letters: [], IsWithdrawn: false })),
            SentOn = all.Count(request => request is { Letters: [], IsDecidedElsewhere: true }),
        };

        int Count(DisclosureDecision decision) => requests.Count(letters => letters.Count > 0 && LeastOf(letters) == decision);
    }

    private static DisclosureDecision LeastOf(IReadOnlyList<DisclosedLetter> letters) =>
        letters.Any(letter => letter.Disclosure == DisclosureDecision.Refused) ? DisclosureDecision.Refused
        : letters.Any(letter => letter.Disclosure == DisclosureDecision.PartlyGranted) ? DisclosureDecision.PartlyGranted
        : DisclosureDecision.Granted;

    // "m.7" stands before "m.16".
    private static int ArticleOf(InadmissibilityReason reason) =>
        int.TryParse(string.Concat(reason.Article.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture, out var article) ? article : int.MaxValue;
}
