using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Shell.Html;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Approving;

/// <param name="ContentHash">Of the version that was on the approver's screen.</param>
/// <param name="LetterHash">Of the whole letter that was on the approver's screen, signature and remedies included.</param>
public sealed record ApproveReply(
    CommandId Id, RoutingId Routing, string ContentHash, string CatalogueService, ReplyVerdict? Verdict, DisclosureDecision? Disclosure, string LetterHash);

/// <summary>The approver signs exactly what was read; the letter leaves by the outbox, in the same transaction.</summary>
public sealed class ApproveReplyHandler(CaseWork work, SignatoryDirectory signatories, ReplyLetterReader letters, DecidedMeanwhile meanwhile, ApplicantTraces traces)
{
    public async Task<Outcome> HandleAsync(ApproveReply command, CancellationToken ct)
    {
        var approval = new Approval(command.ContentHash, command.CatalogueService, command.Verdict, command.Disclosure);
        var outcome = await work.ChangeAsync(command.Id, command.Routing.CaseId, async (caseFile, acting) =>
        {
            var reply = caseFile.Replies.FirstOrDefault(r => r.Id == command.Routing);
            var filedUnder = reply?.CatalogueService;   // approving overwrites it
            if (filedUnder is not null && IsInvented(command.CatalogueService, filedUnder)) return new Refusal.CatalogueServiceMissing();
            var lies = reply?.ApproverUnit ?? caseFile.RoutingOf(command.Routing).To;
            var signatory = await signatories.ChoiceAsync(acting.Db, acting.Actor.UserId, lies, ct);
            var approved = caseFile.ApproveReply(command.Routing, approval, signatory, acting.Actor, acting.Today, acting.Now);
            if (!approved.IsAccepted) return approved;
            if (await WhyNotSoundAsync(command, reply!, acting, ct) is { } unsound) return unsound;   // after the guards: told to nobody who may not sign
            return await WasReadAsync(command, filedUnder!, caseFile, acting, ct) ? approved : new Refusal.LetterChanged();
        }, ct);
        return await meanwhile.ExplainAsync(outcome, command.Routing, ct);
    }

    /// <summary>Hidden since it was written, or refused without its article: what the writer's desk could not know.</summary>
    private async Task<Refusal?> WhyNotSoundAsync(ApproveReply command, Reply reply, Acting acting, CancellationToken ct)
    {
        var lines = $"{reply.InadmissibilityGround}\n{SafeHtml.PlainTextOf(reply.Html)}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var names = await acting.Db.Attachments.Where(a => a.Reply == reply.Id).Select(a => a.Name).ToListAsync(ct);
        if ((await traces.NamingAsync(acting.Db, reply.CaseId, [.. lines, .. names], ct)).Count > 0) return new Refusal.LetterNamesApplicant();
        var refuses = command.Disclosure is DisclosureDecision.Refused or DisclosureDecision.PartlyGranted;
        return refuses && reply.Inadmissibility is null && !LetterChecks.NameArticle(lines) ? new Refusal.RefusalNamesNoArticle() : null;
    }

    /// <summary>A choice arrives as text and may be anything; what the writer filed it under stands even if the catalogue lost it since.</summary>
    private static bool IsInvented(string chosen, string filedUnder) =>
        !ServiceCatalogue.Has(chosen) && !string.Equals(filedUnder, chosen, StringComparison.Ordinal);

    // The courier will compose the letter from these very facts; what would leave must be what was on the screen.
    private async Task<bool> WasReadAsync(ApproveReply command, string filedUnder, CaseFile caseFile, Acting acting, CancellationToken ct)
    {
        var signature = new IntendedSignature(acting.Actor.UserId, acting.Now, command.Disclosure, command.Verdict);
        var facts = await letters.ReadAsync(caseFile, command.Routing, signature, ct);
        return facts is not null && await HasItsFilesAsync(caseFile.Replies.First(r => r.Id == command.Routing), filedUnder, acting.Db, ct)
            && string.Equals(ReplyLetter.Compose(facts, addressee: null).Hash, command.LetterHash, StringComparison.Ordinal);
    }

    /// <summary>A file that was taken away in the instant of sending: the letter is not the one whose hash lies here.</summary>
    private static async Task<bool> HasItsFilesAsync(Reply reply, string filedUnder, BimerDbContext db, CancellationToken ct)
    {
        var files = await db.Attachments.Where(a => a.Reply == reply.Id).Select(a => a.Id).ToListAsync(ct);
        return string.Equals(new Letter(reply.Html, filedUnder, files, reply.Inadmissibility).ContentHash, reply.ContentHash, StringComparison.Ordinal);
    }
}
