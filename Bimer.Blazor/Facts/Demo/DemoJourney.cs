using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>Tells what the officers do with petitions, hour by opening hour.</summary>
internal sealed class DemoJourney(FactBook book, OrganisationTree tree, DemoOfficers officers, DemoCalendar calendar)
{
    private const int MostForwards = 3;

    /// <summary>An opening day of 9 hours, used to speak of days in hours.</summary>
    private const double Day = 9;

    /// <summary>Answers sent back that nobody corrects: without them a story could end with no case in revision.</summary>
    private const double ForgottenRevision = 0.06;

    /// <summary>Answers the approver files under another service than the writer did.</summary>
    private const double Misfiled = 0.1;

    /// <summary>Of what was opened and not dealt with yet: given back, or left waiting with a reason; of what nobody has opened: taken back.</summary>
    private const double GivenBack = 0.15, LeftWaiting = 0.2, TakenBack = 0.25;

    /// <summary>Of copies sent for information: opened, and of those put away.</summary>
    private const double CopyRead = 0.85, CopyNoted = 0.75;

    private static readonly TimeSpan Regret = TimeSpan.FromMinutes(6);

    /// <summary>How much longer a case lies in the provinces: their few petitions a day would leave every box there all but empty.</summary>
    private const double Provincial = 4;

    private readonly DemoRouting _routing = new(book, tree, officers);
    private readonly AnswerWriter _answers = new(DemoWords.Shipped);
    private readonly ILookup<(UnitKind, string?), string> _catalogue = book.Catalogue.ToLookup(c => (c.UnitKind, c.Directorate), c => c.Code);
    private readonly Dictionary<string, string> _directorateKeys = book.Provinces
        .SelectMany(p => book.Directorates.Select(d => (Name: $"{p.Name} {d.Name}", d.Key)))
        .ToDictionary(d => d.Name, d => d.Key, StringComparer.Ordinal);

    public UnitId Address(Dice dice, SubjectFact subject, DistrictFact place) => _routing.Address(dice, subject, place);

    /// <summary>The acts before <paramref name="until"/>. About 3 in 100 petitions get stuck somewhere and grow old.</summary>
    public IReadOnlyList<DemoStep> Steps(DemoJourneyStart start, Dice dice, DateTimeOffset until)
    {
        var most = dice.Chance(0.03) ? dice.Between(0, 4) : int.MaxValue;
        List<DemoStep> steps = [.. Acts(start, dice).TakeWhile(s => s.At < until).Take(most)];
        if (Turn(steps, dice) is { } turn && turn.At < until) steps.Add(turn);   // drawn last: the story before it stays what it was
        return steps;
    }

    /// <summary>Who was sent a copy reads most of them and puts most of those away.</summary>
    public IReadOnlyList<DemoCopyRead> Copies(IReadOnlyList<DemoStep> steps, Dice dice, DateTimeOffset until) =>
    [
        .. from sent in steps.OfType<DemoStep.Forward>()
           let unit = sent.ForInformation ?? default
           where sent.ForInformation is not null && officers.AreIn(unit) && dice.Chance(CopyRead)
           let openedAt = Later(sent.At, dice, 0.3, 2 * Day)
           let notedAt = Later(openedAt, dice, 0.1, Day)
           let reader = dice.Pick(officers.In(unit, OfficerRole.CaseOfficer))
           let isNoted = dice.Chance(CopyNoted)
           where openedAt < until
           select new DemoCopyRead(openedAt, isNoted && notedAt < until ? notedAt : null, reader, unit),
    ];

    /// <summary>Some of what would only lie there waits with a reason, goes back or is taken back.</summary>
    private DemoStep? Turn(IReadOnlyList<DemoStep> steps, Dice dice) => steps switch
    {
        [.., DemoStep.Forward, DemoStep.TakeCustody there] when dice.Chance(GivenBack) =>
            new DemoStep.GiveBack(Later(there.At, dice, 0.2, Day), there.By, there.Unit, dice.Pick(DemoWords.Shipped.ReturnNotes)),
        [.., DemoStep.TakeCustody here] when dice.Chance(LeftWaiting) =>
            new DemoStep.PutOnHold(Later(here.At, dice, 0.2, Day), here.By, here.Unit, dice.Pick(DemoWords.Shipped.Holds)),
        [.., DemoStep.Forward sent] when dice.Chance(TakenBack) && calendar.IsOpen(sent.At + Regret) => new DemoStep.Recall(sent.At + Regret, sent.By, sent.To),
        _ => null,
    };

