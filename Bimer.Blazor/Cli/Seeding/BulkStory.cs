using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>Tells what becomes of each case of a measurement, through the domain's own verbs.</summary>
internal sealed class BulkStory(BulkPlan plan, BulkPlot plot, BulkStaff staff, WorkingCalendar calendar)
{
    private const double AtADesk = 0.2;
    private const double SentBack = 0.08;

    /// <summary>Information requests that ask for what another institution has (4982 m.7).</summary>
    private const double SentOn = 0.3;

    /// <summary>The most acts one life has.</summary>
    private const int Moments = 12;

    private readonly Dictionary<(LegalBasis, DateOnly), StatutoryDeadline> _deadlines = [];

    public DateTimeOffset FiledAt(int index) => plot.FiledAt(index);

    public PastLife Tell(int index, CaseId id, BulkMaterial material, ApplicantRef applicant, ApplicantIdentity identity)
    {
        var dice = new Dice(plan.Seed, index);
        var filedAt = plot.FiledAt(index);
        var scene = new Scene(material, dice, PaceOf(filedAt, dice));
        var box = plot.BoxOf(index);
        var home = box is null ? dice.Pick(staff.Institutions) : staff.Centre;
        var filing = FilingOf(id, material, applicant, identity, home, filedAt, dice.Chance(plan.Hidden));
        var life = File(filing, box is null && dice.Chance(AtADesk) ? home : null, filedAt, identity.Email is not null);
        if (box is not null) LiveInBox(life, home, box, scene);
        else Live(life, home, plot.Ending(index, dice), scene);
        return life;
    }

    private BulkPace PaceOf(DateTimeOffset filedAt, Dice dice)
    {
        var wanted = TimeSpan.FromHours(dice.Between(24, 15 * 24));
        var left = (plan.Until - filedAt) * 0.98;
        return new BulkPace(filedAt, wanted < left ? wanted : left, Moments);
    }

    private Filing FilingOf(CaseId id, BulkMaterial material, ApplicantRef applicant, ApplicantIdentity identity, BulkCrew home, DateTimeOffset filedAt, bool hide)
    {
        var (kind, day) = (material.Model.Kind, IstanbulTime.LegalDay(filedAt));
        return new Filing(
            id, kind, IntakeChannel.Internet, material.Model.Priority, ApplicantKind.NaturalPerson, applicant, MaskedIdentity.OfWords(identity.FullName),
            hide && kind.AllowsConcealment(), material.Text, material.Place, home.Unit, day, DeadlineOf(kind.Basis(), day), "2026-1");
    }

    private static PastLife File(Filing filing, BulkCrew? desk, DateTimeOffset now, bool hasMail)
    {
        var filed = desk is null
            ? CaseFile.File(filing, now)
            : CaseFile.Register(filing with { Channel = IntakeChannel.Letter, LegalNoticeVersion = null, IdentityCheck = IdentityCheck.Stated }, desk.Officer, now);
        var life = new PastLife(filed.Value ?? throw new InvalidOperationException($"The story of case {filing.Id.Value} was refused: {filed.Refusal}"), hasMail);
        life.Did(Outcome.Accepted, desk?.Officer.UserId);
        return life;
    }

    private void Live(PastLife life, BulkCrew home, BulkEnding ending, Scene scene)
    {
        var worker = OtherInstitution(life, home, scene.Dice) ?? WorkerBelow(home, ending, scene.Dice);
        if (worker != home)
        {
            Open(life, home, life.Latest, scene);
            PerhapsExclude(life, home, worker, scene);
            Send(life, home, [worker], scene);
        }

        if (ending == BulkEnding.Waiting) return;
        Open(life, worker, life.Latest, scene);
        if (ending == BulkEnding.Held) return;
        Submit(life, worker, life.Latest, scene);
        if (ending == BulkEnding.InRevision || scene.Dice.Chance(SentBack)) SendBack(life, worker, scene);
        if (ending == BulkEnding.InRevision) return;
        if (life.Case.Routings[^1].State == RoutingState.InRevision) Submit(life, worker, life.Latest, scene);
        if (ending == BulkEnding.Answered) Approve(life, worker, scene);
    }

