using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace Bimer.Tests.Persistence;

/// <summary>
/// However a case goes through the tree, by whomever, and whatever is marked on the way (B6): whoever belongs within an excluded unit by any role finds it by no
/// question there is, and no part of it comes to lie there.
/// </summary>
public sealed class ExclusionWalkTests(ITestOutputHelper output)
{
    private const int Steps = 260;

    private static readonly string[] _tree =
        ["BİMER Merkezi", "Ankara Valiliği", "Ankara İl Sağlık Müdürlüğü", "Ankara İl Emniyet Müdürlüğü", "İzmir Valiliği", "İzmir İl Sağlık Müdürlüğü", "Bursa Valiliği", "Sağlık Bakanlığı"];

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task On_no_random_way_does_a_case_reach_whom_it_is_kept_from(Kind kind)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        await using var office = await Office.OpenAsync(kind);
        var (dice, walk) = (new Random(seed), new Walk(office, [.. _tree.Select(office.Unit)]));
        await walk.HireAsync(dice);
        await walk.KeepOneAsync();   // dice alone may walk a whole way on which nothing is kept from anybody
        List<string> broken = [];
        for (var step = 1; step <= Steps; step++)
        {
            await walk.StepAsync(dice);
            if (step % 20 == 0) broken.AddRange(await walk.LeaksAsync());
        }

