namespace Bimer.Domain.Kernel;

public abstract partial record Refusal
{
    /// <summary>What came for information is not answered.</summary>
    public sealed record InformationIsNotAnswered : Refusal;

    /// <summary>The writer never approves their own text (S48).</summary>
    public sealed record AuthorIsApprover : Refusal;

    /// <summary>The chosen person has no valid İYEM record for the unit on this day (S64).</summary>
    public sealed record NoSigningAuthority(UserId Person, UnitId Unit) : Refusal;

    /// <summary>The letter waits in another approver's box.</summary>
    public sealed record NotTheApprover(UnitId Unit) : Refusal;

    /// <summary>No letter waits for approval: it was decided, or never sent.</summary>
    public sealed record NotAwaitingApproval(UserId? DecidedBy, DateTimeOffset? At) : Refusal;

    /// <summary>Of letters signed together some, drawn by lot, must be opened first.</summary>
    /// <param name="Unread">How many of those are not.</param>
    public sealed record SampleUnread(int Unread) : Refusal;

    /// <summary>The version on the screen is not the one that waits; approval binds to what was read.</summary>
    public sealed record ReplyChanged(int Version, DateTimeOffset At) : Refusal;

    /// <summary>The text is the one that was read, but the letter around it is not: another day, another part of the case, another name.</summary>
    public sealed record LetterChanged : Refusal;

    /// <summary>The classification that the law asks for is missing or of the other law (S51, S54).</summary>
    public sealed record ClassificationMissing : Refusal;

    /// <summary>The answer's place in the service catalogue is missing (hizmet envanteri, S50).</summary>
    public sealed record CatalogueServiceMissing : Refusal;

    /// <summary>The service was closed in its unit's list; a new letter is filed under another.</summary>
    public sealed record CatalogueServiceClosed(string Name) : Refusal;

    /// <summary>Whoever manages or generally coordinates a unit keeps its list of services; any other is answered like a unit there is not.</summary>
    public sealed record NotYourCatalogue : Refusal;

    /// <summary>A service needs a name of letters or digits.</summary>
    /// <param name="Longest">In UTF-16 units, inclusive.</param>
    public sealed record ServiceUnnamed(int Longest) : Refusal;

    /// <summary>The unit's list has this name already.</summary>
    /// <param name="IsClosed">It is closed there, and can be reopened.</param>
    public sealed record ServiceNameTaken(string Name, bool IsClosed) : Refusal;

    /// <summary>It is called so, closed or open already.</summary>
    public sealed record ServiceIsSo(string Name) : Refusal;

    /// <summary>The unit's list has no such service.</summary>
    public sealed record ServiceUnknown : Refusal;

    /// <summary>The unit's list is as long as it may be.</summary>
    public sealed record CatalogueFull(int Count, int Most) : Refusal;

    /// <summary>A petition is turned away for a reason of its own law alone, and the reason is missing (İşleme Alınmayacak, S47).</summary>
    public sealed record InadmissibilityReasonMissing : Refusal;

    /// <summary>An interim letter (ara yazı) whose choices are not complete.</summary>
    public sealed record NoticeIncomplete : Refusal;

    /// <summary>The same notice of another part waits for its approver: it is told once for the whole case.</summary>
    public sealed record NoticeUnderWay(UnitId Unit) : Refusal;

    /// <summary>The reason of the law needs the ground of this case (gerekçe; 3071 m.7, 4982 m.12).</summary>
    public sealed record InadmissibilityGroundMissing : Refusal;

    /// <summary>What was not examined is neither olumlu nor kabul nor kısmen kabul.</summary>
    public sealed record InadmissibleIsNotGranted : Refusal;

    /// <summary>Something in the letter identifies an applicant who is hidden; where, is said beside the editor.</summary>
    public sealed record LetterNamesApplicant : Refusal;

    /// <summary>The letter names an attachment that is not there.</summary>
    /// <param name="Number">As the letter counts it.</param>
    public sealed record LetterNamesMissingFile(string Number) : Refusal;

    /// <summary>The letter has a place that somebody meant to fill.</summary>
    public sealed record LetterHasUnfilledPlace : Refusal;

    /// <summary>A letter that refuses information names the article it is refused by (4982 m.12).</summary>
    public sealed record RefusalNamesNoArticle : Refusal;

    /// <summary>A letter sent back needs a note or a mark that says why (S50).</summary>
    public sealed record RevisionNoteMissing : Refusal;

    /// <summary>A mark names words and says what is to become of them (S50).</summary>
    public sealed record MarkWithoutWords : Refusal;

    /// <summary>These words do not stand in the letter that lies there.</summary>
    public sealed record MarkNotFound(string Quote) : Refusal;

    /// <summary>More marks than anybody could follow.</summary>
    /// <param name="Most">How many one letter takes, inclusive.</param>
    public sealed record TooManyMarks(int Most) : Refusal;

    /// <summary>About an uncertain mail decide those who coordinate or manage the unit that answered, and whoever signed.</summary>
    public sealed record NotYoursToResolve(UnitId Unit) : Refusal;

    /// <summary>The mail is not uncertain any more: somebody decided, or its courier came back with the server's answer.</summary>
    public sealed record MailNotUncertain : Refusal;

    /// <summary>A letter is posted (postalandı) on a day from its signature until today.</summary>
    public sealed record PostingDayWrong(DateOnly Earliest, DateOnly Latest) : Refusal;

    /// <summary>A number of the post has letters and figures alone.</summary>
    /// <param name="Longest">The most it may have.</param>
    public sealed record PostNumberUnreadable(int Longest) : Refusal;

    /// <summary>An address stands on a letter only while it did not reach the citizen by e-mail.</summary>
    public sealed record LetterNeedsNoPost : Refusal;

    /// <summary>The part went back, came home or is told of otherwise: no paper says that it went to another institution.</summary>
    public sealed record NothingToTell : Refusal;

    /// <summary>No address was left to which a letter could go by post.</summary>
    public sealed record NoPostalAddress : Refusal;

    /// <summary>No place is configured (zarflama hizmeti) at which letters are printed and put into envelopes unseen.</summary>
    public sealed record NoPostRoom : Refusal;

    /// <summary>A letter of this answer lies there already (zarflama hizmetinde), or was fetched from there.</summary>
    /// <param name="At">Since when.</param>
    public sealed record LetterAlreadyLaid(DateTimeOffset At) : Refusal;

    /// <summary>The letter is written down on its case, but the post room (zarflama hizmeti) does not take it now: who asks again, or the next letter after an hour, lays this one.</summary>
    public sealed record LetterNotLaid : Refusal;

    /// <summary>No phone is known whose owner typed a code that was sent to it.</summary>
    public sealed record NoVerifiedPhone : Refusal;

    /// <summary>The answer is on its way or arrived: nobody has to be told that it waits.</summary>
    public sealed record NoticeNeedless : Refusal;

    /// <summary>The citizen was told by a short message that the answer waits, or is being told.</summary>
    /// <param name="At">When.</param>
    public sealed record AlreadyToldBySms(DateTimeOffset At) : Refusal;

    /// <summary>The draft on the server is not the one on the screen: it was saved or sent from another window.</summary>
    /// <param name="SavedAt">When the draft on the server was saved; none when there is none any more.</param>
    public sealed record DraftChanged(DateTimeOffset? SavedAt) : Refusal;
}
