using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Replying;
using Bimer.Blazor.Workspace.Replying.Drafting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bimer.Tests.Journeys;

/// <summary>The running program with a governorship at work: an officer who holds a petition, and two approvers.</summary>
internal sealed class AnActingOffice : IAsyncDisposable
{
    private AnActingOffice(BimerServer server) => Server = server;

    public BimerServer Server { get; }

    public UnitId Unit { get; private init; }

    public StaffMember Writer { get; private init; } = null!;

    public StaffMember Approver { get; private init; } = null!;

    public StaffMember OtherApprover { get; private init; } = null!;

    public static async Task<AnActingOffice> OpenAsync(Kind kind = Kind.Sqlite, Action<IServiceCollection>? configure = null)
    {
        var server = await BimerServer.StartAsync(kind, configure: configure);
        var unit = server.Services.GetRequiredService<UnitDirectory>().All.Single(u => u.Name is "Ankara Valiliği").Id;
        return new AnActingOffice(server)
        {
            Unit = unit,
            Writer = await server.HireAsync(1, OfficerRole.CaseOfficer, unit),
            Approver = await server.HireAsync(2, OfficerRole.Approver, unit),
            OtherApprover = await server.HireAsync(3, OfficerRole.Approver, unit),
        };
    }

    /// <summary>A petition in the writer's hands.</summary>
    /// <param name="receivedAt">When; some months ago where it does not matter.</param>
    public async Task<RoutingId> HeldCaseAsync(CaseKind kind = CaseKind.Complaint, string? text = null, TestClock? receivedAt = null)
    {
        var clock = receivedAt ?? new TestClock();
        var id = await Server.Services.GetRequiredService<CaseNumbers>().NextAsync(clock.GetUtcNow(), CancellationToken.None);
        var filing = new ACase(clock).Of(kind).To(Unit).Filing() with { Id = id };
        if (text is not null) filing = filing with { Text = PetitionText.Parse(text).Value! };
        var caseFile = CaseFile.File(filing, clock.GetUtcNow()).Value!;
        var routing = caseFile.Routings[0].Id;
        await using (var db = await Server.DbAsync())
        {
            db.Add(caseFile);
            var stamp = new CommandStamp(OfficeStories.NewCommand(), "test", null);
            await Server.Services.GetRequiredService<Committer>().CommitAsync(db, stamp, CancellationToken.None);
        }

        var work = ActivatorUtilities.CreateInstance<CaseWork>(Server.Services, new Office.Acts(Writer.Actor));
        (await new TakeCustodyHandler(work).HandleAsync(new TakeCustody(OfficeStories.NewCommand(), routing), CancellationToken.None)).Should().Be(Outcome.Accepted);
        return routing;
    }

    /// <summary>A case in the writer's hands whose letter waits for the approver.</summary>
    public async Task<RoutingId> SubmittedCaseAsync(CaseKind kind = CaseKind.Complaint)
    {
        var (part, services, writer) = (await HeldCaseAsync(kind), Server.Services, Writer.Actor);
        var drafts = ActivatorUtilities.CreateInstance<DraftWork>(services, new Office.Acts(writer));
        var saved = await new SaveDraftHandler(drafts, services.GetRequiredService<TimeProvider>()).HandleAsync(new SaveDraft(part, 0, ReplyStories.Html, ReplyStories.Service, null), default);
        var inspection = ActivatorUtilities.CreateInstance<LetterInspection>(services, drafts);
        var handler = ActivatorUtilities.CreateInstance<SubmitReplyHandler>(services, ActivatorUtilities.CreateInstance<CaseWork>(services, new Office.Acts(writer)), inspection);
        var sent = await handler.HandleAsync(new SubmitReply(OfficeStories.NewCommand(), part, saved.Value!.Version, ReplyStories.Service, Approver.Id, Unit), default);
        Xunit.Assert.Null(sent.Refusal);
        return part;
    }

    /// <summary>Somebody at a browser, signed in, on a live page.</summary>
    public async Task<Person> SitDownAsync(StaffMember member, string path, ViewportSize? size = null, ColorScheme theme = ColorScheme.Light)
    {
        var person = await Chromium.NewPersonAsync(size, theme);
        await Server.SignInAsync(person, member, path);
        await LiveAsync(person.Page);
        return person;
    }

    public static Task LiveAsync(IPage page) => page.IsLiveAsync();

    public static string Number(RoutingId routing) => new CaseNumber(routing.CaseId).ToString();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
