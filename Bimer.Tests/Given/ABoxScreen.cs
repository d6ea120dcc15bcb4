using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Time;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>A box before one person, over a real database and without a browser.</summary>
internal static class ABoxScreen
{
    /// <param name="reader">Whom the box asks who reads.</param>
    /// <param name="actor">Who acts.</param>
    public static BunitContext Of(Office office, ICurrentActor reader, Actor actor)
    {
        T Of<T>() => ActivatorUtilities.CreateInstance<T>(office.Services, reader);
        T Shared<T>() where T : notnull => office.Services.GetRequiredService<T>();
        var browser = new BunitContext();
        browser.Services.AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton<DeadlineClock>().AddSingleton<RefusalText>().AddSingleton<LineWriter>().AddSingleton<BoxLines>().AddScoped<BoxDepths>().AddSingleton(office.Services.GetRequiredService<BoxSorting>())
            .AddSingleton(new UnitNames(Shared<UnitDirectory>())).AddSingleton(new UnitSearch(Shared<UnitDirectory>())).AddSingleton(ACalendar.Shipped).AddSingleton(new NearDue())
            .AddSingleton(SourceOf(office, reader)).AddSingleton(new CaseOpening(office.Handler<TakeCustodyHandler>(actor), office.Handler<LookIntoCaseHandler>(actor), AScreen.Refusals(office)))
            .AddSingleton(Shared<LiveFeed>()).AddSingleton(new Redraws(TimeProvider.System)).AddSingleton(Of<BoxPreferences>()).AddSingleton(Of<SavedViews>())
            .AddSingleton(office.For<UnitMemory>(actor)).AddSingleton(office.For<ForwardDeskQuery>(actor)).AddSingleton(ActivatorUtilities.CreateInstance<UnitStaffing>(office.Services))
            .AddSingleton(office.BulkDesk(actor)).AddSingleton<Toasts>().AddSingleton<TimeProvider>(office.Clock).AddSingleton<WantedDays>().AddSingleton(AScreen.Refusals(office))
            .AddSingleton(Shared<PlaceDirectory>()).AddSingleton(Shared<TopicDirectory>()).AddSingleton<TopicSearch>().AddSingleton<BoxFilters>().AddSingleton(ActivatorUtilities.CreateInstance<ServiceCatalogue>(office.Services)).AddSingleton<FilterNames>().AddSingleton<FilterWords>().AddOptions<ShellSlots>();
        browser.JSInterop.SetupVoid("bimer.goOnAt", _ => true).SetVoidResult();
        browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return browser;
    }

    private static BoxSource SourceOf(Office office, ICurrentActor reader)
    {
        T Of<T>() => ActivatorUtilities.CreateInstance<T>(office.Services, reader);
        return ActivatorUtilities.CreateInstance<BoxSource>(office.Services, Of<UnitInboxQuery>(), office.Below(reader), new PersonalBoxes(Of<MyInboxQuery>(), Of<ApprovalBoxQuery>(), Of<FollowedQuery>(), Of<ApproverChoices>()), reader);
    }
}
