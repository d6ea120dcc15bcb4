using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>The final post: send what the check page showed (başvuruyu tamamla, S10).</summary>
/// <param name="Fingerprint">Of the draft and its files as the page showed them.</param>
public sealed record FileApplication(bool NoticeAccepted, string? Proof, string? Code, string? Fingerprint);

/// <summary>How the final post ended.</summary>
public abstract record FilingAnswer
{
    private FilingAnswer()
    {
    }

    /// <param name="Before">It had been filed already: nothing was added now.</param>
    public sealed record Filed(CaseNumber Number, bool Before) : FilingAnswer;

    public sealed record Incomplete(IReadOnlyList<DraftFault> Faults) : FilingAnswer;

    public sealed record NoticeNotAccepted : FilingAnswer;

    /// <summary>The draft was changed elsewhere after the page was drawn; the page shows it anew.</summary>
    public sealed record ChangedMeanwhile : FilingAnswer;

    /// <summary>No proof came: a code went to the phone. With an answer: the code that was typed is not the one.</summary>
    public sealed record CodeNeeded(CodeAnswer? Answer) : FilingAnswer;

    public sealed record NoVisit : FilingAnswer;

    public sealed record Refused(Refusal Why) : FilingAnswer;
}

/// <summary>Checks the draft, the notice and the human, then records the petition once and for all.</summary>
public sealed class FileApplicationHandler(VisitDoor door, DraftCheck check, HumanCheck human, PetitionRecorder recorder, TimeProvider clock)
{
    public async Task<FilingAnswer> HandleAsync(FileApplication command, CancellationToken ct)
    {
        if (await door.VisitAsync(ct) is not { MayFile: true } visit || door.Token is not { } token) return new FilingAnswer.NoVisit();
        if (visit.FiledCase is { } before) return new FilingAnswer.Filed(new CaseNumber(before), Before: true);
        if (!await recorder.IsStillAsync(visit, command.Fingerprint, ct)) return await UnlessFiledAsync(new FilingAnswer.ChangedMeanwhile(), ct);
        if (check.Of(visit.Draft) is { Count: > 0 } faults) return new FilingAnswer.Incomplete(faults);
        if (!command.NoticeAccepted) return new FilingAnswer.NoticeNotAccepted();
        if (await AskForHumanAsync(visit, command, ct) is { } needed) return needed;

        var recorded = await recorder.RecordAsync(token, command.Fingerprint!, clock.GetUtcNow(), ct);
        if (recorded.IsAccepted) door.EndLookUp();
        return recorded.Refusal switch
        {
            null => new FilingAnswer.Filed(recorded.Value, Before: false),
            Refusal.DraftChanged => await UnlessFiledAsync(new FilingAnswer.ChangedMeanwhile(), ct),
            var refusal => new FilingAnswer.Refused(refusal),
        };
    }

    private async Task<FilingAnswer?> AskForHumanAsync(Visit visit, FileApplication command, CancellationToken ct)
    {
        if (human.Proves(visit.Id, command.Proof)) return null;
        if (string.IsNullOrWhiteSpace(command.Code))
        {
            await human.SendCodeAsync(ct);
            return new FilingAnswer.CodeNeeded(null);
        }

        var answer = await human.TryCodeAsync(command.Code, ct);
        return answer == CodeAnswer.Right ? null : await UnlessFiledAsync(new FilingAnswer.CodeNeeded(answer), ct);
    }

    /// <summary>The second of two clicks finds the code used up and the draft's files gone because the first has filed.</summary>
    private async Task<FilingAnswer> UnlessFiledAsync(FilingAnswer no, CancellationToken ct) =>
        await door.FiledMeanwhileAsync(ct) is { } filed ? new FilingAnswer.Filed(new CaseNumber(filed), Before: false) : no;
}
