using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Shell;

public sealed partial class RefusalText
{
    /// <summary>What may be wrong with the items of an information request, and with what a letter decides about them.</summary>
    private static object[]? OfItems(Refusal refusal, Names names) => refusal switch
    {
        Refusal.TooManyRequestedItems(var most) => [most],
        Refusal.RequestedItemTooLong(var number, var count, var limit) => [number, count, limit],
        Refusal.ItemsBoundByLetter(var unit) => [names.Unit(unit)],
        Refusal.ItemUndecided(var number) => [number],
        Refusal.ItemNamesNoArticle(var number) => [number],
        Refusal.ItemPartUnsaid(var number) => [number],
        Refusal.NobodyElseAnswersItem(var number) => [number],
        Refusal.ItemLeftToNobody(var number, var author) => [number, names.Unit(author)],
        _ => null,
    };

    /// <summary>What may be wrong with an inner day (iç süre).</summary>
    private static object[]? OfWishes(Refusal refusal, Names names) => refusal switch
    {
        Refusal.WantedDayOutOfRange(var unit, var earliest, var latest) => [names.Unit(unit), Moments.Day(earliest), Moments.Day(latest)],
        Refusal.NothingWantedOfCopy(var unit) => [names.Unit(unit)],
        _ => null,
    };
}
