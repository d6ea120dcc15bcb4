using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.CaseDetail.Jointly;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.UseCases;

/// <summary>A complaint an officer hid, with the two above them who might open it together.</summary>
internal sealed record AHiddenCase(Office Office, UnitId Unit, Actor Hider, Actor General, Actor Manager, RoutingId Part) : IAsyncDisposable
{
    public const string Why = "Savcılık kimliği istiyor.";

    public CaseId Id => Part.CaseId;

    public static async Task<AHiddenCase> BeginAsync(Kind kind, bool byApplicant = false, bool isOn = true, string phone = "+905321234567")
    {
        var office = await Office.OpenAsync(kind, services =>
            services.Configure<JointOpeningOptions>(options => options.JointOpening = isOn).AddSingleton<JointOpeningSwitch>());
        var unit = office.Unit("Ankara Valiliği");
        var hider = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var (general, manager) = (await office.HireAsync(2, OfficerRole.GeneralCoordinator, unit), await office.HireAsync(3, OfficerRole.Executive, unit));
        var caseFile = await ServerStories.FileAsync(office.Services, unit, CaseKind.Complaint, byApplicant, ServerStories.Identity with { Mobile = phone });
        await office.OpenAsync(hider, caseFile.Routings[0].Id);
        var story = new AHiddenCase(office, unit, hider, general, manager, caseFile.Routings[0].Id);
        if (!byApplicant) (await story.HideAsync()).Should().Be(Outcome.Accepted);
        return story;
    }

    public Task<Outcome> HideAsync() => Office.Handler<HideIdentityHandler>(Hider).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), Part), CancellationToken.None);

    public Task<Outcome> UndoAsync() => Office.Handler<UndoHidingHandler>(Hider).HandleAsync(new UndoHiding(OfficeStories.NewCommand(), Id), CancellationToken.None);

    /// <summary>The officer's account is closed, or their role ended yesterday.</summary>
    public async Task LeaveAsync(bool isDisabled = true)
    {
        await using var db = await Office.DbAsync();
        if (isDisabled) await db.Officers.Where(o => o.Id == Hider.UserId).ExecuteUpdateAsync(row => row.SetProperty(o => o.IsActive, false));
        else await db.RoleAssignments.Where(r => r.Officer == Hider.UserId).ExecuteUpdateAsync(row => row.SetProperty(r => r.ValidUntil, People.Monday.AddDays(-1)));
    }

    public async Task ReturnAsync()
    {
        await using var db = await Office.DbAsync();
        await db.Officers.Where(o => o.Id == Hider.UserId).ExecuteUpdateAsync(row => row.SetProperty(o => o.IsActive, true));
    }

    public Task<Outcome> AskAsync(Actor actor, string why = Why) =>
        Office.Handler<JointSteps>(actor).AskAsync(new AskJointOpening(OfficeStories.NewCommand(), Id, why), CancellationToken.None);

    public async Task<Outcome> AllowAsync(Actor actor, int? asked = null)
    {
        await using var db = await Office.DbAsync();
        var place = asked ?? await db.Movements.Where(m => m.Kind == MovementKind.JointOpeningAsked).Select(m => m.Sequence).MaxAsync();
        return await Office.Handler<JointSteps>(actor).AllowAsync(new AllowJointOpening(OfficeStories.NewCommand(), Id, place), CancellationToken.None);
    }

    public Task<Outcome<RevealedIdentity>> OpenAsync(Actor actor) =>
        ActivatorUtilities.CreateInstance<OpenJointlyHandler>(Office.Services, new Office.Acts(actor), Office.Handler<JointSteps>(actor))
            .HandleAsync(new OpenJointly(OfficeStories.NewCommand(), Id), CancellationToken.None);

    public Task<JointLines?> LinesAsync(Actor actor) => Office.For<JointOpeningQuery>(actor).ReadAsync(Id, CancellationToken.None);

    /// <summary>The steps of this person, while between their reading and their saving something happens once.</summary>
    public JointSteps Meanwhile(Actor actor, Func<Task> meanwhile)
    {
        var db = new MeanwhileDb(Office.Services.GetRequiredService<IDbContextFactory<BimerDbContext>>(), meanwhile);
        var work = ActivatorUtilities.CreateInstance<CaseWork>(Office.Services, db, new Office.Acts(actor));
        return ActivatorUtilities.CreateInstance<JointSteps>(Office.Services, work);
    }

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
