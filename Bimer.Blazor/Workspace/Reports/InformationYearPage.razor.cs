using System.Globalization;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Reports;

/// <summary>The report of one unit and one year; both stand in the address, so that it can be sent to whoever may see it.</summary>
public sealed partial class InformationYearPage : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private InformationYearReport? _report;
    private bool _isRead;

    [SupplyParameterFromQuery(Name = "birim")] public string? Unit { get; set; }

    [SupplyParameterFromQuery(Name = "yil")] public string? Year { get; set; }

    [Inject] public required InformationYearQuery Query { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        _report = await Query.ReadAsync(NumberOf(Unit) is { } unit ? new UnitId(unit) : null, NumberOf(Year), _leaving.Token);
        _isRead = true;
    }

    private Task GoAsync(string? unit, string? year)
    {
        var (chosenUnit, chosenYear) = (unit ?? _report!.Unit.Id.Value.ToString(CultureInfo.InvariantCulture), year ?? _report!.Year.ToString(CultureInfo.InvariantCulture));
        Navigation.NavigateTo($"{Addresses.InformationYear}?birim={chosenUnit}&yil={chosenYear}", replace: true);
        return Task.CompletedTask;
    }

    private static int? NumberOf(string? said) => int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<(string Key, int Count)> Rows(InformationYear figures) =>
    [
        ("Received", figures.Received), ("Granted", figures.Granted), ("PartlyGranted", figures.PartlyGranted), ("Separated", figures.Separated),
        ("Withdrawn", figures.Withdrawn), ("SentOn", figures.SentOn), ("Undecided", figures.Undecided), ("Extended", figures.Extended), ("WithFee", figures.WithFee), ("Refused", figures.Refused),
    ];

    private static IEnumerable<(string Key, int? Count)> RoutingRows(FirstRouting first) =>
        [("Routed", first.Routed), ("RoutingMedian", first.Median), ("RoutingNinetieth", first.Ninetieth), ("RoutingWaiting", first.Waiting)];

    public ValueTask DisposeAsync() => _leaving.DisposeAsync();
}
