using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>Reads a case by its number for whoever may see it; an unseen case does not exist. Reading changes nothing.</summary>
public sealed class CaseQuery(
    IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, OfficerDirectory officers, CaseTimes times)
{
    public async Task<CaseSheet?> ReadAsync(string? number, CancellationToken ct)
    {
        var parsed = CaseNumber.Parse(number);
        if (!parsed.IsAccepted || await currentActor.GetAsync(ct) is not { } actor) return null;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await ReadAsync(db, parsed.Value.CaseId, actor, ct);
    }

    private async Task<CaseSheet?> ReadAsync(BimerDbContext db, CaseId id, Actor actor, CancellationToken ct)
    {
        if (await db.ReadCaseAsync(id, actor, ct) is not { } caseFile) return null;
        await officers.LoadAsync(PeopleIn(caseFile), ct);
        var now = times.Now;
        var writer = new CaseSheetWriter(caseFile, actor, units, officers, now);
        if (!writer.IsOpen) return writer.Envelope();
        var content = await ContentAsync(db, caseFile, ct);
        var kept = await db.ExclusionsAsync(caseFile, actor, units, officers, ct);
        return writer.Whole(content with { RecallUntil = times.RecallUntil(caseFile, actor, now), Hold = await HoldAsync(db, writer.Part, ct) })
            with
            {
                Follow = await db.FollowsAsync(caseFile, actor, units, ct),
                Exclusions = kept,
                MayReturn = writer.MayReturn(kept),
            };
    }

    /// <summary>What of it another person would have before them.</summary>
    public async Task<GlanceSight?> SightAsync(BimerDbContext db, CaseId id, Actor viewer, CancellationToken ct) =>
        await ReadAsync(db, id, viewer, ct) is not { } sheet ? null : new GlanceSight(
            sheet.Stand, sheet.IsOpen ? IdentityOf(sheet.Applicant) : null, sheet.Text, sheet.Files.Count, sheet.Letters.Count, sheet.Movements.Count) { Topics = sheet.Topics, WantedBy = sheet.Part.WantedBy };

    private static GlanceIdentity IdentityOf(ApplicantLines applicant) => (applicant.IsHidden, applicant.MayReveal) switch
    {
        (true, true) => GlanceIdentity.HiddenOwn,
        (true, false) => GlanceIdentity.Hidden,
        (false, true) => GlanceIdentity.Masked,
        _ => GlanceIdentity.Stars,
    };

    private static async Task<CaseContent> ContentAsync(BimerDbContext db, CaseFile caseFile, CancellationToken ct) => new(
        await db.Petitions.AsNoTracking().SingleAsync(p => p.CaseId == caseFile.Id, ct),
        await db.Movements.AsNoTracking().Where(m => m.CaseId == caseFile.Id).OrderByDescending(m => m.Sequence).ToListAsync(ct),
        await db.Attachments.AsNoTracking().Where(a => a.CaseId == caseFile.Id).OrderBy(a => a.Ordinal).ToListAsync(ct),
        caseFile.HasReplies || caseFile.Routings.Count > 1
            ? await db.OutboxMessages.AsNoTracking().Where(m => m.CaseId == caseFile.Id && m.Kind != OutboxKind.ReceiptSms).ToListAsync(ct)
            : [],
        await db.CaseTopics.AsNoTracking().Where(t => t.CaseId == caseFile.Id).OrderBy(t => t.Ordinal).Select(t => t.Code).ToListAsync(ct))
    {
        Answers = caseFile.Channel.AsksWhatIsThere() ? await db.IntakeAnswers.AsNoTracking().Where(a => a.CaseId == caseFile.Id).ToListAsync(ct) : [],
    };

    private static async Task<HoldTerms?> HoldAsync(BimerDbContext db, CasePart part, CancellationToken ct) =>
        part.State == RoutingState.OnHold && await db.Holds.AsNoTracking().SingleOrDefaultAsync(h => h.Routing == part.Id && h.EndedAt == null, ct) is { } hold ? hold.Terms : null;

    private static IEnumerable<UserId> PeopleIn(CaseFile caseFile) =>
        caseFile.Routings.SelectMany(r => new[] { r.Custodian, r.SentBy, r.LookedBy }).Concat(caseFile.Replies.SelectMany(r => new[] { r.Author, r.DecidedBy }))
            .OfType<UserId>();
}

/// <summary>What is read only of a case that lies open before the reader.</summary>
internal sealed record CaseContent(
    Petition Petition, IReadOnlyList<Movement> Movements, IReadOnlyList<Attachment> Files, IReadOnlyList<OutboxMessage> Mails, IReadOnlyList<string> Topics)
{
    public IReadOnlyList<IntakeAnswer> Answers { get; init; } = [];

    public HoldTerms? Hold { get; init; }

    public DateTimeOffset? RecallUntil { get; init; }
}
