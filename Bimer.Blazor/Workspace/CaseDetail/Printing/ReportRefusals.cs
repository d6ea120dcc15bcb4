using Bimer.Domain.Kernel;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>A page in the place of a paper that was not handed out: why, and what to do.</summary>
public sealed class ReportRefusals(RefusalSentences sentences, ReportWriter writer, IStringLocalizer<PrintingWords> words)
{
    public async Task<string> PageAsync(Refusal refusal, CancellationToken ct) => await writer.RefuseAsync(words["RefusedTitle"], await sentences.OfAsync(refusal, ct), words["RefusedHint"]);

    /// <summary>The letter is where it is printed and put into its envelope; here nobody sees it.</summary>
    public Task<string> HandedOverAsync() => writer.RefuseAsync(words["HandedOverTitle"], words["HandedOver"], words["HandedOverHint"]);
}
