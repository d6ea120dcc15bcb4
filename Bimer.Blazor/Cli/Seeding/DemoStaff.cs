using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>The made-up officers of the demo with their roles and İYEM records; their accounts are opened by the registry.</summary>
public sealed class DemoStaff(IDbContextFactory<BimerDbContext> dbFactory)
{
    /// <summary>In service since before the story begins.</summary>
    private static readonly DateOnly Since = new(2015, 1, 1);

    public static SigningAuthority AuthorityOf(DemoOfficer officer) => new(officer.Id, officer.Unit, officer.IyemCode!, Since, null);

    public async Task HireAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        foreach (var officer in DemoOfficers.Shipped.All)
        {
            db.Add(new Officer(officer.Id, officer.GivenName, officer.Surname, officer.Email));
            db.AddRange(officer.Roles.Select(role => new RoleAssignment(officer.Id, role, officer.Unit, Since)));
            if (officer.IyemCode is not null) db.Add(AuthorityOf(officer));
        }

        await db.SaveChangesAsync(ct);
    }
}
