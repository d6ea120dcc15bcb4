using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>Stories a test starts from, lived through the product's own handlers.</summary>
public static class OfficeStories
{
    /// <summary>A person with one role on one unit of the shipped tree.</summary>
    public static async Task<Actor> HireAsync(this Office office, int id, OfficerRole role, UnitId unit)
    {
        await using var db = await office.DbAsync();
        var user = new UserId(id);
        db.Add(new Officer(user, "Ad" + id, "Soyad", $"kisi{id}@kurum.invalid"));
        db.Add(new RoleAssignment(user, role, unit, new DateOnly(2025, 1, 1)));
        if (role == OfficerRole.Approver) db.Add(new SigningAuthority(user, unit, "IYEM-" + id, new DateOnly(2025, 1, 1), null));
        await db.SaveChangesAsync();
        return new Actor(user, [new RoleOn(role, unit)], People.Monday);
    }

    /// <summary>A petition that lies, unopened, in the inbox of a unit.</summary>
    public static async Task<CaseFile> FileAsync(this Office office, UnitId to, CaseKind kind = CaseKind.Complaint)
    {
        var now = office.Clock.GetUtcNow();
        var id = await office.Services.GetRequiredService<CaseNumbers>().NextAsync(now, CancellationToken.None);
        var filing = new ACase(office.Clock).Of(kind).To(to).Filing() with { Id = id };
        var caseFile = CaseFile.File(filing, now).Value!;
        await using var db = await office.DbAsync();
        db.Add(caseFile);
        var stamp = new CommandStamp(new CommandId(Guid.NewGuid()), "test", null);
        (await office.Services.GetRequiredService<Committer>().CommitAsync(db, stamp, CancellationToken.None)).Should().Be(CommitResult.Committed);
        return caseFile;
    }

    public static Task<Outcome> OpenAsync(this Office office, Actor officer, RoutingId routing, CommandId? id = null) =>
        new TakeCustodyHandler(office.WorkOf(officer)).HandleAsync(new TakeCustody(id ?? NewCommand(), routing), CancellationToken.None);

    public static CommandId NewCommand() => new(Guid.NewGuid());

    public static UnitId Unit(this Office office, string name) =>
        office.Services.GetRequiredService<UnitDirectory>().All.Single(u => string.Equals(UnitDirectory.Label(u), name, StringComparison.Ordinal)).Id;
}
