using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace Bimer.Blazor.Shell.Parts;

/// <summary>Keeps a fault in one part of a page from ending the circuit: shows a reference number there, the rest goes on.</summary>
public sealed partial class SafeZone : ErrorBoundaryBase
{
    private string _reference = "";

    [Inject] public required ILogger<SafeZone> Logger { get; init; }

    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = ErrorReference.New();
        LogFault(Logger, exception, _reference);
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<FaultNotice>(1);
        builder.AddComponentParameter(2, nameof(FaultNotice.Reference), _reference);
        builder.AddComponentParameter(3, nameof(FaultNotice.OnRetry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
    }

    [LoggerMessage(EventId = 1302, Level = LogLevel.Error, Message = "A part of a page failed, reference {Reference}")]
    private static partial void LogFault(ILogger logger, Exception exception, string reference);
}
