using Bimer.Domain.Cases;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Portal.Tracking;

/// <summary>The person's cases on the left, the chosen one on the right (S11). The newest is chosen where none is named.</summary>
public sealed partial class TrackingPage
{
    private IReadOnlyList<OwnCase>? _list;
    private OwnCaseDetail? _case;

    [Parameter] public string? Number { get; set; }
    [Inject] public required TrackingQuery Query { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>Beside a hidden petition the way out is always in reach, here as on the form (U33).</summary>
    private bool IsHidden => _case is { Petition.IsHidden: true };

    protected override async Task OnInitializedAsync()
    {
        _list = await Query.ListAsync(Number, CancellationToken.None);
        if (_list is null) Navigation.NavigateTo("/sorgula?bitti=1");
        else if ((Number ?? (_list.Count > 0 ? _list[0].Number : null)) is { } chosen) _case = await Query.ReadAsync(chosen, CancellationToken.None);
    }
}
