using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Shell;

/// <summary>
/// Turns a refusal into a sentence that says what happened and what to do next. The sentences stand in RefusalText.resx under the
/// refusal's own name; a refusal without one is a bug that a test finds.
/// </summary>
public sealed partial class RefusalText(IStringLocalizer<RefusalText> sentences, CaseWords words)
{
    /// <param name="userName">Names a colleague; loaded before.</param>
    /// <param name="unitName">Names a unit.</param>
    public string For(Refusal refusal, Func<UserId, string> userName, Func<UnitId, string> unitName)
    {
        var key = KeyOf(refusal);
        var sentence = sentences[key, FactsOf(refusal, new Names(userName, unitName))];
        return sentence.ResourceNotFound ? throw new ArgumentOutOfRangeException(nameof(refusal), key, "No text for this refusal yet.") : sentence;
    }

    /// <summary>For refusals that name nobody, such as those of a citizen's form.</summary>
    public string For(Refusal refusal) => For(refusal, _ => "", _ => "");

    /// <summary>Some refusals need another sentence for another fact; the fact then stands behind a dot.</summary>
    private static string KeyOf(Refusal refusal) => refusal.GetType().Name + refusal switch
    {
        Refusal.AlreadyClosed(RoutingState.Forwarded or RoutingState.Answered or RoutingState.Returned or RoutingState.Recalled or RoutingState.Noted or RoutingState.ForwardUndone or RoutingState.ProgressTold or RoutingState.NoticeTold, _) closed => "." + closed.End,
        Refusal.NowhereToReturn(var target) => "." + target,
        Refusal.NobodyThere(_, null) => ".NoneAbove",
        Refusal.KindChangedMeanwhile(_, { }) or Refusal.PriorityChangedMeanwhile(_, { }) => ".Told",
        Refusal.InvalidMobileNumber(var fault) => "." + fault,
        Refusal.AttachmentIsSomethingElse(_, null) => ".Unknown",
        Refusal.NotAwaitingApproval(null, _) => ".Never",
        Refusal.DraftChanged(null) => ".Gone",
        Refusal.MailUnreadable(var flaw, _) => "." + flaw,
        _ => "",
    };

    private object[] FactsOf(Refusal refusal, Names names) =>
        OfCustody(refusal, names) ?? OfRecall(refusal, names) ?? OfDescribing(refusal, names) ?? OfReplies(refusal, names) ?? OfItems(refusal, names) ?? OfWishes(refusal, names) ?? OfWriting(refusal) ?? OfTemplates(refusal, names) ?? OfOpening(refusal, names) ?? OfFiles(refusal) ?? OfTime(refusal) ?? [];

    private static object[]? OfCustody(Refusal refusal, Names names) => refusal switch
    {
        Refusal.AlreadyOpened(var custodian, var at) => [names.User(custodian), Moments.DayAndHour(at)],
        Refusal.AlreadyClosed(_, var at) => [Moments.DayAndHour(at)],
        Refusal.NotOpened(var unit) => [names.Unit(unit)],
        Refusal.NotAnOfficerOf(var unit) => [names.Unit(unit)],
        Refusal.CameForInformation(var unit) => [names.Unit(unit)],
        Refusal.RecipientTwice(var unit) => [names.Unit(unit)],
        Refusal.RecipientIsSender(var unit) => [names.Unit(unit)],
        Refusal.AlreadyThere(var unit) => [names.Unit(unit)],
        Refusal.UnitTakesNoCases(var unit) => [names.Unit(unit)],
        Refusal.RecipientExcluded(var unit) => [names.Unit(unit)],
        Refusal.NobodyThere(var unit, var instead) => [names.Unit(unit), instead is { } above ? names.Unit(above) : ""],
        Refusal.NearestUnitMissing(var unit, var nearest) => [names.Unit(unit), names.Unit(nearest)],
        Refusal.NotYoursToLift(var unit) => [names.Unit(unit)],
        Refusal.NotYoursToFollowFor(var unit) => [names.Unit(unit)],
        Refusal.ExcludedUnitHoldsPart(var unit) => [names.Unit(unit)],
        Refusal.TooManyRoutings(var most) => [most],
        Refusal.PostingDayWrong(var earliest, var latest) => [Moments.Day(earliest), Moments.Day(latest)],
        Refusal.PostNumberUnreadable(var longest) => [longest],
        Refusal.LetterAlreadyLaid(var at) => [Moments.DayAndHour(at)],
        Refusal.AlreadyToldBySms(var at) => [Moments.DayAndHour(at)],
        _ => null,
    };

