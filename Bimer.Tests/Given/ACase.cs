using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using FluentAssertions;

namespace Bimer.Tests.Given;

/// <summary>A case made by living its story; no field is ever set from outside.</summary>
public sealed class ACase(TestClock clock)
{
    public const string Words = "Gül Sokak’taki lambalar iki haftadır yanmıyor. Gereğini arz ederim.";

    private readonly List<Func<CaseFile, Outcome>> _story = [];
    private CaseKind _kind = CaseKind.Complaint;
    private bool _hidden;
    private UnitId _to = People.Governorship;

    public static readonly WorkingCalendar Calendar = new(new HolidayTable([]), new CalendarRules());

    public static Letter Letter => new("<p>Armatürler değiştirilmiştir.</p>", "AYD-01", []);

    public ACase Of(CaseKind kind)
    {
        _kind = kind;
        return this;
    }

    public ACase Hidden()
    {
        _hidden = true;
        return this;
    }

    public ACase To(UnitId unit)
    {
        _to = unit;
        return this;
    }

    public ACase OpenedBy(Actor officer) => Then(c => c.TakeCustody(c.Routings[^1].Id, officer, clock.GetUtcNow()));

    public ACase ForwardedBy(Actor officer, params UnitId[] units) =>
        Then(c => c.Forward(c.Routings[^1].Id, [.. units.Select(u => Action(u))], ACase.Calendar, officer, clock.GetUtcNow()));

    public ACase AnsweredBy(Actor officer, Actor approver) => Then(c =>
    {
        var routing = c.Routings[^1];
        return c.SubmitReply(routing.Id, Letter, Signs(approver, routing.To), officer, People.Monday, clock.GetUtcNow());
    });

    public CaseFile Build()
    {
        var filed = CaseFile.File(Filing(), clock.GetUtcNow());
        filed.Refusal.Should().BeNull();
        foreach (var step in _story) step(filed.Value!).Should().Be(Outcome.Accepted);
        filed.Value!.ClearEvents();
        return filed.Value;
    }

    public Filing Filing()
    {
        var received = IstanbulTime.LegalDay(clock.GetUtcNow());
        return new Filing(
            new CaseId(20260041873), _kind, IntakeChannel.Internet, Priority.Normal, ApplicantKind.NaturalPerson,
            new ApplicantRef(Guid.CreateVersion7()), "M***** D*****", _hidden, PetitionText.Parse(Words).Value!, new Place(6, "Çankaya"),
            _to, received, StatutoryDeadline.Of(_kind.Basis(), received, Calendar), "2026-1");
    }

    public static ForwardTo Action(UnitId unit, string? note = null) => new(People.Lineage(unit), RoutingPurpose.Action, Priority.Normal, note);

    public static ForwardTo Information(UnitId unit) => new(People.Lineage(unit), RoutingPurpose.Information, Priority.Normal, null);

    public static ApproverChoice Signs(Actor approver, UnitId unit) => new(approver.UserId, People.Lineage(unit), [People.Iyem(approver, unit)]);

    private ACase Then(Func<CaseFile, Outcome> step)
    {
        _story.Add(step);
        return this;
    }
}
