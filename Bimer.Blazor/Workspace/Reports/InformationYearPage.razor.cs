using System.Globalization;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
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

    /// <summary>The same figures as a file.</summary>
    private string FileOf(string kind) => $"{Addresses.InformationYearFile}?birim={_report!.Unit.Id.Value.ToString(CultureInfo.InvariantCulture)}&yil={_report.Year.ToString(CultureInfo.InvariantCulture)}&bicim={kind}";

    public ValueTask DisposeAsync() => _leaving.DisposeAsync();
}