    private static object[]? OfOpening(Refusal refusal, Names names) => refusal switch
    {
        Refusal.NotYoursToOpenJointly(var unit) => [names.Unit(unit)],
        Refusal.JointOpeningAsked(var by, var at) => [names.User(by), Moments.DayAndHour(at)],
        Refusal.JointOpeningNeedsAnother(var by) => [names.User(by)],
        Refusal.JointOpeningAllowed(var by, var at) => [names.User(by), Moments.DayAndHour(at)],
        Refusal.JointOpeningTheirs(var by) => [names.User(by)],
        _ => null,
    };

    private object[]? OfDescribing(Refusal refusal, Names names) => refusal switch
    {
        Refusal.OnlyForTipOffOrComplaint(var kind) => [words.Of(kind)],
        Refusal.InformationHasNoSay(var unit) => [names.Unit(unit)],
        Refusal.KindChangedMeanwhile(var now, var last) => [words.Of(now), .. WhoOf(last, names)],
        Refusal.PriorityChangedMeanwhile(var now, var last) => [words.Of(now), .. WhoOf(last, names)],
        Refusal.KindBoundByExclusion(var units) => [units],
        Refusal.LawBoundByLetter(var unit) => [names.Unit(unit)],
        Refusal.LawBoundByAnswer(var unit, var at) => [names.Unit(unit), Moments.DayAndHour(at)],
        Refusal.RecordedElsewhere(var unit) => [names.Unit(unit)],
        Refusal.RecordBoundByAnswer(var unit, var at) => [names.Unit(unit), Moments.DayAndHour(at)],
        Refusal.ReceivedAfterRecording(var day) => [Moments.Day(day)],
        _ => null,
    };

    private static object[] WhoOf(CorrectedBy? last, Names names) => last is { } who ? [names.User(who.Person), Moments.DayAndHour(who.At)] : [];

    private static object[]? OfRecall(Refusal refusal, Names names) => refusal switch
    {
        Refusal.NotTheSender(var unit) => [names.Unit(unit)],
        Refusal.AlreadyRead(var unit, var by, var at) => [names.Unit(unit), names.User(by), Moments.DayAndHour(at)],
        Refusal.AlreadyLookedInto(var unit, var by, var at) => [names.Unit(unit), names.User(by), Moments.DayAndHour(at)],
        Refusal.NotYoursToLookInto(var unit) => [names.Unit(unit)],
        Refusal.RecallTooLate(var unit, var last) => [names.Unit(unit), Moments.DayAndHour(last)],
        Refusal.AlreadyRecalled(var unit, var at) => [names.Unit(unit), Moments.DayAndHour(at)],
        _ => null,
    };

    private static object[]? OfReplies(Refusal refusal, Names names) => refusal switch
    {
        Refusal.NoSigningAuthority(var person, var unit) => [names.User(person), names.Unit(unit)],
        Refusal.NoticeUnderWay(var unit) => [names.Unit(unit)],
        Refusal.LetterNamesMissingFile(var number) => [number],
        Refusal.NotTheApprover(var unit) => [names.Unit(unit)],
        Refusal.NotYoursToResolve(var unit) => [names.Unit(unit)],
        Refusal.NotAwaitingApproval(var by, var at) => [by is { } user ? names.User(user) : "", at is { } moment ? Moments.DayAndHour(moment) : ""],
        Refusal.SampleUnread(var unread) => [unread],
        Refusal.ReplyChanged(var version, var at) => [version, Moments.DayAndHour(at)],
        Refusal.DraftChanged({ } savedAt) => [Moments.Second(savedAt)],
        Refusal.MailWithColleague(var colleague, var since) => [names.User(colleague), Moments.DayAndHour(since)],
        Refusal.DeskNotEmpty(var savedAt) => [Moments.DayAndHour(savedAt)],
        Refusal.MailSplitTooOften(var most) => [most],
        _ => null,
    };

