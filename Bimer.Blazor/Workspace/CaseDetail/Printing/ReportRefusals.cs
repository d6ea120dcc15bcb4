using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>A page in the place of a paper that was not handed out: why, and what to do.</summary>
public sealed class ReportRefusals(RefusalSentences sentences, ReportWriter writer)
{
    public async Task<string> PageAsync(Refusal refusal, CancellationToken ct) => await writer.RefuseAsync(await sentences.OfAsync(refusal, ct));
}
