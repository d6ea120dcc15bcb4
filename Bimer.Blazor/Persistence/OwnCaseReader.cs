using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>
/// Reads a case as its applicant sees it. Whose case it is has been asked before: by the visit on the citizens' side, or by an officer who
/// asks what the citizen will see of a case in their hands.
/// </summary>
public sealed class OwnCaseReader(UnitDirectory units, ReplyLetterReader letters)
{
    /// <param name="found">The one case; none or one row.</param>
    /// <returns>Nothing when there is none.</returns>
    internal async Task<OwnCaseDetail?> ReadAsync(BimerDbContext db, IQueryable<CaseFile> found, CancellationToken ct)
    {
        var caseFile = await found.Include(c => c.Routings).Include(c => c.Replies).Include(c => c.Holds).AsSplitQuery().AsNoTracking().SingleOrDefaultAsync(ct);
        if (caseFile is null) return null;

        var files = await db.Attachments.Where(a => a.CaseId == caseFile.Id).OrderBy(a => a.Ordinal).AsNoTracking().ToListAsync(ct);
        var petition = await db.Petitions.AsNoTracking().SingleAsync(p => p.CaseId == caseFile.Id, ct);
        return DetailOf(caseFile, new OwnPetition(petition.Text, IsHidden(caseFile), FilesOf(files, reply: null)) { Markup = petition.Markup, Items = caseFile.Items }, await AnswersAsync(db, caseFile, files, ct))
            with
            {
                IsAimed = TermsOf(caseFile).ProgressOn is not null, ExtendedOn = TermsOf(caseFile).ExtendedOn, ArrivedOn = caseFile.LegalDueOn is null ? null : TermsOf(caseFile).ArrivedOn, AwaitsFee = caseFile is { AwaitsFee: true, ClosedAt: null },
                Corrections = await CorrectionsAsync(db, caseFile.Id, ct), SentOn = await OwnTransfers.ReadAsync(db, units, caseFile, ct), SeenBy = await OwnSightings.ReadAsync(db, units, caseFile, ct),
            };
    }

    private static DeadlineTerms TermsOf(CaseFile c) => DeadlineTerms.Kept(c.Ledger, c.Basis, c.ReceivedOn);

    private OwnCaseDetail DetailOf(CaseFile c, OwnPetition petition, IReadOnlyList<OwnAnswer> answers)
    {
        var waiting = c.Routings.Where(r => r.IsOpen && r.Purpose == RoutingPurpose.Action).OrderBy(r => r.Id).ToList();
        var legal = DeadlineLedger.LegalEndOf(c.Ledger, (c.DueOn, c.DueEndsAt));
        return new(
            new CaseNumber(c.Id).ToString(), c.Kind, c.FiledAt, legal.On, legal.EndsAt, c.ClosedAt is not null, waiting.Exists(r => r.OpenedAt is not null),
            [.. waiting.Select(r => petition.IsHidden ? InstitutionOf(r.To) : units.NameOf(r.To)).Distinct(StringComparer.Ordinal)],
            [.. c.Holds.Where(h => h.EndedAt is null).OrderBy(h => h.Since).Select(h => h.Explanation)], petition, answers);
    }

    private static async Task<IReadOnlyList<OwnCorrection>> CorrectionsAsync(BimerDbContext db, CaseId id, CancellationToken ct)
    {
        var made = await db.Movements.AsNoTracking().Where(m => m.CaseId == id && m.Kind == MovementKind.KindChanged).OrderBy(m => m.Sequence)
            .Select(m => new { m.Change, m.At }).ToListAsync(ct);
        var stand = new List<OwnCorrection>();
        foreach (var next in made.Select(m => KindChange.Parse(m.Change) is { } change ? new OwnCorrection(change, m.At) : null).OfType<OwnCorrection>())
        {
            if (stand is [.., var last] && next.Takes(last)) stand.RemoveAt(stand.Count - 1);
            else stand.Add(next);
        }

        return stand;
    }

    /// <summary>In the order of their signatures.</summary>
    private async Task<IReadOnlyList<OwnAnswer>> AnswersAsync(BimerDbContext db, CaseFile caseFile, IReadOnlyList<Attachment> files, CancellationToken ct)
    {
        List<OwnAnswer> answers = [];
        foreach (var reply in caseFile.Replies.Where(r => r.Status == ReplyStatus.Approved).OrderBy(r => r.DecidedAt))
            if (await letters.ReadAsync(db, reply.Id, intended: null, ct) is { } letter) answers.Add(new(letter, FilesOf(files, reply.Id)));
        return answers;
    }

    private static IReadOnlyList<OwnFile> FilesOf(IEnumerable<Attachment> files, RoutingId? reply) =>
        [.. files.Where(f => f.Reply == reply).Select(f => new OwnFile(f.Id.Value, f.Name, f.Length))];

    private static bool IsHidden(CaseFile caseFile) => caseFile.Concealment != IdentityConcealment.None;

    private string InstitutionOf(UnitId unit) => units.InstitutionOf(unit) is { } institution ? UnitDirectory.Label(institution) : units.Centre.Name;
}
