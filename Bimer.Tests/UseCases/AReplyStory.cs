using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.UseCases;

/// <summary>An officer of a governorship with a petition in hand, a colleague, and an approver.</summary>
internal sealed record AReplyStory(Office Office, UnitId Unit, Actor Writer, Actor Approver, RoutingId Routing) : IAsyncDisposable
{
    public Signatory Signatory => new(Approver.UserId, Unit);

    public static async Task<AReplyStory> BeginAsync(Kind kind, Action<IServiceCollection>? configure = null)
    {
        var office = await Office.OpenAsync(kind, configure);
        var unit = office.Unit("Ankara Valiliği");
        var writer = await office.HireAsync(1, OfficerRole.CaseOfficer, unit);
        var approver = await office.HireAsync(2, OfficerRole.Approver, unit);
        var routing = (await office.FileAsync(unit)).Routings[0].Id;
        (await office.OpenAsync(writer, routing)).Should().Be(Outcome.Accepted);
        return new AReplyStory(office, unit, writer, approver, routing);
    }

    /// <summary>A letter of <see cref="ReplyStories.Html"/> before the approver; returns its hash.</summary>
    public async Task<string> SubmittedAsync()
    {
        var saved = await Office.SaveAsync(Writer, Routing, 0);
        (await Office.SubmitAsync(Writer, Routing, saved.Value!.Version, Signatory)).Should().Be(Outcome.Accepted);
        return await Office.HashAsync(Routing);
    }

    /// <summary>Another petition, a minute later, whose letter waits for the same approver.</summary>
    public async Task<RoutingId> AnotherAsync(CaseKind kind = CaseKind.Complaint)
    {
        Office.Clock.Pass(TimeSpan.FromMinutes(1));
        var routing = (await Office.FileAsync(Unit, kind)).Routings[0].Id;
        (await Office.OpenAsync(Writer, routing)).Should().Be(Outcome.Accepted);
        await (this with { Routing = routing }).SubmittedAsync();
        return routing;
    }

    /// <summary>What a forward to one unit would do, for who asks what would be seen of it.</summary>
    public GlanceAct Sending(UnitId to) => Sending([ReplyStories.Line(to)]);

    public GlanceAct Sending(IReadOnlyList<ForwardLine> lines, params UnitId[] excluded) => Sending(new ForwardCase(default, Routing, lines) { Excluded = excluded });

    public GlanceAct Sending(ForwardCase command) => Office.Services.GetRequiredService<ForwardActs>().Intended(command);

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
