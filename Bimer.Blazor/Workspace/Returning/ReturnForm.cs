using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.Returning;

/// <summary>What is chosen and typed, and as it is kept between two visits of the page.</summary>
public sealed class ReturnForm
{
    public ReturnTarget? Target { get; set; }

    public ReturnReason? Reason { get; set; }

    public string Note { get; set; } = "";
}
