using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Bimer.Blazor.Shell.Frame;

/// <summary>Shows nothing. What asks to be drawn while this is drawn goes to the browser with it, in one message.</summary>
public sealed class DrawnTogether : ComponentBase, IDisposable
{
    [Inject] public required Redraws Redraws { get; init; }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) Redraws.DrawAll = StateHasChanged;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var draw in Redraws.Take()) draw();
    }

    public void Dispose() => Redraws.DrawAll = null;
}