    private IEnumerable<DemoStep> Acts(DemoJourneyStart start, Dice dice)
    {
        var (unit, holder, at) = (start.Unit, start.RecordedBy, start.FiledAt);
        UnitId? told = null;
        for (var forwards = 0; officers.AreIn(unit); forwards++)
        {
            if (holder is null)
            {
                at = Later(at, dice, 0.2, 1.5 * Day * PaceOf(unit));
                holder = dice.Pick(officers.In(unit, OfficerRole.CaseOfficer));
                yield return new DemoStep.TakeCustody(at, holder, unit);
            }

            if (forwards == MostForwards || _routing.Next(dice, unit, start.Petition.Subject, start.Place) is not { } to) break;
            at = Later(at, dice, 0.2, 0.7 * Day * PaceOf(unit));
            var also = _routing.ForInformation(dice, unit, to, start.Petition.Subject);
            yield return new DemoStep.Forward(at, holder, unit, to, also == told ? null : also, dice.Pick(DemoWords.Shipped.ForwardNotes));
            told ??= also;   // who has a copy is refused a second one
            (unit, holder) = (to, null);
        }

        if (holder is null) yield break;
        foreach (var step in Answer(start.Petition, unit, holder, at, dice)) yield return step;
    }

    private IEnumerable<DemoStep> Answer(WrittenPetition petition, UnitId unit, DemoOfficer writer, DateTimeOffset at, Dice dice)
    {
        var verdict = AnswerWriter.Verdict(petition, dice);
        var approver = dice.Pick(officers.ApproversFor(unit));
        var text = _answers.Write(petition, verdict, dice);
        at = dice.Chance(0.03) ? Later(at, dice, 25 * Day, 45 * Day) : Later(at, dice, 0.4 * Day, 9 * Day * Math.Sqrt(PaceOf(unit)));
        var services = Services(unit);
        var service = services[text.Length % services.Count];   // not drawn: the story behind it would become another
        yield return new DemoStep.SubmitReply(at, writer, unit, approver, text, service);
        if (dice.Chance(0.08))
        {
            at = Later(at, dice, 0.3, Day);
            yield return new DemoStep.ReturnReply(at, approver, unit, dice.Pick(DemoWords.Shipped.RevisionNotes));
            if (dice.Chance(ForgottenRevision)) yield break;
            at = Later(at, dice, 0.5, 2 * Day);
            yield return new DemoStep.SubmitReply(at, writer, unit, approver, $"{text} {dice.Pick(DemoWords.Shipped.Closings)}", service);
        }

        at = Later(at, dice, 0.3, 1.5 * Day);
        yield return new DemoStep.Approve(at, approver, unit, verdict, dice.Chance(Misfiled) ? dice.Pick(services) : service);
    }

    private double PaceOf(UnitId unit) => tree[unit].Kind is UnitKind.Centre or UnitKind.Ministry ? 1 : Provincial;

    private List<string> Services(UnitId unit) => [.. _catalogue[(tree[unit].Kind, _directorateKeys.GetValueOrDefault(tree[unit].Name))]];

    private DateTimeOffset Later(DateTimeOffset from, Dice dice, double leastHours, double mostHours) =>
        calendar.After(from, TimeSpan.FromSeconds(Math.Round(3600 * (leastHours + (dice.Random.Double() * (mostHours - leastHours))))));
}

/// <summary>A petition at the moment it is filed.</summary>
internal sealed record DemoJourneyStart(WrittenPetition Petition, DistrictFact Place, DateTimeOffset FiledAt, UnitId Unit, DemoOfficer? RecordedBy);
