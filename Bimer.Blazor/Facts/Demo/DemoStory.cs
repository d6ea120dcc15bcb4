using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Facts.Demo;

/// <summary>
/// Fourteen months of petitions, made up: a pure function of the seed, the day and the count. It knows no database;
/// whoever wants the demo lives the story through the domain, step by step in the order of time.
/// </summary>
public sealed class DemoStory
{
    private static readonly Weighted<IntakeChannel> AtOpeningHours = new(
    [
        (IntakeChannel.Internet, 72), (IntakeChannel.Phone150, 15), (IntakeChannel.Letter, 5),
        (IntakeChannel.InPerson, 4), (IntakeChannel.Email, 3), (IntakeChannel.Fax, 1),
    ]);

    private static readonly Weighted<Priority> Priorities = new([(Priority.Normal, 90), (Priority.Urgent, 8), (Priority.VeryUrgent, 2)]);

    private readonly int _seed;
    private readonly DateTimeOffset _until;
    private readonly DemoOfficers _officers = DemoOfficers.Shipped;
    private readonly DemoCalendar _calendar = new(FactBook.Shipped);
    private readonly DemoPeople _people;
    private readonly PetitionWriter _writer;
    private readonly DemoJourney _journey;

    private DemoStory(int seed, DateOnly today)
    {
        _seed = seed;
        _until = DemoCalendar.At(today, TimeSpan.Zero);
        var places = new DemoPlaces(FactBook.Shipped, _officers);
        _people = new DemoPeople(seed, places, DemoWords.Shipped);
        _writer = new PetitionWriter(FactBook.Shipped, places);
        _journey = new DemoJourney(FactBook.Shipped, OrganisationTree.Shipped, _officers, _calendar);
    }

    /// <summary>The petitions of the 14 months that end with the day before <paramref name="today"/> (Istanbul), in the order they were filed.</summary>
    public static IEnumerable<DemoPetition> Petitions(int seed, DateOnly today, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var story = new DemoStory(seed, today);
        return new DemoRhythm(story._calendar).Instants(seed, today, count).Select((filedAt, index) => story.Petition(index, filedAt));
    }

    private DemoPetition Petition(int index, DateTimeOffset filedAt)
    {
        var dice = new Dice(_seed, (index * 2) + 1);
        var person = _people.Person(WhoWrites(index, dice));
        var written = _writer.Write(dice, person.District, DemoCalendar.DayOf(filedAt));
        var channel = _calendar.IsOpen(filedAt) ? AtOpeningHours.Draw(dice) : IntakeChannel.Internet;
        var (unit, clerk) = Desk(channel, _journey.Address(dice, written.Subject, person.District), dice);
        return new DemoPetition
        {
            Number = index + 1,
            Person = person,
            Kind = written.Kind,
            Channel = channel,
            Priority = Priorities.Draw(dice),
            Text = written.Text,
            Subject = written.Subject,
            Place = person.District,
            FiledAt = filedAt,
            ReceivedOn = ReceivedOn(channel, DemoCalendar.DayOf(filedAt), dice),
            WantsConcealment = WantsConcealment(written.Kind, dice),
            AddressedTo = unit,
            RecordedBy = clerk,
            InadmissibilityReason = written.Reason?.Code,
            Fate = FateOf(new(written, person.District, filedAt, unit, clerk), dice),
        };
    }

    private DemoFate FateOf(DemoJourneyStart start, Dice dice)
    {
        var steps = _journey.Steps(start, dice, _until);
        return new(start.RecordedBy is not null, steps) { Copies = _journey.Copies(steps, dice, _until) };   // drawn last: the story before it stays what it was
    }

    // About one in six petitions comes from somebody who has written before.
    private static int WhoWrites(int index, Dice dice) => index > 20 && dice.Chance(0.17) ? dice.Between(0, index - 1) : index;

    // What is written on paper lies in the mail for a few days before it is registered.
    private static DateOnly ReceivedOn(IntakeChannel channel, DateOnly registered, Dice dice) =>
        channel is IntakeChannel.Letter or IntakeChannel.Fax or IntakeChannel.Email ? registered.AddDays(-dice.Between(0, 4)) : registered;

    // Together 1–2 % of all petitions.
    private static bool WantsConcealment(CaseKind kind, Dice dice) =>
        kind.AllowsConcealment() && dice.Chance(kind == CaseKind.TipOff ? 0.12 : 0.028);

    // 150 is answered at the centre; letters are opened where they arrive, at the centre when nobody works there.
    private (UnitId Unit, DemoOfficer? Clerk) Desk(IntakeChannel channel, UnitId addressed, Dice dice)
    {
        if (channel == IntakeChannel.Internet) return (addressed, null);
        var unit = channel == IntakeChannel.Phone150 || !_officers.AreIn(addressed) ? UnitIds.Centre : addressed;
        return (unit, dice.Pick(_officers.In(unit, OfficerRole.CaseOfficer)));
    }
}
