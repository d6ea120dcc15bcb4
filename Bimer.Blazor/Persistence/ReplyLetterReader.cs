using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Persistence;

/// <summary>A signature that is not given yet: who would sign, when, with which decision.</summary>
public sealed record IntendedSignature(UserId By, DateTimeOffset At, DisclosureDecision? Disclosure, ReplyVerdict? Verdict = null);

/// <summary>
/// Reads what an answering letter says, for the approver's preview and for the courier alike. Asks no rights: the caller has found
/// the letter through what the person may see.
/// </summary>
public sealed class ReplyLetterReader(UnitDirectory units, OfficerDirectory officers, WorkingCalendar calendar)
{
    /// <summary>The facts of one part's letter; none while there is no letter, or it is neither signed nor about to be.</summary>
    /// <param name="intended">For a preview; without it the letter must be signed.</param>
    public async Task<ReplyLetterFacts?> ReadAsync(BimerDbContext db, RoutingId routing, IntendedSignature? intended, CancellationToken ct)
    {
        var found = await db.Replies.AsNoTracking().Where(r => r.Id == routing)
            .Join(db.Cases, r => r.CaseId, c => c.Id, (r, c) => new { Reply = r, c.Basis, c.FiledAt, c.ReceivedOn, c.Ledger, c.DueOn, c.DueEndsAt }).SingleOrDefaultAsync(ct);
        if (found is null || (intended ?? SignatureOf(found.Reply)) is not { } signature) return null;

        var othersFollow = await OthersFollowAsync(db, routing, signature.At, ct);
        var facts = await FactsAsync(found.Reply, signature, new Circumstances(found.Basis, found.FiledAt, othersFollow), ct);
        if (facts.Notice is not { LastDay: null } notice) return facts;
        // Not signed yet: as it would be signed now, and without a day where it could not be.
        var terms = DeadlineTerms.Kept(found.Ledger, found.Basis, found.ReceivedOn);
        var isLate = CaseFile.WhyNotTell(notice.Kind, terms, DeadlineLedger.LegalEndOf(found.Ledger, (found.DueOn, found.DueEndsAt)), signature.At) is not null;
        return isLate ? facts : facts with { Notice = notice.Foreseen(terms, IstanbulTime.LegalDay(signature.At), calendar) };
    }

    /// <summary>The letter as it would leave if it were signed now; from the loaded case, so that it belongs to the act that signs it.</summary>
    public async Task<ReplyLetterFacts?> ReadAsync(CaseFile caseFile, RoutingId routing, IntendedSignature intended, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caseFile);
        ArgumentNullException.ThrowIfNull(intended);
        if (caseFile.Replies.FirstOrDefault(r => r.Id == routing) is not { } reply) return null;
        var othersFollow = caseFile.Routings.Any(r => r.Id != routing && r.Resumes != routing && r.Purpose == RoutingPurpose.Action
            && r.SentAt <= intended.At && (r.EndedAt is not { } ended || ended > intended.At));
        return await FactsAsync(reply, intended, new Circumstances(caseFile.Basis, caseFile.FiledAt, othersFollow), ct);
    }

    private async Task<ReplyLetterFacts> FactsAsync(Reply reply, IntendedSignature signature, Circumstances around, CancellationToken ct) => new()
    {
        CaseId = reply.CaseId,
        Basis = around.Basis,
        FiledAt = around.FiledAt,
        SignedAt = signature.At,
        Institution = units.InstitutionOf(reply.AuthorUnit) is { } institution ? institution.Name : units.NameOf(reply.AuthorUnit),
        Unit = units.Find(reply.AuthorUnit)?.Name ?? units.NameOf(reply.AuthorUnit),
        Signatory = await officers.NameOfAsync(signature.By, ct),
        SignatoryUnit = units.NameOf(reply.ApproverUnit),
        Body = reply.Html,
        Disclosure = signature.Disclosure,
        Verdict = signature.Verdict,
        Inadmissibility = reply.Inadmissibility,
        Items = reply.Items,
        IsProgress = reply.IsProgress,
        Notice = reply.Notice,
        // The letter's kind and not the case's: that may become another after the signature, and the letter stays what was signed.
        PointsToProsecutor = reply.Inadmissibility?.Reason.PointsToProsecutor(reply.CaseKind) == true,
        OthersFollow = around.OthersFollow,
    };

    private static IntendedSignature? SignatureOf(Reply reply) =>
        reply is { Status: ReplyStatus.Approved, DecidedBy: { } by, DecidedAt: { } at } ? new IntendedSignature(by, at, reply.Disclosure, reply.Verdict) : null;

    /// <summary>Asked for the instant of the signature, not for now: a second attempt must send the very same letter.</summary>
    private static Task<bool> OthersFollowAsync(BimerDbContext db, RoutingId routing, DateTimeOffset at, CancellationToken ct)
    {
        var caseId = routing.CaseId;
        return db.Routings.AnyAsync(r => r.CaseId == caseId && r.Id != routing && r.Resumes != routing && r.Purpose == RoutingPurpose.Action
            && r.SentAt <= at && (r.EndedAt == null || r.EndedAt > at), ct);
    }

    private sealed record Circumstances(LegalBasis Basis, DateTimeOffset FiledAt, bool OthersFollow);
}
