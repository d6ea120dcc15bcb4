using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Home;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Blazor.Workspace.Reports;
using Bimer.Blazor.Workspace.Searching;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Searching;
using Bimer.Tests.Given;
using static Bimer.Tests.Security.Sight.Asker;

namespace Bimer.Tests.Security.Sight;

/// <summary>Ways that take no case: what they answer about everything, their counts and the bells they listen to included.</summary>
internal static class WholePaths
{
    private static readonly Box[] _lettered = [Box.Submitted, Box.SentBack, Box.Replied, Box.Followed];

    public static readonly IReadOnlyDictionary<string, Func<Asker, Task<string>>> All = new Dictionary<string, Func<Asker, Task<string>>>(StringComparer.Ordinal)
    {
        ["InformationYearQuery.ReadAsync"] = async asker => Told(await asker.Get<InformationYearQuery>().ReadAsync(unit: null, year: null, Patiently)),
        ["UnitInboxQuery.ReadAsync"] = asker => OfUnitsAsync(asker, async (boxes, unit) => Told(await boxes.ReadAsync(unit, new BoxSlice(), Patiently))),
        ["UnitInboxQuery.ReadAsync: narrowed"] = asker => OfUnitsAsync(asker, async (boxes, unit) =>
            Told(await boxes.ReadAsync(unit, new BoxSlice { Filter = BoxFilter.None with { Kind = CaseKind.Complaint } }, Patiently))),
        ["UnitInboxQuery.ReadAgainAsync"] = asker => OfUnitsAsync(asker, async (boxes, unit) => Told(await boxes.ReadAgainAsync(unit, new BoxSlice(), Patiently))),
        ["UnitInboxQuery.SendersAsync"] = asker => OfUnitsAsync(asker, async (boxes, unit) => Told(await boxes.SendersAsync(unit, Patiently))),
        ["UnitInboxQuery.AgeAsync"] = asker => OfUnitsAsync(asker, async (boxes, unit) => Told(await boxes.AgeAsync(unit, BoxFilter.None, Patiently))),
        ["UnitInboxQuery.AgeAgainAsync"] = asker => OfUnitsAsync(asker, async (boxes, unit) => Told(await boxes.AgeAgainAsync(unit, BoxFilter.None, Patiently))),
        ["MyInboxQuery.AgeAsync"] = asker => OfStatesAsync(async state => Told(await asker.Get<MyInboxQuery>().AgeAsync(state, BoxFilter.None, Patiently))),
        ["ApprovalBoxQuery.AgeAsync"] = async asker => Told(await asker.Get<ApprovalBoxQuery>().AgeAsync(BoxFilter.None, Patiently)),
        ["FollowedQuery.AgeAsync"] = async asker => Told(await asker.Get<FollowedQuery>().AgeAsync(BoxFilter.None, Patiently)),
        ["BelowBox.AgeAsync"] = async asker => Told(await asker.Get<BelowBox>().AgeAsync(BoxFilter.None, Patiently)),
        ["BelowBox.AgeAsync: by urgency"] = async asker => Told(await asker.Get<BelowBox>().AgeAsync(BoxFilter.None with { Priority = Priority.Normal }, Patiently)),
        ["MyInboxQuery.ReadAsync"] = asker => OfStatesAsync(async state => Told(await asker.Get<MyInboxQuery>().ReadAsync(state, new BoxSlice(), Patiently))),
        ["MyInboxQuery.SendersAsync"] = asker => OfStatesAsync(async state => Told(await asker.Get<MyInboxQuery>().SendersAsync(state, Patiently))),
        ["ApprovalBoxQuery.ReadAsync"] = async asker => Told(await asker.Get<ApprovalBoxQuery>().ReadAsync(new BoxSlice(), Patiently)),
        ["ApprovalBoxQuery.SendersAsync"] = async asker => Told(await asker.Get<ApprovalBoxQuery>().SendersAsync(Patiently)),
        ["ApprovalOrder.NextAsync"] = async asker => Told(await asker.Get<ApprovalOrder>().NextAsync("http://bimer/kutu/onay", after: null, Patiently)),
        ["ApprovalBoxQuery.NextAsync"] = async asker => Told(await asker.Get<ApprovalBoxQuery>().NextAsync(BoxFilter.None with { Order = new(SortBy.Number, false) }, after: null, Patiently)),
        ["BelowBox.ReadAsync"] = async asker => Told(await asker.Get<BelowBox>().ReadAsync(new BoxSlice(), Patiently)),
        ["BelowBox.ReadAsync: narrowed"] = async asker => Told(await asker.Get<BelowBox>().ReadAsync(new BoxSlice { Filter = BoxFilter.None with { Kind = CaseKind.Complaint } }, Patiently)),
        ["BelowBox.ReadAsync: by urgency"] = async asker => Told(await asker.Get<BelowBox>().ReadAsync(new BoxSlice { Filter = BoxFilter.None with { Priority = Priority.Normal } }, Patiently)),
        ["BelowBox.ReadAgainAsync"] = async asker => Told(await asker.Get<BelowBox>().ReadAgainAsync(new BoxSlice(), Patiently)),
        ["BelowBox.ReadAsync: by whose"] = async asker => Told(await asker.Get<BelowBox>().ReadAsync(new BoxSlice { Filter = BoxFilter.None with { State = RoutingState.Held, Custody = CustodyFilter.Somebody } }, Patiently)),
        ["BelowBox.ReadAsync: by day"] = async asker => Told(await asker.Get<BelowBox>().ReadAsync(new BoxSlice { Filter = BoxFilter.None with { Due = DueFilter.Week, At = asker.Actor.Roles.Select(on => on.Unit).FirstOrDefault(), WithBelow = true } }, Patiently)),
        ["BelowChoices.SendersAsync"] = async asker => Told(await asker.Get<BelowChoices>().SendersAsync(Patiently)),
        ["BelowChoices.UnitsAsync"] = async asker => Told(await asker.Get<BelowChoices>().UnitsAsync(Patiently)),
        ["BelowChoices.HoldersAsync"] = async asker => Told(await asker.Get<BelowChoices>().HoldersAsync(BoxFilter.None, Patiently)),
        ["FollowedQuery.ReadAsync"] = async asker => Told(await asker.Get<FollowedQuery>().ReadAsync(new BoxSlice(), Patiently)),
        ["FollowedQuery.BellsAsync"] = async asker => Told(await asker.Get<FollowedQuery>().BellsAsync(Patiently)),
        ["FollowedQuery.TopicsAsync"] = async asker => Told(await asker.Get<FollowedQuery>().TopicsAsync(Patiently)),
        ["ApproverChoices.OfAsync"] = async asker => string.Concat(await Task.WhenAll(_lettered.Select(async box => Told(await asker.Get<ApproverChoices>().OfAsync(box, Patiently))))),
        ["ApproverChoices.NameAsync"] = async asker => string.Concat(await Task.WhenAll(_lettered.Select(async box => Told(await asker.Get<ApproverChoices>().NameAsync(box, asker.Actor.UserId, Patiently))))),
        ["FollowedQuery.ReadAsync: by letter"] = async asker => Told(await asker.Get<FollowedQuery>().ReadAsync(new BoxSlice { Filter = BoxFilter.None with { Outcome = OutcomeFilter.Favourable } }, Patiently)),
        ["BoxSource.OpenAsync"] = async asker => Told(await asker.Get<BoxSource>().OpenAsync(Box.Unit, wanted: null, Patiently)),
        ["CountersQuery.ReadAsync"] = async asker => Told(await asker.Get<CountersQuery>().ReadAsync(Patiently)),
        ["CountersQuery.ReadUnitInboxAgainAsync"] = async asker => Told(await asker.Get<CountersQuery>().ReadUnitInboxAgainAsync(Patiently)),
        ["CountersQuery.ReadBelowAgainAsync"] = async asker => Told(await asker.Get<CountersQuery>().ReadBelowAgainAsync(Patiently)),
        ["CountersQuery.TopicsAsync"] = async asker => Told(await asker.Get<CountersQuery>().TopicsAsync(Patiently)),
        ["OverviewQuery.ReadAsync"] = async asker => Told(await asker.Get<OverviewQuery>().ReadAsync(Patiently)),
        ["BoxAgesQuery.ReadAsync"] = async asker => Told(await asker.Get<BoxAgesQuery>().ReadAsync(Patiently)),
        ["BelowOverviewQuery.ReadAsync"] = async asker => Told(await asker.Get<BelowOverviewQuery>().ReadAsync(Patiently)),
        ["BelowOverviewQuery.ReadAgainAsync"] = async asker => Told(await asker.Get<BelowOverviewQuery>().ReadAgainAsync(Patiently)),
        ["NotExaminedQuery.ReadAsync"] = async asker => Told(await asker.Get<NotExaminedQuery>().ReadAsync(NotExaminedQuery.Periods[0], Patiently)),
        ["UncertainQuery.ReadAsync"] = async asker => Told(await asker.Get<UncertainQuery>().ReadAsync(Patiently)),
        ["SavedViews.ReadAsync"] = async asker => Told(await asker.Get<SavedViews>().ReadAsync(Box.Unit, Patiently)),
        [Newest] = asker => SearchAsync(asker, "lambalar", SearchOrder.Newest),
        ["FindPersonHandler.HandleAsync"] = async asker => Told(await asker.Get<FindPersonHandler>().HandleAsync(new FindPerson(Anew, Sought), Patiently)),
        ["FindPersonHandler.AgainAsync"] = async asker => (await asker.Get<FindPersonHandler>().HandleAsync(new FindPerson(Anew, Sought), Patiently)).Value is { } shown
            ? Told(await asker.Get<FindPersonHandler>().AgainAsync(Sought, shown, Patiently)) : "none",
        ["CaseSearchQuery.ReadAsync: best"] = asker => SearchAsync(asker, "gül sokak", SearchOrder.Best),
        ["CaseSearchQuery.ReadAsync: by file name"] = asker => SearchAsync(asker, "lamba-resmi", SearchOrder.Newest),
    };

    private static NationalId Sought => NationalId.Parse(ServerStories.Identity.NationalId).Value!;

    /// <summary>What finds every case its asker may see.</summary>
    public const string Newest = "CaseSearchQuery.ReadAsync: newest";

    private static async Task<string> OfUnitsAsync(Asker asker, Func<UnitInboxQuery, Bimer.Domain.Kernel.UnitId, Task<string>> ask)
    {
        var told = "";
        foreach (var unit in asker.Actor.Roles.Select(on => on.Unit).Distinct()) told += await ask(asker.Get<UnitInboxQuery>(), unit);
        return told;
    }

    private static async Task<string> OfStatesAsync(Func<RoutingState, Task<string>> ask)
    {
        var told = "";
        foreach (var state in (RoutingState[])[RoutingState.Held, RoutingState.OnHold, RoutingState.CameBack, RoutingState.Forwarded]) told += await ask(state);
        return told;
    }

    private static async Task<string> SearchAsync(Asker asker, string words, SearchOrder order) =>
        Told(await asker.Get<CaseSearchQuery>().ReadAsync(SearchText.Parse(words).Value!, order, take: 20, Patiently));
}
