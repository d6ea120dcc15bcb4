using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Shell.Showcase;

/// <summary>A page with sample content for screenshots and accessibility checks. Outside Development it does not exist.</summary>
public abstract class ShowcasePage : ComponentBase
{
    [Inject] public required IStringLocalizer<ShowcaseWords> T { get; init; }
    [Inject] public required IHostEnvironment Environment { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    protected override void OnInitialized()
    {
        if (!Environment.IsDevelopment()) Navigation.NotFound();
    }
}
