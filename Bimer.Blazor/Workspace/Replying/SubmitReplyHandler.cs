using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Replying;

/// <param name="DraftVersion">Of the draft that was on the writer's screen; the text itself is on the server already.</param>
public sealed record SubmitReply(CommandId Id, RoutingId Routing, int DraftVersion, string CatalogueService, UserId Approver, UnitId ApproverUnit);

/// <summary>
/// The writer sends the draft to an approver; text and files become the letter's in the same transaction. Refused, the draft stays
/// as it is.
/// </summary>
public sealed class SubmitReplyHandler(CaseWork work, SignatoryDirectory signatories)
{
    public Task<Outcome> HandleAsync(SubmitReply command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, async (caseFile, acting) =>
        {
            var routing = caseFile.RoutingOf(command.Routing);
            if (CaseFile.WhyNotWrite(routing, acting.Actor) is { } notNow) return notNow;
            if (!ServiceCatalogue.Has(command.CatalogueService)) return new Refusal.CatalogueServiceMissing();
            var text = await TextAsync(acting.Db, command, caseFile, ct);
            if (text.Value is not { } html) return text.Refusal!;

            UnitId[] excluded = [.. caseFile.Exclusions.Select(x => x.Unit)];
            var nearest = await signatories.NearestAsync(acting.Db, routing.To, acting.Actor.UserId, excluded, acting.Today, ct);
            if (!nearest.Contains(new Signatory(command.Approver, command.ApproverUnit)))
                return new Refusal.NoSigningAuthority(command.Approver, command.ApproverUnit);

            var letter = new Letter(html, command.CatalogueService, await FilesAsync(acting.Db, command.Routing, ct));
            var approver = await signatories.ChoiceAsync(acting.Db, command.Approver, command.ApproverUnit, ct);
            return caseFile.SubmitReply(command.Routing, letter, approver, acting.Actor, acting.Today, acting.Now);
        }, ct);

    /// <summary>The draft that was on the screen; a letter that came back and was not touched goes as it was.</summary>
    private static async Task<Outcome<string>> TextAsync(BimerDbContext db, SubmitReply command, CaseFile caseFile, CancellationToken ct)
    {
        var draft = await db.ReplyDrafts.SingleOrDefaultAsync(d => d.Routing == command.Routing, ct);
        if ((draft?.Version ?? 0) != command.DraftVersion) return new Refusal.DraftChanged(draft?.SavedAt);
        if (draft is not null) db.Remove(draft);
        // A draft written before a stricter release is cleaned by the rules of this one.
        return SafeHtml.Accept(draft?.Html ?? caseFile.Replies.FirstOrDefault(r => r.Id == command.Routing)?.Html);
    }

    /// <summary>Files from an earlier round stay with the letter; those of the draft join it.</summary>
    private static async Task<IReadOnlyList<AttachmentId>> FilesAsync(BimerDbContext db, RoutingId routing, CancellationToken ct)
    {
        var attached = await db.Attachments.Where(a => a.Reply == routing).ToListAsync(ct);
        var drafted = await db.DraftFiles.Where(f => f.Reply == routing).OrderBy(f => f.StoredAt).ThenBy(f => f.Id).ToListAsync(ct);
        var ordinal = attached.Select(a => a.Ordinal).DefaultIfEmpty().Max();
        foreach (var file in drafted)
        {
            var facts = new AttachmentFacts(file.Name, file.ContentType, file.Length, file.Sha256);
            attached.Add(new Attachment(file.Id, routing.CaseId, routing, ++ordinal, facts));
            db.Add(attached[^1]);
        }

        db.RemoveRange(drafted);
        return [.. attached.Select(a => a.Id)];
    }
}
