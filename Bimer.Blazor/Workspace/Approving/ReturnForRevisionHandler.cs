using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Approving;

public sealed record ReturnForRevision(CommandId Id, RoutingId Routing, string ContentHash, Correcting Correcting);

/// <summary>The approver sends the letter back to its writer with a note, with marks on its words, or with both.</summary>
public sealed class ReturnForRevisionHandler(CaseWork work, DecidedMeanwhile meanwhile)
{
    public async Task<Outcome> HandleAsync(ReturnForRevision command, CancellationToken ct)
    {
        var outcome = await work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) => Return(command, caseFile, acting), ct);
        return await meanwhile.ExplainAsync(outcome, command.Routing, ct);
    }

    private static Outcome Return(ReturnForRevision command, CaseFile caseFile, Acting acting)
    {
        // Who names the letter's hash has read it: only they are told what stands in it and what does not.
        var read = caseFile.Replies.FirstOrDefault(r => r.Id == command.Routing && string.Equals(r.ContentHash, command.ContentHash, StringComparison.Ordinal));
        if (read is not null && LostMark(MarkedWords.Of(read.Html), command.Correcting.Marks) is { } lost) return new Refusal.MarkNotFound(lost.Quote);
        return caseFile.ReturnForRevision(command.Routing, command.ContentHash, command.Correcting, acting.Actor, acting.Now);
    }

    private static LetterMark? LostMark(MarkedWords words, IReadOnlyList<LetterMark> marks) =>
        marks.FirstOrDefault(mark => !string.IsNullOrWhiteSpace(mark.Quote) && words.PlacesOf(mark.Quote) == 0);
}
