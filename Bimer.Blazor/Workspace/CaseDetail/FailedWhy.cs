using Bimer.Blazor.Persistence.Outbox;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>Why a mail was given up, where whoever has to reach the citizen does something else for it.</summary>
internal static class FailedWhy
{
    /// <summary>The name of the sentence in the words of this room.</summary>
    public static string Of(string? code) => code switch
    {
        OutboxMessage.AnswerHarmful => "Failed.Harmful",
        OutboxMessage.AnswerBeingScanned => "Failed.Unscanned",
        _ => "Failed",
    };
}
