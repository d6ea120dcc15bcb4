using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>The rule of the envelope stands twice, for one case that was read and for many in the database: here they are held against each other.</summary>
internal static class Openness
{
    private static readonly RoutingState[] _states =
    [
        RoutingState.Held, RoutingState.OnHold, RoutingState.CameBack, RoutingState.AwaitingApproval, RoutingState.InRevision, RoutingState.Answered, RoutingState.Forwarded,
    ];

    /// <returns>How many cases the person sees, and how many of them lie open.</returns>
    public static async Task<(int Seen, int Open)> AgreesAsync(Office office, Actor person, int seed)
    {
        var units = office.Services.GetRequiredService<UnitDirectory>();
        await using var db = await office.DbAsync();
        var open = await db.CasesOpenTo(person).Select(c => c.Id).ToListAsync();
        var seen = await db.CasesVisibleTo(person).Select(c => c.Id).ToListAsync();
        foreach (var id in seen)
        {
            var stand = CaseStanding.Of((await db.ReadCaseAsync(id, person, CancellationToken.None))!, person, units.LineageOf).Stand;
            open.Contains(id).Should().Be(stand is not (CaseStand.Envelope or CaseStand.Sealed), "{0} is {1} to {2}, seed {3}", id, stand, person.UserId, seed);
        }

        return (seen.Count, open.Count);
    }

    /// <summary>A word finds of a box what lies open, a number all of it.</summary>
    public static async Task RulesBoxesAsync(Office office, Actor person, IReadOnlyList<UnitId> units, int seed)
    {
        await using var db = await office.DbAsync();
        var open = await db.CasesOpenTo(person).Select(c => c.Id).ToListAsync();
        IEnumerable<Func<BoxFilter, Task<BoxPage?>>> boxes =
        [
            .. units.Select(unit => (Func<BoxFilter, Task<BoxPage?>>)(f => office.For<UnitInboxQuery>(person).ReadAsync(unit, Slice(f), CancellationToken.None))),
            .. _states.Select(state => (Func<BoxFilter, Task<BoxPage?>>)(f => office.For<MyInboxQuery>(person).ReadAsync(state, Slice(f), CancellationToken.None))),
            f => office.For<ApprovalBoxQuery>(person).ReadAsync(Slice(f), CancellationToken.None),
        ];
        foreach (var box in boxes)
        {
            if (await box(BoxFilter.None) is not { } whole) continue;
            var facts = (await box(BoxFilter.None with { Applicant = ApplicantKind.NaturalPerson, Excluding = false }))!;
            facts.Rows.Select(r => r.Routing).Should().Equal(whole.Rows.Where(r => open.Contains(r.Routing.CaseId)).Select(r => r.Routing), "what stands inside is told of what lies open, seed {0}", seed);
            (facts.Total, facts.Kinds.Total).Should().Be((facts.Rows.Count, facts.Rows.Count), "seed {0}", seed);
            var (inside, outside) = (await box(BoxFilter.None with { Text = "arz ederim" }), await box(BoxFilter.None with { Text = "LAMBALAR" }));
            inside!.Rows.Select(r => r.Routing).Should().Equal(whole.Rows.Where(r => open.Contains(r.Routing.CaseId)).Select(r => r.Routing), "seed {0}", seed);
            outside!.Rows.Select(r => r.Routing).Should().Equal(inside.Rows.Select(r => r.Routing), "its first words stand inside, too, seed {0}", seed);
            (inside.Total, outside.Total).Should().Be((inside.Rows.Count, inside.Rows.Count), "seed {0}", seed);
            foreach (var row in whole.Rows) (await box(BoxFilter.None with { Text = row.Number.ToString() }))!.Rows.Should().Contain(found => found.Routing == row.Routing, "a number is outside, seed {0}", seed);
        }
    }

    private static BoxSlice Slice(BoxFilter filter) => new(Take: 200) { Filter = filter };
}
