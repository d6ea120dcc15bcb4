using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>The officers of the demo, ready to act: with their roles, their units' lines and their signatures.</summary>
public sealed class DemoCast(UnitDirectory units, WorkingCalendar calendar)
{
    internal DemoFiler On(DateOnly today) => new(calendar, ActorsOn(today), units.LineageOf, Authorities(), DemoCalendar.At(today, TimeSpan.Zero));

    private static Dictionary<UserId, Actor> ActorsOn(DateOnly today) =>
        DemoOfficers.Shipped.All.ToDictionary(o => o.Id, o => new Actor(o.Id, [.. o.Roles.Select(r => new RoleOn(r, o.Unit))], today));

    private static Dictionary<UserId, List<SigningAuthority>> Authorities() =>
        DemoOfficers.Shipped.All.Where(o => o.IyemCode is not null)
            .ToDictionary(o => o.Id, o => (List<SigningAuthority>)[DemoStaff.AuthorityOf(o)]);
}
