using System.Globalization;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Domain.Replies;

/// <summary>What an interim letter under 4982 tells (ara yazı). Stored as numbers: never renumber.</summary>
public enum NoticeKind
{
    /// <summary>süre uzatımı (m.11)</summary>
    Extension = 1,

    /// <summary>ücret bildirimi (m.10, m.11)</summary>
    Fee = 2,

    /// <summary>vazgeçmiş sayılma (m.10, m.11)</summary>
    Withdrawal = 3,
}

/// <summary>Why an information request takes thirty working days (uzatma gerekçesi, 4982 m.11). Its names are kept with letters: never rename.</summary>
public enum ExtensionGround
{
    /// <summary>It is to be had from another unit of the same institution (başka bir birimden sağlanması).</summary>
    OtherUnit = 1,

    /// <summary>Another institution is to be asked for its opinion (başka bir kurumun görüşünün alınması).</summary>
    OtherInstitution = 2,

    /// <summary>What is asked for concerns several units (birden fazla birimi ilgilendirmesi).</summary>
    SeveralUnits = 3,
}

/// <summary>A letter that tells something of an information request's time and answers nothing (ara yazı, 4982): it leaves with a signature like every other.</summary>
/// <param name="Ground">The writer's own words.</param>
public abstract record LetterNotice(string Ground)
{
    /// <summary>Longest code as it is kept with a letter or a draft.</summary>
    public const int LongestKept = 64;

    private protected const char Between = '|';

    public abstract NoticeKind Kind { get; }

    /// <summary>The last day it tells of; fixed by the signature, none before.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>What it is, without words and without the day, for the law asks for the day of the signature: "UZATMA|OtherUnit". Part of what is signed.</summary>
    public abstract string Code { get; }

    /// <summary>Nothing follows it: its part ends for good.</summary>
    public virtual bool IsLast => false;

    /// <summary>Everything the law asks to be told stands in it.</summary>
    internal virtual bool IsComplete => !string.IsNullOrWhiteSpace(Ground);

    /// <summary>The terms once it is signed. Refused as <see cref="DeadlineTerms"/> refuses.</summary>
    public abstract Outcome<DeadlineTerms> Change(DeadlineTerms terms, DateOnly day, WorkingCalendar calendar);

    /// <summary>As it would read if it were signed on this day; without a day where it could not be.</summary>
    public LetterNotice Foreseen(DeadlineTerms terms, DateOnly day, WorkingCalendar calendar) =>
        Change(terms, day, calendar).Value is { } changed ? this with { LastDay = StatutoryDeadline.Of(changed, calendar).DueOn } : this;

    /// <summary>As it is kept with its letter: the code, and once it is signed the day.</summary>
    public string Kept => LastDay is { } day ? Code + Between + day.ToString("O", CultureInfo.InvariantCulture) : Code;

    /// <summary>What every <see cref="Kept"/> of the kind begins with.</summary>
    public static string WordOf(NoticeKind kind) => kind switch { NoticeKind.Extension => ExtensionNotice.Word, NoticeKind.Fee => FeeNotice.Word, _ => WithdrawalNotice.Word };

    /// <summary>Whether a draft's choice is a notice at all, complete or not.</summary>
    public static NoticeKind? KindOf(string? code) => (code ?? "").Split(Between)[0] switch
    {
        ExtensionNotice.Word => NoticeKind.Extension,
        FeeNotice.Word => NoticeKind.Fee,
        WithdrawalNotice.Word => NoticeKind.Withdrawal,
        _ => null,
    };

    /// <summary>Reads what <see cref="Kept"/> or <see cref="Code"/> wrote; none where it is incomplete or another thing.</summary>
    public static LetterNotice? Parse(string? kept, string? ground) => KindOf(kept) switch
    {
        NoticeKind.Extension => ExtensionNotice.Read(kept!.Split(Between), ground ?? ""),
        NoticeKind.Fee => FeeNotice.Read(kept!.Split(Between), ground ?? ""),
        NoticeKind.Withdrawal => WithdrawalNotice.Read(kept!.Split(Between), ground ?? ""),
        _ => null,
    };

    private protected static DateOnly? DayIn(string[] fields, int at) =>
        fields.Length > at && DateOnly.TryParseExact(fields[at], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The words of a letter belong into no log.</summary>
    public sealed override string ToString() => Code;
}

/// <summary>It takes thirty working days, and why (süre uzatımı, 4982 m.11).</summary>
public sealed record ExtensionNotice(ExtensionGround Because, string Ground) : LetterNotice(Ground)
{
    internal const string Word = "UZATMA";

    public override NoticeKind Kind => NoticeKind.Extension;

    public override string Code => CodeOf(Because);

    /// <summary>The choice of a draft, also while no ground is chosen.</summary>
    public static string CodeOf(ExtensionGround? because) => Word + Between + because;

    /// <summary>The ground a draft has chosen so far.</summary>
    public static ExtensionGround? GroundIn(string? code) =>
        (code ?? "").Split(Between) is [Word, var because, ..] && Enum.TryParse<ExtensionGround>(because, out var ground) && Enum.IsDefined(ground) ? ground : null;

    public override Outcome<DeadlineTerms> Change(DeadlineTerms terms, DateOnly day, WorkingCalendar calendar) => terms.Extend(day, calendar);

    internal static ExtensionNotice? Read(string[] fields, string ground) =>
        GroundIn(string.Join(Between, fields)) is { } because ? new ExtensionNotice(because, ground) { LastDay = DayIn(fields, 2) } : null;
}