        broken.Should().BeEmpty("seed {0}", seed);
    }

    private sealed class Walk(Office office, IReadOnlyList<UnitId> tree)
    {
        private readonly List<Actor> _people = [];
        private readonly List<CaseId> _cases = [];
        private readonly UnitDirectory _units = office.Services.GetRequiredService<UnitDirectory>();

        /// <summary>An officer in each unit, coordinators and managers above, and people with a second role elsewhere.</summary>
        public async Task HireAsync(Random dice)
        {
            for (var i = 0; i < tree.Count; i++) _people.Add(await office.HireAsync(i + 1, OfficerRole.CaseOfficer, tree[i]));
            OfficerRole[] above = [OfficerRole.Coordinator, OfficerRole.Executive, OfficerRole.GeneralCoordinator];
            for (var i = 0; i < 6; i++)
            {
                var (person, unit) = (await office.HireAsync(100 + i, above[i % above.Length], Any(dice, tree)), Any(dice, tree));
                await office.AlsoAsync(person, OfficerRole.CaseOfficer, unit);
                _people.Add(person with { Roles = [.. person.Roles, new RoleOn(OfficerRole.CaseOfficer, unit)] });
            }
        }

        /// <summary>The centre's officer keeps the first case from İzmir: from then on somebody is blind, whatever the dice say.</summary>
        public async Task KeepOneAsync()
        {
            var filed = await office.FileAsync(tree[0], CaseKind.Complaint);
            _cases.Add(filed.Id);
            var leg = (await office.LegsAsync(filed.Id)).Single().Id;
            await office.OpenAsync(_people[0], leg);
            (await SendOnAsync(_people[0], leg, [tree[1]], [tree[4]], _ => false)).Refusal.Should().BeNull();
            await using var db = await office.DbAsync();
            (await db.Movements.CountAsync(m => m.Kind == MovementKind.RecipientExcluded)).Should().Be(1);
        }

        public async Task StepAsync(Random dice)
        {
            if (_cases.Count < 8) _cases.Add((await office.FileAsync(Any(dice, tree), dice.Next(2) == 0 ? CaseKind.Complaint : CaseKind.TipOff)).Id);
            var id = Any(dice, _cases);
            var leg = Any(dice, await office.LegsAsync(id)).Id;
            var who = await HolderOrAnybodyAsync(leg, dice);
            switch (dice.Next(9))
            {
                case 0 or 1: await office.OpenAsync(who, leg); break;
                case 2 or 3: await SendAsync(who, leg, dice); break;
                case 4: await SendAsync(who, leg, dice, Any(dice, tree)); break;
                case 5: await office.ReturnAsync(who, leg, dice.Next(2) == 0 ? ReturnTarget.Sender : ReturnTarget.OneUp); break;
                case 6: await office.RecallAsync(who, leg); break;
                case 7: await office.Handler<FollowCaseHandler>(who).HandleAsync(new FollowCase(OfficeStories.NewCommand(), id, dice.Next(2) == 0 ? null : who.Roles[0].Unit), CancellationToken.None); break;
                default: if (dice.Next(4) == 0) await office.Handler<LiftExclusionHandler>(who).HandleAsync(new LiftExclusion(OfficeStories.NewCommand(), id, Any(dice, tree), "Gerek kalmadı."), CancellationToken.None); break;
            }
        }

        /// <summary>Who is blind is told here another way than by the database: along the tree, person by person.</summary>
        public async Task<IReadOnlyList<string>> LeaksAsync()
        {
            List<string> leaks = [];
            await using var db = await office.DbAsync();
            var kept = (await db.Exclusions.AsNoTracking().ToListAsync()).ToLookup(x => x.CaseId, x => x.Unit);
            foreach (var part in await db.Routings.AsNoTracking().Where(r => r.EndedAt == null).ToListAsync())
                if (kept[part.CaseId].Any(_units.LineageOf(part.To).IsWithin)) leaks.Add($"{part.Id} lies where it is kept from");
            foreach (var person in _people)
            {
                var blind = kept.Where(x => x.Any(unit => person.Roles.Any(on => _units.LineageOf(on.Unit).IsWithin(unit)))).Select(x => x.Key).ToHashSet();
                foreach (var (way, found) in await FoundAsync(db, person)) leaks.AddRange(found.Where(blind.Contains).Select(id => $"{person.UserId} finds {id} by {way}"));
            }

            return leaks;
        }

        private static async Task<(string Way, List<CaseId> Found)[]> FoundAsync(BimerDbContext db, Actor person) =>
        [
            ("sight", await db.CasesVisibleTo(person).Select(c => c.Id).ToListAsync()), ("what lies open", await db.CasesOpenTo(person).Select(c => c.Id).ToListAsync()),
            ("the unit's box", await db.RoutingsAtUnitsOf(person).Select(r => r.CaseId).ToListAsync()), ("custody", await db.RoutingsHeldBy(person).Select(r => r.CaseId).ToListAsync()),
            ("below", await db.OpenRoutingsBelow(person).Select(r => r.CaseId).ToListAsync()), ("follows", await db.CasesFollowedBy(person).Select(c => c.Id).ToListAsync()),
            ("letters", await db.RepliesAwaiting(person).Select(r => r.CaseId).ToListAsync()), ("earlier cases", await db.CasesNotKeptFrom(person).Select(c => c.Id).ToListAsync()),
        ];

        private async Task<Actor> HolderOrAnybodyAsync(RoutingId leg, Random dice)
        {
            await using var db = await office.DbAsync();
            var part = await db.Routings.AsNoTracking().SingleAsync(r => r.Id == leg);
            var mine = _people.Find(person => part.Custodian is { } holder ? person.UserId == holder : person.Is(OfficerRole.CaseOfficer, part.To));
            return mine is not null && dice.Next(6) > 0 ? mine : Any(dice, _people);
        }

        private async Task SendAsync(Actor who, RoutingId leg, Random dice, params UnitId[] excluded)
        {
            List<UnitId> to = [.. Enumerable.Range(0, dice.Next(1, 4)).Select(_ => Any(dice, tree)).Distinct()];
            if (excluded.Length > 0) to = [.. to.Append(_units.NearestOutside(excluded[0], excluded)).Distinct()];
            await SendOnAsync(who, leg, to, excluded, i => i > 0 && dice.Next(3) == 0);
        }

        private Task<Outcome> SendOnAsync(Actor who, RoutingId leg, IReadOnlyList<UnitId> to, UnitId[] excluded, Func<int, bool> forInformation) =>
            office.Handler<ForwardCaseHandler>(who).HandleAsync(
                new ForwardCase(OfficeStories.NewCommand(), leg, [.. to.Select((unit, i) => ReplyStories.Line(unit, forInformation(i) ? RoutingPurpose.Information : RoutingPurpose.Action))]) { Excluded = excluded },
                CancellationToken.None);

        private static T Any<T>(Random dice, IReadOnlyList<T> list) => list[dice.Next(list.Count)];
    }
}
