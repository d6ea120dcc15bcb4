using Bimer.Blazor.Live;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>What those do who coordinate or manage.</summary>
internal static class BelowStories
{
    /// <param name="parts">How many parts the box gathers before it walks; none for as many as ever.</param>
    public static BelowBox Below(this Office office, ICurrentActor reader, int? parts = null)
    {
        var limits = parts is { } few ? new BelowLimits(few) : office.Services.GetRequiredService<BelowLimits>();
        return new BelowBox(ActivatorUtilities.CreateInstance<BelowQuery>(office.Services, limits), ActivatorUtilities.CreateInstance<BelowChoices>(office.Services, reader), reader, office.Services.GetRequiredService<SharedReads>());
    }

    public static BelowBox Below(this Office office, Actor actor, int? parts = null) => office.Below(new Office.Acts(actor), parts);

    public static async Task<BoxPage> BelowAsync(this Office office, Actor actor, BoxFilter? filter = null) =>
        (await office.Below(actor).ReadAsync(new BoxSlice { Filter = filter ?? BoxFilter.None }, CancellationToken.None))!;

    public static Task<Outcome> LookIntoAsync(this Office office, Actor actor, RoutingId routing, CommandId? id = null) =>
        office.Handler<LookIntoCaseHandler>(actor).HandleAsync(new LookIntoCase(id ?? OfficeStories.NewCommand(), routing), CancellationToken.None);
}
