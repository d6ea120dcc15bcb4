using System.Text.Encodings.Web;
using System.Text.Json;
using Bimer.Blazor.Live;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Attachments;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Holding;
using Bimer.Blazor.Workspace.Home;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Recalling;
using Bimer.Blazor.Workspace.Replying;
using Bimer.Blazor.Workspace.Returning;
using Bimer.Blazor.Workspace.Searching;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Security.Sight;

/// <summary>All ways a case comes before somebody's eyes, each answering in full what it answered.</summary>
internal static class ReadPaths
{
    /// <summary>Ways that take an id.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Office, Actor, Ids, Task<string>>> ById = new Dictionary<string, Func<Office, Actor, Ids, Task<string>>>(StringComparer.Ordinal)
    {
        ["direct address"] = async (office, actor, ids) => Told(await office.For<CaseQuery>(actor).ReadAsync(ids.Number, CancellationToken.None)),
        ["attachment"] = AttachmentAsync,
        ["report"] = async (office, actor, ids) => await office.PrintAsync(actor, ids.Number) is { Value: { } paper } ? paper.Page : "none",
        ["print code"] = async (office, actor, ids) => Told(await office.LookUpAsync(actor, ids.Print.Value)),
        ["identity"] = async (office, actor, ids) =>
            Told(await office.For<RevealIdentityHandler>(actor).HandleAsync(new RevealIdentity(OfficeStories.NewCommand(), ids.Case), CancellationToken.None)),
        ["evveliyat"] = async (office, actor, ids) =>
            Told(await office.For<EarlierCasesHandler>(actor).HandleAsync(new FindEarlierCases(OfficeStories.NewCommand(), ids.Case), CancellationToken.None)),
        ["custody"] = async (office, actor, ids) =>
            Told(await office.Handler<TakeCustodyHandler>(actor).HandleAsync(new TakeCustody(OfficeStories.NewCommand(), ids.Part), CancellationToken.None)),
        ["look"] = async (office, actor, ids) => Told(await office.LookIntoAsync(actor, ids.Part)),
        ["forward desk"] = async (office, actor, ids) => Told(await office.For<ForwardDeskQuery>(actor).OpenAsync(ids.Case, CancellationToken.None)),
        ["hold desk"] = async (office, actor, ids) => Told(await office.For<HoldDeskQuery>(actor).OpenAsync(ids.Case, CancellationToken.None)),
        ["return desk"] = async (office, actor, ids) => Told(await office.For<ReturnDeskQuery>(actor).OpenAsync(ids.Case, CancellationToken.None)),
        ["recall desk"] = async (office, actor, ids) => Told(await office.For<RecallDeskQuery>(actor).OpenAsync(ids.Case, CancellationToken.None)),
        ["reply desk"] = async (office, actor, ids) => Told(await office.For<ReplyDeskQuery>(actor).OpenAsync(ids.Case, CancellationToken.None)),
        ["approval desk"] = async (office, actor, ids) => Told(await office.ApprovalDesk(actor).OpenAsync(ids.Case, CancellationToken.None)),
        ["follow"] = async (office, actor, ids) =>
            Told(await office.Handler<FollowCaseHandler>(actor).HandleAsync(new FollowCase(OfficeStories.NewCommand(), ids.Case, null), CancellationToken.None)),
    };

    /// <summary>Ways that take none: what they answer about everything.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Office, Actor, Task<string>>> OfAll = new Dictionary<string, Func<Office, Actor, Task<string>>>(StringComparer.Ordinal)
    {
        ["unit boxes"] = UnitBoxesAsync,
        ["own boxes"] = OwnBoxesAsync,
        ["approval box"] = async (office, actor) => Told(await office.For<ApprovalBoxQuery>(actor).ReadAsync(new BoxSlice(), CancellationToken.None)),
        ["below"] = BelowAsync,
        ["followed"] = async (office, actor) => Told(await office.For<FollowedQuery>(actor).ReadAsync(new BoxSlice(), CancellationToken.None)),
        ["followed bells"] = async (office, actor) => Told(await office.For<FollowedQuery>(actor).BellsAsync(CancellationToken.None)),
        ["counters"] = async (office, actor) => Told(await Of<CountersQuery>(office, actor).ReadAsync(CancellationToken.None)),
        ["home"] = async (office, actor) => Told(await office.For<OverviewQuery>(actor).ReadAsync(CancellationToken.None)),
        ["search, newest"] = async (office, actor) => Told(await office.SearchAsync(actor, "lambalar")),
        ["search, best"] = async (office, actor) => Told(await office.SearchAsync(actor, "gül sokak", SearchOrder.Best)),
        ["search by file name"] = async (office, actor) => Told(await office.SearchAsync(actor, "lamba-resmi")),
    };

    // As it would be read: a name must not hide behind the signs of its escaping.
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<string> UnitBoxesAsync(Office office, Actor actor)
    {
        var told = "";
        foreach (var unit in actor.Roles.Select(on => on.Unit).Distinct())
        {
            var boxes = Of<UnitInboxQuery>(office, actor);
            told += Told(await boxes.ReadAsync(unit, new BoxSlice(), CancellationToken.None));
            told += Told(await boxes.ReadAsync(unit, new BoxSlice { Filter = BoxFilter.None with { Kind = CaseKind.Complaint } }, CancellationToken.None));
            told += Told(await boxes.SendersAsync(unit, CancellationToken.None));
        }

        return told;
    }

    private static async Task<string> BelowAsync(Office office, Actor actor)
    {
        var box = office.Below(actor);
        var told = Told(await box.SendersAsync(CancellationToken.None)) + Told(await box.UnitsAsync(CancellationToken.None));
        foreach (var filter in (BoxFilter[])[BoxFilter.None, BoxFilter.None with { Kind = CaseKind.Complaint }, BoxFilter.None with { Priority = Priority.Normal }])
        {
            told += Told(await box.ReadAsync(new BoxSlice { Filter = filter }, CancellationToken.None));
        }

        return told;
    }

    private static async Task<string> OwnBoxesAsync(Office office, Actor actor)
    {
        var told = "";
        foreach (var state in (RoutingState[])[RoutingState.Held, RoutingState.OnHold, RoutingState.CameBack, RoutingState.Forwarded])
        {
            told += Told(await office.For<MyInboxQuery>(actor).ReadAsync(state, new BoxSlice(), CancellationToken.None));
        }

        return told;
    }

    private static async Task<string> AttachmentAsync(Office office, Actor actor, Ids ids)
    {
        var opened = await office.For<FileQuery>(actor).OpenAsync(ids.File, CancellationToken.None);
        if (opened.Value is not { } file) return Told((object?)opened.Refusal);
        await using var content = file.Content;
        return $"{file.Name} {file.ContentType} {content.Length}";
    }

    private static T Of<T>(Office office, Actor actor) =>
        ActivatorUtilities.CreateInstance<T>(office.Services, new Office.Acts(actor), ActivatorUtilities.CreateInstance<SharedReads>(office.Services));

    private static string Told(Outcome outcome) => Told((object?)outcome.Refusal ?? outcome);

    private static string Told<T>(Outcome<T> outcome) => Told((object?)outcome.Refusal ?? outcome.Value);

    private static string Told(object? answer) => answer is null ? "none" : answer.GetType().Name + JsonSerializer.Serialize(answer, answer.GetType(), _plain);
}
