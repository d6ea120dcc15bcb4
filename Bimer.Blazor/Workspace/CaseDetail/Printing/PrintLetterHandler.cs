using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

public sealed record PrintLetter(CommandId Id, RoutingId Routing, LetterWay Way)
{
    /// <summary>Into the post room although one lies there, or was fetched from there: it is lost.</summary>
    public bool IsAgain { get; init; }

    /// <summary>Not the answer of a part, but the paper that says that it went to another institution.</summary>
    public bool IsNotice { get; init; }
}

/// <summary>A letter as paper; none where it was laid in the post room.</summary>
public sealed record PrintedLetter(string? Page, byte[]? File)
{
    public override string ToString() => nameof(PrintedLetter);
}

/// <summary>
/// The signed answer on paper. Whoever may post it gets the recipient into the window of the envelope while it did not arrive by e-mail and nobody is hidden; of a
/// hidden applicant the paper has none, and the system makes the letter for the post room, where nobody who works on the case reads it. Recorded once it is made and before anything leaves.
/// </summary>
public sealed class PrintLetterHandler(ICurrentActor currentActor, UnitDirectory units, LetterLedger ledger, LetterPress press, LetterLaying laying)
{
    /// <returns>Refused with <see cref="Refusal.NotFound"/> where there is no signed letter for this person, and as the ways say.</returns>
    public async Task<Outcome<PrintedLetter>> HandleAsync(PrintLetter command, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new Refusal.SignedOut();
        await using var db = await ledger.DbAsync(ct);
        if (await db.ReadCaseAsync(command.Routing.CaseId, actor, ct) is not { } caseFile) return new Refusal.NotFound();
        if (SentPaper.Of(caseFile, command.Routing, command.IsNotice) is not { } paper) return new Refusal.NotFound();
        var unit = units.LineageOf(paper.Unit);
        if (paper.MayPost(caseFile, unit, actor).Refusal is { } refusal) return refusal;
        var needsPost = await paper.UnreachedAsync(db, ct) is not null;
        if ((command.Way == LetterWay.PostRoom || command.IsNotice) && !needsPost) return new Refusal.LetterNeedsNoPost();
        if (command.Way == LetterWay.PostRoom && await laying.AnswerAsync(db, command, actor, ct) is { } answer) return answer;
        var isSeen = needsPost && command.Way != LetterWay.PostRoom && caseFile.MayAddressLetter(paper.Routing, unit, actor);
        return await PrintAsync(db, command, (caseFile, actor, isSeen), ct);
    }

    private async Task<Outcome<PrintedLetter>> PrintAsync(BimerDbContext db, PrintLetter command, (CaseFile Case, Actor Actor, bool IsSeen) letter, CancellationToken ct)
    {
        PostalRecipient? recipient = null;
        if (letter.IsSeen || command.Way == LetterWay.PostRoom)
        {
            recipient = await ledger.AddressAsync(letter.Case, letter.Actor, ct);
            if (recipient is null) return new Refusal.ChangedMeanwhile();
            if (recipient.Address.Length == 0 && command.Way == LetterWay.PostRoom) return new Refusal.NoPostalAddress();
        }

        var made = await press.PrintAsync(db, command, letter.Case, recipient, ct);
        if (made.Value is not { } paper) return made;
        if (command.Way == LetterWay.PostRoom) return await laying.LayAsync(command, letter.Case, paper.File!, ct);
        if (await ledger.RecordAsync(command, letter.Actor, letter.IsSeen, ct) is { } notRecorded) return notRecorded;
        return letter.IsSeen && !await ledger.IsAsReadAsync(letter.Case, letter.Actor, ct) ? new Refusal.ChangedMeanwhile() : made;
    }
}
