using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Replying;

/// <param name="Html">The letter as cleaned HTML.</param>
public sealed record SubmitReply(CommandId Id, RoutingId Routing, string Html, string CatalogueService, UserId Approver, UnitId ApproverUnit);

/// <summary>The writer sends the letter to an approver; the draft's files become the letter's in the same transaction.</summary>
public sealed class SubmitReplyHandler(CaseWork work, SignatoryDirectory signatories)
{
    public Task<Outcome> HandleAsync(SubmitReply command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, async (caseFile, acting) =>
        {
            var unit = caseFile.RoutingOf(command.Routing).To;
            var nearest = await signatories.NearestAsync(acting.Db, unit, acting.Actor.UserId, acting.Today, ct);
            if (!nearest.Contains(new Signatory(command.Approver, command.ApproverUnit)))
                return new Refusal.NoSigningAuthority(command.Approver, command.ApproverUnit);

            var files = await FilesAsync(acting.Db, command.Routing, ct);
            var letter = new Letter(command.Html, command.CatalogueService, files);
            var approver = await signatories.ChoiceAsync(acting.Db, command.Approver, command.ApproverUnit, ct);
            return caseFile.SubmitReply(command.Routing, letter, approver, acting.Actor, acting.Today, acting.Now);
        }, ct);

    /// <summary>Files from an earlier round stay with the letter; those of the draft join it.</summary>
    private static async Task<IReadOnlyList<AttachmentId>> FilesAsync(BimerDbContext db, RoutingId routing, CancellationToken ct)
    {
        var attached = await db.Attachments.Where(a => a.Reply == routing).ToListAsync(ct);
        var drafted = await db.DraftFiles.Where(f => f.Reply == routing).OrderBy(f => f.StoredAt).ToListAsync(ct);
        var ordinal = attached.Count;
        foreach (var file in drafted)
        {
            var facts = new AttachmentFacts(file.Name, file.ContentType, file.Length, file.Sha256);
            attached.Add(new Attachment(file.Id, routing.CaseId, routing, ++ordinal, facts));
            db.Add(attached[^1]);
        }

        db.RemoveRange(drafted);
        db.RemoveRange(await db.ReplyDrafts.Where(d => d.Routing == routing).ToListAsync(ct));
        return [.. attached.Select(a => a.Id)];
    }
}
