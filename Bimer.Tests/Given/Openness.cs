using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Domain.Organisation;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>The rule of the envelope stands twice, for one case that was read and for many in the database: here they are held against each other.</summary>
internal static class Openness
{
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
}
