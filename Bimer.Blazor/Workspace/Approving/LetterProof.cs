using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files.Scanning;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Shell.Html;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Approving;

/// <summary>What is asked of a letter in the act that signs it: that it is sound, and that it is what was on the screen.</summary>
public sealed class LetterProof(ReplyLetterReader letters, ApplicantTraces traces, FileVerdicts verdicts, ServiceCatalogue catalogue)
{
    /// <summary>Hidden since it was written, or refused without its article: what the writer's desk could not know.</summary>
    internal async Task<Refusal?> WhyNotSoundAsync(ApproveReply command, Reply reply, Acting acting, CancellationToken ct)
    {
        var lines = $"{reply.InadmissibilityGround}\n{SafeHtml.PlainTextOf(reply.Html)}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var files = await acting.Db.Attachments.Where(a => a.Reply == reply.Id).Select(a => new { a.Id, a.Name }).ToListAsync(ct);
        if (files.Select(file => verdicts.WhyNotOpen(file.Id)).FirstOrDefault(why => why is not null) is { } unclean) return unclean;
        var names = files.ConvertAll(file => file.Name);
        if ((await traces.NamingAsync(acting.Db, reply.CaseId, [.. lines, .. names, .. reply.Items.All.SelectMany(one => new[] { one.Item, one.Note })], ct)).Count > 0) return new Refusal.LetterNamesApplicant();
        var refuses = command.Disclosure is DisclosureDecision.Refused or DisclosureDecision.PartlyGranted;
        return refuses && reply.Inadmissibility is null && !reply.Items.Refuse && !LetterChecks.NameArticle(lines) ? new Refusal.RefusalNamesNoArticle() : null;
    }

    /// <summary>A choice arrives as text and may be anything; what the writer filed it under stands even if its unit closed it since.</summary>
    internal async Task<Refusal?> WhyNotFiledAsync(ApproveReply command, Reply reply, Acting acting, CancellationToken ct) =>
        string.Equals(reply.CatalogueService, command.CatalogueService, StringComparison.Ordinal) ? null : await catalogue.WhyNotAsync(acting.Db, reply.AuthorUnit, command.CatalogueService, ct);

    // The courier will compose the letter from these very facts; what would leave must be what was on the screen.
    internal async Task<bool> WasReadAsync(ApproveReply command, string filedUnder, CaseFile caseFile, Acting acting, CancellationToken ct)
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
        return string.Equals(new Letter(reply.Html, filedUnder, files, reply.Inadmissibility) { IsProgress = reply.IsProgress, Items = reply.Items, Notice = reply.Notice }.ContentHash, reply.ContentHash, StringComparison.Ordinal);
    }
}
