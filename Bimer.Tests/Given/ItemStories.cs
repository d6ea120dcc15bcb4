using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Describing;
using Bimer.Blazor.Workspace.Replying.Drafting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using FluentAssertions;

namespace Bimer.Tests.Given;

/// <summary>Requested items of an information request, lived through the handlers the screens call.</summary>
internal static class ItemStories
{
    public const string Budget = "2025 yılı bütçesi", Staff = "Personel listesi", Cars = "Araç listesi";

    public static Task<Outcome> ItemiseAsync(this Office office, Actor officer, RoutingId routing, RequestedItems before, params string[] items) =>
        office.Handler<ChangeItemsHandler>(officer).HandleAsync(new ChangeItems(OfficeStories.NewCommand(), routing, before, string.Join('\n', items)), CancellationToken.None);

    /// <summary>An information request in the writer's hands, split into items.</summary>
    public static async Task<RoutingId> AskedAsync(this AnAnsweringOffice answers, params string[] items)
    {
        var routing = await answers.FiledAsync(AnAnsweringOffice.Citizen(), kind: CaseKind.InformationRequest);
        (await answers.Office.OpenAsync(answers.Writer, routing)).Should().Be(Outcome.Accepted);
        (await answers.Office.ItemiseAsync(answers.Writer, routing, RequestedItems.None, items)).Should().Be(Outcome.Accepted);
        return routing;
    }

    public static Task<Outcome<DraftMark>> DecideItemsAsync(this AnAnsweringOffice answers, RoutingId routing, int version, params ItemDecision[] items) =>
        new SaveDraftHandler(answers.Office.Drafts(answers.Writer), answers.Office.Clock).HandleAsync(
            new SaveDraft(routing, version, ReplyStories.Html, ReplyStories.Service, null) { Items = ItemDecisions.Of(items).Kept }, CancellationToken.None);

    public static Task<Outcome> SendAsync(this AnAnsweringOffice answers, RoutingId routing, int version) =>
        answers.Office.SubmitAsync(answers.Writer, routing, version, new Signatory(answers.Approver.UserId, answers.Unit));

    /// <summary>A letter with these decisions before the approver; returns its hash.</summary>
    public static async Task<string> SubmittedAsync(this AnAnsweringOffice answers, RoutingId routing, params ItemDecision[] items)
    {
        var saved = (await answers.DecideItemsAsync(routing, 0, items)).Value!;
        (await answers.SendAsync(routing, saved.Version)).Should().Be(Outcome.Accepted);
        return await answers.Office.HashAsync(routing);
    }

    public static async Task SignedAsync(this AnAnsweringOffice answers, RoutingId routing, DisclosureDecision disclosure) =>
        (await answers.Office.DecideAsync(answers.Approver, routing, new Approval(await answers.Office.HashAsync(routing), ReplyStories.Service, null, disclosure))).Should().Be(Outcome.Accepted);
}