    private static object[]? OfWriting(Refusal refusal) => refusal switch
    {
        Refusal.TextTooLong(var length, var most) => [length, most],
        Refusal.FormattedTextTooLong(var limit) => [limit],
        Refusal.MarkNotFound(var quote) => [quote],
        Refusal.TooManyMarks(var mostMarks) => [mostMarks],
        Refusal.InvalidPersonName(var longest) => [longest],
        Refusal.PetitionTextTooLong tooLong => [tooLong.Count, tooLong.Limit, tooLong.Over],
        Refusal.PetitionTextTooHeavy heavy => [heavy.Count, heavy.Limit, heavy.Over],
        Refusal.PetitionTextUnreadable(var position) => [position + 1],
        Refusal.InvalidViewName(var longest) => [longest],
        Refusal.TooManyViews(var most) => [most],
        Refusal.TooManyTopics(var most) => [most],
        Refusal.UnknownTopic(var code) => [code],
        Refusal.SearchTooLong(var length, var limit) => [length, limit],
        Refusal.SearchHasTooManyWords(var count, var limit) => [count, limit],
        _ => null,
    };

    private static object[]? OfTemplates(Refusal refusal, Names names) => refusal switch
    {
        Refusal.CatalogueServiceClosed(var name) => [name], Refusal.ServiceNameTaken(var name, _) => [name], Refusal.ServiceIsSo(var name) => [name],
        Refusal.ServiceUnnamed(var longest) => [longest], Refusal.CatalogueFull(var count, var most) => [count, most],
        Refusal.TemplateNameMissing(var longest) => [longest],
        Refusal.TemplateShortcutUnfit(var longest) => [longest],
        Refusal.TemplateShortcutTaken(var shortcut, var by) => [shortcut, by],
        Refusal.TemplateMovedOn(var version, var by, var at) => [version, names.User(by), Moments.DayAndHour(at)],
        Refusal.TemplateHomeFull(var count, var most) => [count, most],
        Refusal.TemplateWordingsFull(var count, var most) => [count, most],
        Refusal.UnknownMergeField(var written) => [written],
        _ => null,
    };

    private static object[]? OfFiles(Refusal refusal) => refusal switch
    {
        Refusal.AttachmentTooLarge(var limit) => [Sizes.Of(limit)],
        Refusal.MailUnreadable(MailFlaw.TooLarge or MailFlaw.HeadTooLarge, var limit) => [Sizes.Of(limit)],
        Refusal.MailUnreadable(_, var limit) => [limit],
        Refusal.AttachmentsTooLargeTogether(var limit) => [Sizes.Of(limit)],
        Refusal.TooManyAttachments(var limit) => [limit],
        Refusal.AttachmentTypeNotAllowed(var extension) => [extension],
        Refusal.AttachmentIsSomethingElse(var claimed, var detected) => [Label(claimed), detected is { } type ? Label(type) : ""],
        Refusal.AttachmentDamaged(var type) => [Label(type)],
        Refusal.AttachmentNotDrawn(var type) => [Label(type)],
        Refusal.AttachmentTellsOfSender(var type) => [Label(type)],
        Refusal.AttachmentHasMacros(var type) => [Label(type)],
        Refusal.AttachmentEncrypted(var type) => [Label(type)],
        Refusal.AttachmentHidesAnotherFile(var type) => [Label(type)],
        Refusal.AttachmentHasTooManyPixels(var width, var height, var limit) => [width, height, limit],
        _ => null,
    };

    private static object[]? OfTime(Refusal refusal) => refusal switch
    {
        Refusal.ExtensionTooLate(var day) => [Moments.Day(day)],
        Refusal.AlreadyExtended(var day) => [Moments.Day(day)],
        Refusal.FeeAlreadyNotified(var day) => [Moments.Day(day)],
        Refusal.FeeNoticeTooLate(var day) => [Moments.Day(day)],
        Refusal.FeeWasPaid(var day) => [Moments.Day(day)],
        Refusal.FeeStillDue(var day) => [Moments.Day(day)],
        Refusal.FeeIsAwaited(var day) => [Moments.Day(day)],
        Refusal.ReceiptUnreadable(var longest) => [longest],
        Refusal.DayTooEarly(var day) => [Moments.Day(day)],
        Refusal.HolidayUnnamed(var name, var article) => [name, article],
        Refusal.HolidayIsSo(var day) => [Moments.Day(day)],
        Refusal.HolidayMoveRuns(var day) => [Moments.Day(day)],
        Refusal.ReceivedInTheFuture(var today) => [Moments.Day(today)],
        Refusal.ReceivedTooEarly(var day) => [Moments.Day(day)],
        Refusal.DayOutOfRange(var earliest, var latest) => [Moments.Day(earliest), Moments.Day(latest)],
        _ => null,
    };

    private static string Label(AttachmentType type) => type.Extension().ToUpperInvariant();

    private sealed record Names(Func<UserId, string> User, Func<UnitId, string> Unit);
}
