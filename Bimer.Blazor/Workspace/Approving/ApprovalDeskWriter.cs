using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Approving;

/// <summary>Puts a waiting letter on the desk of one approver: as it would leave under that person's signature, with names instead of ids.</summary>
public sealed class ApprovalDeskWriter(ReplyLetterReader letters, EarlierRounds rounds, UnitDirectory units, OfficerDirectory officers, TimeProvider clock)
{
    public async Task<ApprovalDesk> WriteAsync(BimerDbContext db, CasePreview preview, Reply reply, Actor actor, CancellationToken ct)
    {
        var signature = new IntendedSignature(actor.UserId, clock.GetUtcNow(), Disclosure: null);
        var letter = await letters.ReadAsync(db, reply.Id, signature, ct) ?? throw new InvalidOperationException("A letter that waits has no text.");
        return new ApprovalDesk(
            preview, reply.Id, letter, reply.ContentHash, reply.Version, reply.CatalogueService, await officers.NameOfAsync(reply.Author, ct),
            reply.AuthorUnit, units.NameOf(reply.AuthorUnit), reply.ApproverUnit, units.NameOf(reply.ApproverUnit), reply.SubmittedAt,
            await db.FilesOfAsync(preview.Id, reply.Id, ct)) 
        {
            Earlier = reply.Version == 1 ? [] : await rounds.OfAsync(db, reply.Id, ct), Template = await TemplateChoices.UsedAsync(db, reply, ct),
        };
    }
}
