using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Approving;

public sealed record ReturnForRevision(CommandId Id, RoutingId Routing, string ContentHash, Correcting Correcting);

/// <summary>The approver sends the letter back to its writer with a note, with marks on its words, or with both.</summary>
public sealed class ReturnForRevisionHandler(CaseWork work, DecidedMeanwhile meanwhile, ReplyLetterReader letters)
{
    public async Task<Outcome> HandleAsync(ReturnForRevision command, CancellationToken ct)
    {
        var outcome = await work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) => ReturnAsync(command, caseFile, acting, ct), ct);
        return await meanwhile.ExplainAsync(outcome, command.Routing, ct);
    }

    private async ValueTask<Outcome> ReturnAsync(ReturnForRevision command, CaseFile caseFile, Acting acting, CancellationToken ct)
    {
        // Who names the letter's hash has read it: only they are told what stands in it and what does not.
        var read = caseFile.Replies.FirstOrDefault(r => r.Id == command.Routing && string.Equals(r.ContentHash, command.ContentHash, StringComparison.Ordinal));
        var shown = await letters.ReadAsync(caseFile, command.Routing, new IntendedSignature(acting.Actor.UserId, acting.Now, Disclosure: null), ct);
        // On the screen the system's places were filled: words that hold such a value stand in the letter too.
        if (read is not null && shown is not null && LostMark(MarkedWords.Of(ReplyLetter.BodyOf(shown, addressee: null)), command.Correcting.Marks) is { } lost) return new Refusal.MarkNotFound(lost.Quote);
        return caseFile.ReturnForRevision(command.Routing, command.ContentHash, command.Correcting, acting.Actor, acting.Now);
    }

    private static LetterMark? LostMark(MarkedWords words, IReadOnlyList<LetterMark> marks) =>
        marks.FirstOrDefault(mark => !string.IsNullOrWhiteSpace(mark.Quote) && words.PlacesOf(mark.Quote) == 0);
}
