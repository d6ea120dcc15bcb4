using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>A signed answer and what became of its mail, as several tests ask for it.</summary>
internal static class AnsweredMail
{
    public static async Task<AReplyStory> AnsweredAsync(Kind kind)
    {
        var story = await AReplyStory.BeginAsync(kind);
        var hash = await story.SubmittedAsync();
        (await story.Office.ApproveAsync(story.Approver, story.Routing, hash)).Should().Be(Outcome.Accepted);
        return story;
    }

    public static async Task<AReplyStory> UncertainAsync(Kind kind)
    {
        var story = await AnsweredAsync(kind);
        await SetAsync(story, OutboxStatus.Uncertain, "lost");
        return story;
    }

    public static async Task SetAsync(AReplyStory story, OutboxStatus status, string? answer)
    {
        await using var db = await story.Office.DbAsync();
        await db.OutboxMessages.Where(m => m.Kind == OutboxKind.ReplyMail).ExecuteUpdateAsync(row => row.SetProperty(m => m.Status, status).SetProperty(m => m.LastAnswer, answer));
    }

    public static OutboxLeases Leases(AReplyStory story) => ActivatorUtilities.CreateInstance<OutboxLeases>(story.Office.Services);

    public static async Task<OutboxMessage> MailAsync(AReplyStory story)
    {
        await using var db = await story.Office.DbAsync();
        return await db.OutboxMessages.AsNoTracking().SingleAsync(m => m.Kind == OutboxKind.ReplyMail);
    }

    public static async Task<LetterDelivery> DeliveryAsync(AReplyStory story, Actor reader)
    {
        var sheet = await story.Office.For<CaseQuery>(reader).ReadAsync(new CaseNumber(story.Routing.CaseId).ToString(), CancellationToken.None);
        return sheet!.Letters.Should().ContainSingle().Subject.Delivery!;
    }

    /// <summary>The word and the sentence the case page shows its approver.</summary>
    public static async Task<(string Tag, string Hint)> ShownAsync(AReplyStory story)
    {
        var html = await AScreen.HtmlAsync<DeliveryStrip>(
            [story.Office.Handler<ResolveUncertainHandler>(story.Approver, new Office.Acts(story.Approver)), story.Office.Handler<TellBySmsHandler>(story.Approver), AScreen.Refusals(story.Office), story.Office.Means()],
            (nameof(DeliveryStrip.Routing), story.Routing), (nameof(DeliveryStrip.Delivery), await DeliveryAsync(story, story.Approver)));
        var strip = html.QuerySelector(".delivery")!;
        return (strip.QuerySelector(".tag")!.TextContent.Trim(), strip.QuerySelector(".hint")!.TextContent);
    }

    public static Task<Outcome> ResolveAsync(AReplyStory story, Actor actor, MailDecision decision, CommandId? id = null) =>
        story.Office.Handler<ResolveUncertainHandler>(actor, new Office.Acts(actor)).HandleAsync(
            new ResolveUncertain(id ?? OfficeStories.NewCommand(), story.Routing, decision), CancellationToken.None);

    public static async Task<List<(string Action, UserId? Actor)>> RecordAsync(AReplyStory story)
    {
        await using var db = await story.Office.DbAsync();
        var rows = await db.AuditEntries.AsNoTracking().Where(a => a.Action.StartsWith("mail.")).ToListAsync();
        return rows.ConvertAll(a => (a.Action, a.Actor));
    }
}
