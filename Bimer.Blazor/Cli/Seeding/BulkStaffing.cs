using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Security;
using Bimer.Blazor.Security.Passwords;
using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>Hires the made-up people of a measurement, once for each database; all sign in with the demo's published password.</summary>
public sealed class BulkStaffing(
    IDbContextFactory<BimerDbContext> dbFactory, UnitDirectory units, OfficerRegistry registry, PasswordHasher passwords)
{
    // Apart from the numbers of the demo's people and officers.
    private const long FirstNumber = 860_000_000;

    /// <summary>The citizen number a made-up officer signs in with.</summary>
    public static string NationalIdOf(UserId person) => SyntheticNumbers.NationalId(FirstNumber + person.Value);

    /// <summary>The staff; without boxes when it was hired before, for the sizes of those boxes are promised exactly.</summary>
    internal async Task<BulkStaff> HireAsync(BulkPlan plan, DateOnly today, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        var first = BulkStaff.First(units);
        if (await db.Officers.AnyAsync(o => o.Id == first, ct)) return new BulkStaff(units, [], today);

        var staff = new BulkStaff(units, plan.FittingBoxes, today);
        var hash = await passwords.HashAsync(DemoStaff.Password, ct);
        await registry.EnrolAsync(staff.People.Select(person => EnrolmentOf(person, hash)), ct);
        db.AddRange(staff.Roles);
        await db.SaveChangesAsync(ct);
        return staff;
    }

    private static Enrolment EnrolmentOf(Officer person, string hash) => new(
        person, NationalId.Parse(NationalIdOf(person.Id)).Value!, MobileNumber.Parse(SyntheticNumbers.Mobile(person.Id.Value)).Value!, hash);
}
