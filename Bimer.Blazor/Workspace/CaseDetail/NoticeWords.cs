using Bimer.Blazor.Shell.Parts;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>What came of telling the citizen where the case went (3071 m.5, 4982 m.7), in a sentence; and what to do, only to whoever can do it.</summary>
internal static class NoticeWords
{
    public static string Of(IStringLocalizer text, LetterDelivery told)
    {
        var sentence = text["Told." + told.State, Moments.DayAndHour(told.At)].Value;
        return !told.IsOpen || told.State == DeliveryState.Uncertain ? sentence : $"{sentence} {text[told.MayPost ? "ToldPost" : "ToldWho"]}";
    }
}
