using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Shell;

/// <summary>
/// Places in the frame that other rooms fill. The shell knows no room, so each room hands in its component's type:
/// <c>services.Configure&lt;ShellSlots&gt;(s =&gt; s.Menu = typeof(CountedMenu))</c>.
/// </summary>
public sealed class ShellSlots
{
    /// <summary>The left menu; usually a component that reads counters and renders <see cref="Frame.WorkspaceMenu"/>.</summary>
    public Type? Menu { get; set; }

    /// <summary>The bell in the top bar.</summary>
    public Type? Bell { get; set; }

    /// <summary>Who is signed in; usually renders <see cref="Frame.PersonBadge"/>.</summary>
    public Type? Person { get; set; }

    /// <summary>A case beside a list; takes <c>Number</c> and <c>OnBack</c>.</summary>
    public Type? Case { get; set; }

    /// <summary>What the signed-in person chose for their keyboard.</summary>
    public Func<IServiceProvider, CancellationToken, Task<Frame.KeyChoice>>? Keys { get; set; }

    /// <summary>How much of a case's page the signed-in person gives to its text, in percent; none for the usual share.</summary>
    public Func<IServiceProvider, CancellationToken, Task<int?>>? CaseShare { get; set; }

    /// <summary>Says by <c>data-working</c> that something goes on which ends with the window: the browser then asks before it closes.</summary>
    public Type? Working { get; set; }

    internal static RenderFragment? Render(Type? component) =>
        component is null ? null : builder =>
        {
            builder.OpenComponent(0, component);
            builder.CloseComponent();
        };
}
