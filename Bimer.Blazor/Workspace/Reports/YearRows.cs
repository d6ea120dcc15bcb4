using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Reports;

/// <summary>What the report is fetched as; said in the address.</summary>
internal static class YearFiles
{
    public const string Workbook = "xlsx", Csv = "csv";
}

/// <summary>The lines of the yearly report in their order, for the page and its files alike.</summary>
internal static class YearRows
{
    public static IEnumerable<(string Key, int Count)> Of(InformationYear figures) =>
    [
        ("Received", figures.Received), ("Granted", figures.Granted), ("PartlyGranted", figures.PartlyGranted), ("Separated", figures.Separated),
        ("Withdrawn", figures.Withdrawn), ("SentOn", figures.SentOn), ("Undecided", figures.Undecided), ("Extended", figures.Extended), ("WithFee", figures.WithFee), ("Refused", figures.Refused),
    ];

    public static IEnumerable<(string Key, int? Count)> Of(FirstRouting first) =>
        [("Routed", first.Routed), ("RoutingMedian", first.Median), ("RoutingNinetieth", first.Ninetieth), ("RoutingWaiting", first.Waiting)];
}
