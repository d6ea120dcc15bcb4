using Bimer.Blazor.Facts;
using Bimer.Blazor.Facts.Demo;
using Bimer.Domain.Cases;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>What two of three information requests of the demo ask for item by item, and what becomes of each item in the letter.</summary>
internal static class DemoItems
{
    private const int OneUnlisted = 3;

    private static readonly InadmissibilityReason _ownStudy = ReasonOf("AYRI_CALISMA"), _privacy = ReasonOf("OZEL_HAYAT");

    /// <summary>Not drawn: the story behind it would become another.</summary>
    public static RequestedItems Of(DemoPetition petition)
    {
        if (petition.Kind != CaseKind.InformationRequest || petition.Number % OneUnlisted == 0) return RequestedItems.None;
        var lists = DemoWords.Shipped.RequestedItems[petition.Subject.Name];
        return RequestedItems.Parse(lists[petition.Number / OneUnlisted % lists.Count]).Value!;
    }

    /// <summary>They say what the words of the letter say.</summary>
    public static ItemDecisions Decided(RequestedItems items, string letter) =>
        ItemDecisions.Of(items.All.Select((item, at) => Decided(item, Begins(letter, DemoWords.Shipped.RefusedAnswers), at == items.Count - 1 && Begins(letter, DemoWords.Shipped.PartlyGrantedAnswers))));

    private static ItemDecision Decided(string item, bool isRefused, bool isParted) => (isRefused, isParted) switch
    {
        (true, _) => new ItemDecision(item, ItemOutcome.Refused, _ownStudy.ToString()),
        (_, true) => new ItemDecision(item, ItemOutcome.PartlyGranted, _privacy.ToString(), DemoWords.Shipped.WithheldPart),
        _ => new ItemDecision(item, ItemOutcome.Granted),
    };

    private static bool Begins(string letter, IEnumerable<string> answers) => answers.Any(answer => letter.StartsWith(answer, StringComparison.Ordinal));

    private static InadmissibilityReason ReasonOf(string code)
    {
        var fact = FactBook.Shipped.InadmissibilityReasons.Single(reason => string.Equals(reason.Code, code, StringComparison.Ordinal));
        return new(fact.Code, fact.Law, fact.Article, fact.Reason);
    }
}
