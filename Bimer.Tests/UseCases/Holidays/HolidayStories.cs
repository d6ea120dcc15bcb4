using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Holidays;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Holidays;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bimer.Tests.UseCases.Holidays;

/// <summary>Cases counted by the office's own calendar, and decisions about its days.</summary>
internal static class HolidayStories
{
    public static Task<Actor> ManagerAsync(this Office office) =>
        office.HireAsync(900, OfficerRole.Executive, office.Services.GetRequiredService<UnitDirectory>().Centre.Id);

    /// <summary>Lies in the inbox of a governorship since the day.</summary>
    public static async Task<CaseFile> ReceivedAsync(this Office office, DateOnly on, CaseKind kind = CaseKind.InformationRequest, UnitId? at = null, Func<DeadlineTerms, WorkingCalendar, DeadlineTerms>? told = null)
    {
        var now = office.Clock.GetUtcNow();
        var id = await office.Services.GetRequiredService<CaseNumbers>().NextAsync(now, CancellationToken.None);
        var calendar = office.Services.GetRequiredService<WorkingCalendar>();
        var terms = DeadlineTerms.Received(kind.Basis(), on);
        var filing = new ACase(office.Clock).Of(kind).To(at ?? office.Unit("Ankara Valiliği")).Filing() with
        {
            Id = id, ReceivedOn = on, Deadline = StatutoryDeadline.Of(told?.Invoke(terms, calendar) ?? terms, calendar),
        };
        var caseFile = CaseFile.File(filing, now).Value!;
        await using var db = await office.DbAsync();
        db.Add(caseFile);
        (await office.Services.GetRequiredService<Committer>().CommitAsync(db, new CommandStamp(OfficeStories.NewCommand(), "test", null), CancellationToken.None)).Should().Be(CommitResult.Committed);
        return caseFile;
    }

    public static Task<Outcome> RuleAsync(this Office office, Actor actor, DateOnly day, HolidayKind? kind, CommandId? id = null) =>
        Of<HolidayRuledHandler>(office, actor).HandleAsync(new RuleHoliday(id ?? OfficeStories.NewCommand(), day, kind, "Yas günü", "Karar 2026/1"), CancellationToken.None);

    public static Task<Outcome<HolidayPreview>> PreviewAsync(this Office office, Actor actor, DateOnly day, HolidayKind? kind) =>
        Of<HolidayDeskQuery>(office, actor).PreviewAsync(new HolidayForm { Day = day, Kind = kind, Name = "Yas günü", Article = "Karar 2026/1" }, CancellationToken.None);

    /// <summary>What the program does in the background, to its end.</summary>
    public static Task FollowAsync(this Office office) =>
        office.Services.GetServices<IHostedService>().OfType<DeadlineMoving>().Single().RunAsync(CancellationToken.None);

    public static async Task<CaseFile> NowAsync(this Office office, CaseFile caseFile)
    {
        await using var db = await office.DbAsync();
        return await db.Cases.AsNoTracking().Include(c => c.Routings).Include(c => c.Movements).SingleAsync(c => c.Id == caseFile.Id);
    }

    public static HolidayNews NewsOf(this Office office, Actor actor) => Of<HolidayNews>(office, actor);

    private static T Of<T>(Office office, Actor actor) =>
        ActivatorUtilities.CreateInstance<T>(office.Services, new HolidayRights(new Office.Acts(actor), office.Services.GetRequiredService<UnitDirectory>()));
}
