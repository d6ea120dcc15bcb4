namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>Why a mail came back, in the few ways that make a difference to whoever has to reach the citizen (RFC 3463).</summary>
internal static class BounceWhy
{
    /// <summary>The name of the sentence in the words of this room.</summary>
    public static string Of(string? code) => code switch
    {
        null => "Other",
        _ when code.StartsWith("5.1.", StringComparison.Ordinal) => "Address",
        "5.2.1" => "Closed",
        "5.2.2" or "4.2.2" => "Full",
        "5.2.3" or "5.3.4" => "Large",
        _ when code.StartsWith("5.7.", StringComparison.Ordinal) => "Policy",
        _ when code.StartsWith("5.4.", StringComparison.Ordinal) || code.StartsWith("4.4.", StringComparison.Ordinal) => "Reach",
        _ => "Other",
    };
}
