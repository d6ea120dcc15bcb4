using System.Globalization;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Domain.Replies;

/// <summary>What the access costs, what for and where it is paid (ücret bildirimi, 4982 m.10, m.11): until it is paid the time to answer stands still.</summary>
/// <param name="Amount">In lira, exact to the kuruş.</param>
/// <param name="Ground">What it is for, then where it is paid, see <see cref="Words"/>.</param>
public sealed record FeeNotice(decimal Amount, string Ground) : LetterNotice(Ground)
{
    /// <summary>The highest amount, in lira.</summary>
    public const decimal Highest = 1_000_000m;

    /// <summary>Longest "what for", in UTF-16 units: one line.</summary>
    public const int LongestWhatFor = 200;

    internal const string Word = "UCRET";
    private const int KurusPerLira = 100;
    private const string Nothing = "-";

    public override NoticeKind Kind => NoticeKind.Fee;

    public override string Code => CodeOf(Amount);

    /// <summary>"84 sayfa fotokopi".</summary>
    public string WhatFor => WhatForIn(Ground);

    /// <summary>Account or counter, as the applicant will read it.</summary>
    public string PayTo => PayToIn(Ground);

    /// <summary>The choice of a draft, also while no amount stands.</summary>
    public static string CodeOf(decimal? amount) => string.Create(CultureInfo.InvariantCulture, $"{Word}{Between}{amount * KurusPerLira:0}");

    /// <summary>Reads an amount as it is written in Turkey, "1.234,50" or "12,5"; none where it is written otherwise: "12.50" could be meant as either.</summary>
    public static decimal? AmountOf(string? typed)
    {
        var (whole, cents) = (typed ?? "").Trim().Split(',') switch { [var lira] => (lira, "00"), [var lira, { Length: 1 or 2 } kurus] => (lira, kurus.PadRight(2, '0')), _ => ("", "") };
        var groups = whole.Split('.');
        if (groups[0].Length == 0 || (groups.Length > 1 && groups[0].Length > 3) || groups.Skip(1).Any(g => g.Length != 3) || !string.Concat([.. groups, cents]).All(char.IsAsciiDigit)) return null;
        return decimal.TryParse(string.Concat(groups) + "." + cents, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount > 0 && amount <= Highest ? amount : null;
    }

    /// <summary>As <see cref="AmountOf"/> reads it: "1234,50".</summary>
    public static string Typed(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>The amount a draft names so far; none where it is none, or none of money.</summary>
    public static decimal? AmountIn(string? code) =>
        (code ?? "").Split(Between) is [Word, var kurus, ..] && long.TryParse(kurus, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole > 0 && whole <= Highest * KurusPerLira
            ? (decimal)whole / KurusPerLira : null;

    /// <summary>The two as one text: what for is one line, and where it is paid the rest.</summary>
    public static string Words(string whatFor, string payTo) =>
        whatFor.Length == 0 && payTo.Length == 0 ? "" : $"{(string.IsNullOrWhiteSpace(whatFor) ? Nothing : whatFor.ReplaceLineEndings(" ").Trim())}\n{payTo}";

    /// <summary>What it is for, in words that <see cref="Words"/> made.</summary>
    public static string WhatForIn(string words) => words.Split('\n')[0].Trim() is var first && string.Equals(first, Nothing, StringComparison.Ordinal) ? "" : first;

    /// <summary>Where it is paid, in the same words.</summary>
    public static string PayToIn(string words) => words.Split('\n', 2) is [_, var rest] ? rest.Trim() : "";

    public override Outcome<DeadlineTerms> Change(DeadlineTerms terms, DateOnly day, WorkingCalendar calendar) => terms.NotifyFee(day, calendar.Rules.FeeClock, calendar);

    internal override bool IsComplete => WhatFor.Length is > 0 and <= LongestWhatFor && PayTo.Length > 0;

    internal static FeeNotice? Read(string[] fields, string ground) =>
        AmountIn(string.Join(Between, fields)) is { } amount ? new FeeNotice(amount, ground) { LastDay = DayIn(fields, 2) } : null;
}

/// <summary>The fee was not paid in time: the request is deemed withdrawn (vazgeçmiş sayılma, 4982 m.10, m.11). A person proposes it and an approver signs it.</summary>
public sealed record WithdrawalNotice(string Ground) : LetterNotice(Ground)
{
    internal const string Word = "VAZGECME";

    public override NoticeKind Kind => NoticeKind.Withdrawal;

    public override string Code => Word;

    internal override bool IsComplete => true;

    public override bool IsLast => true;

    /// <summary>The legal time stays what it is: it ends with the case.</summary>
    public override Outcome<DeadlineTerms> Change(DeadlineTerms terms, DateOnly day, WorkingCalendar calendar) => terms;

    internal static WithdrawalNotice Read(string[] fields, string ground) => new(ground) { LastDay = DayIn(fields, 1) };
}
