using Bimer.Blazor.Live;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace.Acknowledging;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Catalogue;
using Bimer.Blazor.Workspace.Counters;
using Bimer.Blazor.Workspace.Attachments;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Describing;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Holding;
using Bimer.Blazor.Workspace.Holidays;
using Bimer.Blazor.Workspace.Home;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Blazor.Workspace.Recalling;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Blazor.Workspace.Replying;
using Bimer.Blazor.Workspace.Reports;
using Bimer.Blazor.Workspace.Returning;
using Bimer.Blazor.Workspace.Searching;
using Bimer.Blazor.Workspace.Settings;
using Bimer.Blazor.Workspace.Templates;
using Bimer.Domain.Time;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bimer.Blazor.Workspace;

/// <summary>The rooms of the staff's side; one line each.</summary>
public static class FeatureSetup
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddCatalogue().AddScoped<RefusalSentences>();
        services.AddScoped<TakeCustodyHandler>().AddScoped<LookIntoCaseHandler>().AddScoped<CaseOpening>();
        services.AddScoped<CaseResuming>().AddSingleton<CaseNames>();
        services.AddSingleton<Presence>().AddScoped<OnlookersQuery>().AddScoped<Seats>().AddScoped<CircuitHandler>(provider => provider.GetRequiredService<Seats>());
        services.AddScoped<DeskDrafts>().AddScoped<CaseChanges>().AddScoped<WhatTheySee>().AddSingleton<Trials>();
        services.AddScoped<UnitMemory>().AddScoped<ForwardUndoing>().AddSingleton<WantedDays>().AddSingleton<UnitStaffing>().AddSingleton<UnitNames>().AddSingleton<UnitSearch>().AddSingleton<UnitTree>().AddHostedService<UnitSearchWarmth>().AddSingleton<NamedUnits>().AddSingleton<TopicSearch>().AddSingleton<TopicAdviser>();
        services.AddSingleton<SharedReads>();
        services.TryAddSingleton(new NearDue());
        services.AddScoped<CountersQuery>();
        services.AddCounters();
        services.AddHome();
        services.AddHolidays().AddHostedService<DayTurn>();
        services.AddInbox();
        services.AddCaseDetail();
        services.AddAttachments();
        services.AddFollowing().AddForwarding().AddBulkActs();
        services.AddPrivacy().AddDescribing();
        services.AddRegistering();
        services.AddHolding().AddReturning().AddRecalling().AddAcknowledging();
        services.AddReplying().AddTemplates().AddSearching();
        services.AddApproving().AddReports();
        services.AddScoped<SignIn.MySessions>().AddSettings();
        return services;
    }

    private static IServiceCollection AddBulkActs(this IServiceCollection services) =>
        services.AddScoped<BulkFollowing>().AddScoped<BulkHolding>().AddScoped<BulkAcknowledging>().AddScoped<BulkSending>().AddScoped<BulkActs>().AddScoped<BulkDesk>()
            .Configure<ShellSlots>(slots => slots.Working = typeof(BulkMark));

    public static IEndpointRouteBuilder MapFeatures(this IEndpointRouteBuilder app)
    {
        app.MapAttachments();
        app.MapDeskNotes();
        app.MapCaseDetail();
        app.MapReplying();
        app.MapTemplates();
        app.MapRegistering();
        app.MapSettings();
        app.MapReports();
        return app;
    }
}