    /// <summary>One part waits in the inbox, one lies in the person's custody, one letter before them.</summary>
    private void LiveInBox(PastLife life, BulkCrew home, BulkBox box, Scene scene)
    {
        Open(life, home, life.Latest, scene);
        PerhapsExclude(life, home, box.Waiting, scene);
        Send(life, home, [box.Waiting, box.Held, box.Letters], scene);
        Open(life, box.Held, life.Case.Routings[^2].Id, scene);
        Open(life, box.Letters, life.Latest, scene);
        Submit(life, box.Letters, life.Latest, scene);
    }

    private BulkCrew? OtherInstitution(PastLife life, BulkCrew home, Dice dice)
    {
        if (life.Case.Basis != LegalBasis.InformationAct || !dice.Chance(SentOn)) return null;
        var other = dice.Pick(staff.Institutions);
        return other.Unit == home.Unit ? null : other;
    }

    // What stays open lies elsewhere than in the measured boxes, whose sizes are promised.
    private BulkCrew WorkerBelow(BulkCrew home, BulkEnding ending, Dice dice)
    {
        if (staff.Below[home.Unit].ToList() is not { Count: > 0 } below || dice.Chance(0.2)) return home;
        var worker = dice.Pick(below);
        var measured = staff.Boxes.Any(b => b.Waiting.Unit == worker.Unit || b.Held.Unit == worker.Unit || b.Letters.Unit == worker.Unit);
        return measured && ending != BulkEnding.Answered ? home : worker;
    }

    private static void Open(PastLife life, BulkCrew crew, RoutingId routing, Scene scene) =>
        life.Did(life.Case.TakeCustody(routing, crew.Officer, scene.Pace.Next()), crew.Officer.UserId);

    private void PerhapsExclude(PastLife life, BulkCrew home, BulkCrew next, Scene scene)
    {
        if (!life.Case.Kind.AllowsConcealment() || !scene.Dice.Chance(plan.Excluding)) return;
        var shunned = scene.Dice.Pick(staff.Institutions);
        if (home.Unit == shunned.Unit || next.Lineage.IsWithin(shunned.Unit)) return;
        life.Did(life.Case.Exclude(life.Latest, shunned.Lineage, [home.Lineage], home.Officer, scene.Pace.Next()), home.Officer.UserId);
    }

    private void Send(PastLife life, BulkCrew home, IReadOnlyList<BulkCrew> to, Scene scene) => life.Did(
        life.Case.Forward(life.Latest, [.. to.Select(c => new ForwardTo(c.Lineage, RoutingPurpose.Action, life.Case.Priority, null) { Away = staff.AwayOf(life.Case.RecordedAt, c.Unit) })], calendar, home.Officer, scene.Pace.Next()),
        home.Officer.UserId);

    private static void Submit(PastLife life, BulkCrew crew, RoutingId routing, Scene scene)
    {
        var now = scene.Pace.Next();
        life.Did(
            life.Case.SubmitReply(routing, scene.Material.Letter, crew.Signature, crew.Officer, IstanbulTime.LegalDay(now), now), crew.Officer.UserId);
    }

    private static void SendBack(PastLife life, BulkCrew crew, Scene scene) => life.Did(
        life.Case.ReturnForRevision(life.Latest, life.Case.Replies[0].ContentHash, new Correcting(scene.Dice.Pick(DemoWords.Shipped.RevisionNotes)), crew.Approver, scene.Pace.Next()),
        crew.Approver.UserId);

    private static void Approve(PastLife life, BulkCrew crew, Scene scene)
    {
        var now = scene.Pace.Next();
        var approval = scene.Material.Approves(life.Case.Replies[0].ContentHash);
        life.Did(life.Case.ApproveReply(life.Latest, approval, crew.Signature, crew.Approver, IstanbulTime.LegalDay(now), now), crew.Approver.UserId);
    }

    private StatutoryDeadline DeadlineOf(LegalBasis basis, DateOnly day) =>
        _deadlines.TryGetValue((basis, day), out var known) ? known : _deadlines[(basis, day)] = StatutoryDeadline.Of(basis, day, calendar);

    private sealed record Scene(BulkMaterial Material, Dice Dice, BulkPace Pace);
}
