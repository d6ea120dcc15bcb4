using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;
using Xunit.Abstractions;

namespace Bimer.Tests.Domain.Cases;

/// <summary>
/// Ten thousand random acts, allowed or not, over many cases at once: after each the parts of its case lie in exactly the boxes its movements imply. The same over
/// both databases, and with the counters beside, is <c>CountersTests</c>.
/// </summary>
public sealed class BoxWalkTests(ITestOutputHelper output)
{
    private const int Actions = 2_500;
    private const int MostCases = 8;
    private const int MostMovements = 60;

    private static readonly Actor[] _officers = [People.Ayse, People.Mehmet, People.Zeynep, People.Selin];
    private static readonly UnitId[] _units = [People.Governorship, People.Health, People.Centre, People.Ministry];

    private readonly TestClock _clock = new();
    private readonly List<CaseFile> _cases = [];
    private readonly Dictionary<RoutingState, int> _seen = [];

    [Theory]
    [InlineData(1)]
    [InlineData(20_261_122)]
    [InlineData(3_071)]
    [InlineData(4_982)]
    public void Whatever_is_done_every_part_lies_in_exactly_the_boxes_its_movements_imply(int first)
    {
        var seed = Alone.LongForm ? unchecked(first + Environment.TickCount) : first;
        output.WriteLine("seed {0}", seed);
        var (dice, accepted) = (new Random(seed), 0);
        for (var step = 0; step < (Alone.LongForm ? 40 * Actions : Actions); step++)
        {
            var caseFile = CaseOf(dice);
            if (!Act(caseFile, PartOf(caseFile, dice), dice).IsAccepted) continue;
            accepted++;
            Check(caseFile, $"seed {seed}, step {step}");
        }

        accepted.Should().BeGreaterThan(Actions / 10, "seed {0}", seed);
        _seen.Keys.Should().BeEquivalentTo(Enum.GetValues<RoutingState>(), "every state is come by, seed {0}", seed);
    }

    private CaseFile CaseOf(Random dice)
    {
        _cases.RemoveAll(c => c.Movements.Count > MostMovements || dice.Next(c.ClosedAt is null ? 150 : 10) == 0);   // also what lies where nobody works
        if (_cases.Count < MostCases) _cases.Add(new ACase(_clock).Of(dice.Next(4) == 0 ? CaseKind.InformationRequest : CaseKind.Complaint).To(_units[dice.Next(3)]).Build());
        _clock.Pass(TimeSpan.FromMinutes(dice.Next(20)));
        return _cases[dice.Next(_cases.Count)];
    }

    /// <summary>Mostly one that is open.</summary>
    private static Routing PartOf(CaseFile c, Random dice)
    {
        Routing[] parts = [.. c.Routings.Where(r => r.IsOpen)];
        if (parts.Length == 0 || dice.Next(5) == 0) parts = [.. c.Routings];
        return parts[dice.Next(parts.Length)];
    }

    /// <summary>Mostly by who holds the part, sometimes by anybody.</summary>
    private Outcome Act(CaseFile c, Routing part, Random dice)
    {
        var (now, who) = (_clock.GetUtcNow(), _officers[dice.Next(_officers.Length)]);
        if (dice.Next(5) > 0) who = _officers.FirstOrDefault(o => o.UserId == part.Custodian) ?? Array.Find(_officers, o => o.Is(OfficerRole.CaseOfficer, part.To)) ?? who;
        var signatory = part.To == People.Health ? People.Kemal : People.Nuray;
        return ActFor(part, dice) switch
        {
            0 => c.TakeCustody(part.Id, who, now),
            1 => c.Forward(part.Id, LinesFor(part, dice), ACase.Calendar, who, now),
            2 => Return(c, part, dice, who, now),
            3 => c.Recall(part.Id, RecallPolicy.Usual, ACase.Calendar, _officers.FirstOrDefault(o => o.UserId == part.SentBy) ?? who, now),
            4 => c.PutOnHold(part.Id, new HoldTerms("İlgili birimden görüş istendi.", "Görüş bekleniyor.", IstanbulTime.LegalDay(now).AddDays(3), null), who, IstanbulTime.LegalDay(now), now),
            5 => c.Resume(part.Id, who, now),
            6 => c.SubmitReply(part.Id, LetterFor(c, dice), ACase.Signs(signatory, SigningUnitOf(part)), who, People.Monday, now),
            7 => Decide(c, part, signatory, dice, now),
            8 => c.Acknowledge(part.Id, who, now),
            _ => c.UndoAcknowledging(part.Id, who, now),
        };
    }

