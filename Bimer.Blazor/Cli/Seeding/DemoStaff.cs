using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Security;
using Bimer.Blazor.Security.Passwords;
using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Cli.Seeding;

/// <summary>The made-up officers of the demo with their roles, İYEM records and accounts; all with one published password.</summary>
public sealed class DemoStaff(IDbContextFactory<BimerDbContext> dbFactory, OfficerRegistry registry, PasswordHasher passwords)
{
    /// <summary>Printed on the console and in the README; Development alone knows these accounts.</summary>
    public const string Password = "Bimer-Deneme-2026";

    /// <summary>In service since before the story begins.</summary>
    private static readonly DateOnly Since = new(2015, 1, 1);

    public static SigningAuthority AuthorityOf(DemoOfficer officer) => new(officer.Id, officer.Unit, officer.IyemCode!, Since, null);

    /// <summary>Whether anybody works here already, made up or not.</summary>
    public async Task<bool> IsHiredAsync(CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        return await db.Officers.AnyAsync(ct);
    }

    public async Task HireAsync(CancellationToken ct)
    {
        // One hash for all: sixty honest ones would take the first start a quarter of a minute, for a password everybody knows.
        var hash = await passwords.HashAsync(Password, ct);
        await registry.EnrolAsync(DemoOfficers.Shipped.All.Select(officer => EnrolmentOf(officer, hash)), ct);
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        foreach (var officer in DemoOfficers.Shipped.All)
        {
            db.AddRange(officer.Roles.Select(role => new RoleAssignment(officer.Id, role, officer.Unit, Since)));
            if (officer.IyemCode is not null) db.Add(AuthorityOf(officer));
        }

        db.AddRange(DemoTemplates.Shipped.Select(TemplateOf));

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Written and approved by the domain's own verbs, as in life.</summary>
    private static ReplyTemplate TemplateOf(DemoTemplate told)
    {
        var now = IstanbulTime.EndOf(Since);
        var text = new TemplateText(told.Name, told.Shortcut, told.Html, MergeFields.Without(told.Html));
        var written = ReplyTemplate.Write(new ReplyTemplateId(Guid.CreateVersion7(now)), told.Home, text, new TemplateReach(told.Writer.Id, new HashSet<TemplateHome> { told.Home }, _ => false), now);
        var template = written.Value ?? throw new InvalidOperationException($"The demo's template {told.Name} is refused: {written.Refusal}");
        if (told.Approver is { } approver) template.Decide(TemplateWording.HashOf(told.Name, told.Shortcut, told.Html), note: null, new TemplateReach(approver.Id, new HashSet<TemplateHome>(), _ => true), now);
        return template;
    }

    private static Enrolment EnrolmentOf(DemoOfficer officer, string hash) => new(
        new Officer(officer.Id, officer.GivenName, officer.Surname, officer.Email),
        NationalId.Parse(officer.NationalId).Value!, MobileNumber.Parse(officer.Mobile).Value!, hash);
}
