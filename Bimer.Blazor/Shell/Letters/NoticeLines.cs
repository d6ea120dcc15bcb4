using Bimer.Domain.Replies;

namespace Bimer.Blazor.Shell.Letters;

/// <summary>What an interim letter under 4982 says before its own text: the law, the reason, and the last day.</summary>
internal static class NoticeLines
{
    public static string Subject(LetterNotice notice, string number) => LetterWords.Of($"{notice.Kind}.Subject", number);

    /// <summary>Under which article it is sent, and what follows.</summary>
    public static string Law(LetterNotice notice) => LetterWords.Of($"{notice.Kind}.Law");

    public static IReadOnlyList<string> Opening(LetterNotice notice) => notice switch
    {
        ExtensionNotice told => [LetterWords.Of("Extension." + told.Because), .. LetterLines.Paragraphs(LetterWords.Of("Ground", told.Ground)), .. Day(told)],
        FeeNotice told => [LetterWords.Of("Fee.Text", told.WhatFor, Lira(told.Amount)), .. LetterLines.Paragraphs(LetterWords.Of("Fee.PayTo", told.PayTo)), .. Day(told)],
        _ => Day(notice),
    };

    /// <summary>"1.234,50 TL".</summary>
    public static string Lira(decimal amount) => LetterWords.Of("Lira", amount.ToString("N2", LetterWords.Turkish));

    private static IReadOnlyList<string> Day(LetterNotice notice) =>
        notice.LastDay is { } day ? [LetterWords.Of($"{notice.Kind}.Day", day.ToString("d MMMM yyyy dddd", LetterWords.Turkish))] : [];
}