    /// <summary>Three times of four what could be done with it, else anything.</summary>
    private static int ActFor(Routing part, Random dice)
    {
        int[] fitting = part.State switch
        {
            RoutingState.Waiting => [0, 0, 3],
            RoutingState.Held or RoutingState.CameBack or RoutingState.InRevision => [1, 1, 2, 4, 6, 8],
            RoutingState.OnHold => [1, 2, 5, 5, 8],
            RoutingState.AwaitingApproval => [7],
            RoutingState.Noted => [9],
            _ => [3],
        };
        return dice.Next(4) == 0 ? dice.Next(10) : fitting[dice.Next(fitting.Length)];
    }

    private static UnitId SigningUnitOf(Routing part) => part.To == People.Health ? People.Health : People.Governorship;

    private static List<ForwardTo> LinesFor(Routing part, Random dice)
    {
        UnitId[] others = [.. _units.Where(unit => unit != part.To)];
        dice.Shuffle(others);
        var isCopy = part.Purpose == RoutingPurpose.Information;
        return [.. others.Take(1 + dice.Next(2)).Select((unit, at) => isCopy || (at > 0 && dice.Next(2) == 0) ? ACase.Information(unit) : ACase.Action(unit))];
    }

    private static Outcome Return(CaseFile c, Routing part, Random dice, Actor who, DateTimeOffset now)
    {
        var ways = c.ReturnWays(part.Id);
        if (ways.Count == 0) return new Refusal.NowhereToReturn(ReturnTarget.Sender);
        var way = ways[dice.Next(ways.Count)];
        return c.Return(part.Id, new ReturnTerms(way.Target, People.Lineage(way.Unit), dice.Next(4) > 0, ReturnReason.NotOurDuty, "Görev alanımızda değil."), ACase.Calendar, who, now);
    }

    /// <summary>Of three letters under 3071 one answers nothing yet, of those under 4982 every second.</summary>
    private static Letter LetterFor(CaseFile c, Random dice) => c.Basis == LegalBasis.PetitionAct
        ? ACase.Letter with { IsProgress = dice.Next(3) == 0 }
        : dice.Next(6) switch
        {
            0 => ACase.Letter with { Notice = new FeeNotice(12.5m, FeeNotice.Words("Fotokopi", "Vezne")) },
            1 => ACase.Letter with { Notice = new ExtensionNotice(ExtensionGround.SeveralUnits, "Üç birimden istendi.") },
            2 => ACase.Letter with { Notice = new WithdrawalNotice("") },
            _ => ACase.Letter,
        };

    private static Outcome Decide(CaseFile c, Routing part, Actor signatory, Random dice, DateTimeOffset now)
    {
        if (c.Replies.FirstOrDefault(r => r.Id == part.Id) is not { } letter) return new Refusal.NotFound();
        if (dice.Next(2) == 0) return c.ReturnForRevision(part.Id, letter.ContentHash, new Correcting("Tarih eksik."), signatory, now);
        var approval = letter.HasNoVerdict ? new Approval(letter.ContentHash, letter.CatalogueService, null, null) : c.Basis == LegalBasis.InformationAct
            ? new Approval(letter.ContentHash, letter.CatalogueService, null, DisclosureDecision.Granted) : new Approval(letter.ContentHash, letter.CatalogueService, ReplyVerdict.Favourable, null);
        if (letter.Notice is not null) return c.SignNotice(part.Id, approval, ACase.Signs(signatory, SigningUnitOf(part)), ACase.Calendar, signatory, now);
        return c.ApproveReply(part.Id, approval, ACase.Signs(signatory, SigningUnitOf(part)), signatory, People.Monday, now);
    }

    private void Check(CaseFile c, string why)
    {
        c.Routings.ToDictionary(r => r.Id, r => r.State).Should().Equal(StatesToldByMovements.Of(c.Routings, c.Movements), why);
        foreach (var part in c.Routings)
        {
            _seen[part.State] = _seen.GetValueOrDefault(part.State) + 1;
            var (inUnitBox, isOpen) = (part.State == RoutingState.Waiting, part.State < RoutingState.Answered);
            (part.Custodian is null).Should().Be(inUnitBox || part.State == RoutingState.Recalled, "a part is in its unit's box or in somebody's own, {0}", why);
            part.IsOpen.Should().Be(isOpen, why);
            part.Rank.Should().BeOneOf(isOpen ? [Routing.RanksOf(c.DueEndsAt).Ahead, Routing.RanksOf(c.DueEndsAt).Plain] : [part.EndedAt!.Value.UtcTicks], why);
        }

        var owed = c.Routings.Any(r => r.IsOpen && r.Purpose == RoutingPurpose.Action);
        if (c.ClosedAt is not null) owed.Should().BeFalse("what is closed is nobody's work any more, {0}", why);
        if (!owed) c.ClosedAt.Should().NotBeNull("a petition nobody has answered is somebody's work, {0}", why);
        c.ClearEvents();
    }
}
