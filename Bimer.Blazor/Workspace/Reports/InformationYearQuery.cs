using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Reports;

/// <summary>A unit the reader may ask for, with everything below it.</summary>
public sealed record ReportUnit(UnitId Id, string Name);

/// <param name="Units">What the reader coordinates or manages, each with the units directly below it; empty for whoever does neither.</param>
/// <param name="Years">The latest first.</param>
public sealed record InformationYearReport(IReadOnlyList<ReportUnit> Units, ReportUnit Unit, IReadOnlyList<int> Years, int Year, InformationYear Figures, DateTimeOffset At);

/// <summary>
/// The yearly figures under the Information Act (4982 m.30) for whoever coordinates or manages the unit. They count the requests that came to the unit or below it for action and that the
/// reader may see; what is excluded from the reader's units is in no figure.
/// </summary>
public sealed class InformationYearQuery(IDbContextFactory<BimerDbContext> dbFactory, ICurrentActor currentActor, UnitDirectory units, WorkingCalendar calendar, TimeProvider clock)
{
    // The report is due by the end of February for the year before; earlier ones are looked up.
    private const int YearsBack = 5, LastMonthToReport = 2;

    private static readonly string _withdrawal = LetterNotice.WordOf(NoticeKind.Withdrawal), _extension = LetterNotice.WordOf(NoticeKind.Extension), _fee = LetterNotice.WordOf(NoticeKind.Fee);

    /// <param name="unit">None for the first unit of the reader; one out of reach is answered like that too.</param>
    /// <param name="year">None for the one that is reported: until the end of February, when the report is due, the year before.</param>
    /// <returns>Nothing for whoever coordinates and manages nothing.</returns>
    public async Task<InformationYearReport?> ReadAsync(UnitId? unit, int? year, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return null;
        var offered = UnitsOf(actor);
        if (offered.Count == 0) return null;
        var now = clock.GetUtcNow();
        var today = IstanbulTime.LegalDay(now);
        int[] years = [.. Enumerable.Range(0, YearsBack + 1).Select(back => today.Year - back)];
        var asked = year is { } wanted && years.Contains(wanted) ? wanted : years[today.Month <= LastMonthToReport ? 1 : 0];
        var chosen = offered.FirstOrDefault(u => u.Id == unit) ?? offered[0];
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return new InformationYearReport(offered, chosen, years, asked, await FiguresAsync(db, actor, chosen.Id, asked, ct), now);
    }

    private List<ReportUnit> UnitsOf(Actor actor)
    {
        UnitId[] tops = [.. SubtreeSpans.TopsOf(actor)];
        return [.. tops.Concat(units.All.Where(u => u.Parent is { } parent && tops.Contains(parent)).OrderBy(u => TurkishSortKey.Of(u.Name), StringComparer.Ordinal).Select(u => u.Id)).Distinct()
            .Select(id => new ReportUnit(id, units.NameOf(id)))];
    }

    private async Task<InformationYear> FiguresAsync(BimerDbContext db, Actor actor, UnitId unit, int year, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var requests = db.CasesVisibleTo(actor).Where(c => c.Basis == LegalBasis.InformationAct && c.ReceivedOn >= first && c.ReceivedOn <= last
            && db.Routings.Any(r => r.CaseId == c.Id && r.Purpose == RoutingPurpose.Action && r.State != RoutingState.Recalled && db.UnitClosure.Any(k => k.Superior == unit && k.Below == r.To)));
        var received = await requests.Select(c => new
        {
            c.Id, c.ReceivedOn,
            IsExtended = db.Replies.Any(r => r.CaseId == c.Id && r.Status == ReplyStatus.Approved && r.NoticeCode!.StartsWith(_extension)),
            HasFee = db.Replies.Any(r => r.CaseId == c.Id && r.Status == ReplyStatus.Approved && r.NoticeCode!.StartsWith(_fee)),
            // What was taken back unread went nowhere, and what goes on with itself was sent on by nobody.
            RoutedAt = db.Routings.Where(r => r.CaseId == c.Id && r.Purpose == RoutingPurpose.Action && r.Parent != null && r.Resumes == null && r.State != RoutingState.Recalled).Min(r => (DateTimeOffset?)r.SentAt),
            IsWithdrawn = c.ClosedAt != null && db.Replies.Any(r => r.CaseId == c.Id && r.Status == ReplyStatus.Approved && r.NoticeCode!.StartsWith(_withdrawal)),
            IsDecided = db.Replies.Any(r => r.CaseId == c.Id && r.Status == ReplyStatus.Approved && r.Disclosure != null),
            IsHere = db.Routings.Any(r => r.CaseId == c.Id && r.Purpose == RoutingPurpose.Action && r.EndedAt == null && db.UnitClosure.Any(k => k.Superior == unit && k.Below == r.To)),
        }).ToListAsync(ct);
        var letters = await LettersAsync(db, requests, unit, ct);
        var counted = calendar.AsItStands;
        return InformationYear.Of([.. received.Select(c => new YearRequest([.. letters[c.Id]])
        {
            IsWithdrawn = c.IsWithdrawn, IsDecidedElsewhere = c.IsDecided && !c.IsHere, IsExtended = c.IsExtended, HasFee = c.HasFee,
            DaysToRouting = c.RoutedAt is { } at ? Math.Max(0, counted.WorkingDaysBetween(c.ReceivedOn, IstanbulTime.LegalDay(at))) : null,
        })]);
    }

    private static async Task<ILookup<CaseId, DisclosedLetter>> LettersAsync(BimerDbContext db, IQueryable<CaseFile> requests, UnitId unit, CancellationToken ct)
    {
        var signed = await db.Replies.Where(r => r.Status == ReplyStatus.Approved && r.Disclosure != null && requests.Any(c => c.Id == r.CaseId)
                && db.UnitClosure.Any(k => k.Superior == unit && k.Below == r.AuthorUnit))
            .Select(r => new { r.CaseId, r.Disclosure, r.ItemList, r.InadmissibilityReason }).ToListAsync(ct);
        return signed.ToLookup(r => r.CaseId, r => new DisclosedLetter(r.Disclosure!.Value, ItemDecisions.Of(r.ItemList), InadmissibilityReason.Parse(r.InadmissibilityReason)));
    }
}
