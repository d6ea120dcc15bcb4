using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace;

/// <summary>
/// A list of recipients as the rules know them, sent; of another institution that is to act the citizen will be told (3071 m.5).
/// </summary>
public sealed class ForwardTargets(UnitDirectory units, RecallPolicies policies, WorkingCalendar calendar)
{
    // The last instant of taking back still counts.
    private static readonly TimeSpan JustAfter = TimeSpan.FromSeconds(1);

    public ForwardTo Line(UnitId unit, RoutingPurpose purpose, Priority priority, string? note) => new(units.LineageOf(unit), purpose, priority, note);

    /// <summary>Sends the part on to all of the list, keeping the case from what is marked (gönderilmeyecek kurum, S38); all or nothing.</summary>
    public Outcome Send(CaseFile caseFile, RoutingId routing, SendingList list, Actor actor, DateTimeOffset now)
    {
        var from = caseFile.RoutingOf(routing).To;
        List<ForwardTo> recipients = [.. list.To.Select(to => From(from, to, now) with { Away = AwayOf(caseFile, from, to.Unit.Unit) })];
        return list.Excluded.Count == 0
            ? caseFile.Forward(routing, recipients, calendar, actor, now)
            : caseFile.ForwardExcluding(routing, recipients, ExcludingOf(caseFile, list.Excluded), calendar, actor, now);
    }

    /// <summary>Where parts of the case are open.</summary>
    public List<UnitLineage> OpenParts(CaseFile caseFile) => [.. caseFile.Routings.Where(r => r.IsOpen).Select(r => r.To).Distinct().Select(units.LineageOf)];

    private AwayFromHome? AwayOf(CaseFile caseFile, UnitId from, UnitId to) => !units.IsElsewhere(caseFile.RecordedAt, to) ? null
        : new(units.IsElsewhere(caseFile.RecordedAt, from), [.. caseFile.Routings.Select(r => r.To).Distinct().Where(unit => !units.IsElsewhere(unit, to))]);

    private ForwardTo From(UnitId sender, ForwardTo to, DateTimeOffset now) =>
        to with { TellAfter = to.Purpose == RoutingPurpose.Action && units.IsElsewhere(sender, to.Unit.Unit) ? now + policies.Of(sender).Window + JustAfter : null };

    private Excluding ExcludingOf(CaseFile caseFile, IReadOnlyList<UnitId> marked)
    {
        UnitId[] all = [.. marked.Concat(caseFile.Exclusions.Select(x => x.Unit))];
        return new Excluding(
            [.. marked.Distinct().Select(unit => new ExcludeUnit(units.LineageOf(unit), units.NearestOutside(unit, all)))],
            OpenParts(caseFile), units.LineageOf(units.Centre.Id));
    }
}

/// <summary>To whom a part goes, and whom the case must not reach from then on.</summary>
public sealed record SendingList(IReadOnlyList<ForwardTo> To, IReadOnlyList<UnitId> Excluded);
