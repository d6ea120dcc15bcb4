using Bimer.Blazor.Workspace.Holding;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace;

/// <summary>"Beklemeden Çıkar", wherever it is clicked: on the case or in a notice.</summary>
public sealed class CaseResuming(ResumeCaseHandler handler, RefusalSentences sentences)
{
    /// <returns>Nothing when it is off hold now, else why not, in words.</returns>
    public async Task<string?> ResumeAsync(CommandId id, RoutingId routing, CancellationToken ct)
    {
        var outcome = await handler.HandleAsync(new ResumeCase(id, routing), ct);
        return outcome.Refusal is { } refusal ? await sentences.OfAsync(refusal, ct) : null;
    }
}
