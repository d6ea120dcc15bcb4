using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;

namespace Bimer.Blazor.Shell.Frame;

/// <summary>The officer's frame: bar, menu, work. Other rooms fill its places through <see cref="ShellSlots"/>.</summary>
public sealed partial class WorkspaceLayout : IDisposable
{
    /// <summary>The claim that holds the unit's name, shown under the person's.</summary>
    public const string UnitNameClaim = "bimer:unit-name";

    private string _name = "";
    private string _unit = "";
    private string _place = "";

    [CascadingParameter] public Task<AuthenticationState>? Authentication { get; set; }
    [Inject] public required NavigationManager Navigation { get; init; }

    private static RenderFragment PlainMenu => builder =>
    {
        builder.OpenComponent<WorkspaceMenu>(0);
        builder.CloseComponent();
    };

    private RenderFragment SignedIn => builder =>
    {
        builder.OpenComponent<PersonBadge>(0);
        builder.AddComponentParameter(1, nameof(PersonBadge.Name), _name);
        builder.AddComponentParameter(2, nameof(PersonBadge.Unit), _unit);
        builder.CloseComponent();
    };

    protected override async Task OnInitializedAsync()
    {
        _place = PathOf(Navigation.Uri);
        if (Authentication is null) return;
        var person = (await Authentication).User;
        _name = person.Identity?.Name ?? "";
        _unit = person.FindFirst(UnitNameClaim)?.Value ?? "";
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) Navigation.LocationChanged += Moved;
    }

    // A new page gets a new error boundary; a changed query (a filter, the case beside the list) keeps the page as it stands.
    private void Moved(object? sender, LocationChangedEventArgs moved)
    {
        _place = PathOf(moved.Location);
        _ = InvokeAsync(StateHasChanged);
    }

    private static string PathOf(string address) => new Uri(address).Segments.ElementAtOrDefault(1) ?? "";

    public void Dispose() => Navigation.LocationChanged -= Moved;
}
