using Bimer.Blazor.Workspace.Acknowledging;
using Bimer.Blazor.Workspace.Holding;
using Bimer.Blazor.Workspace.Recalling;
using Bimer.Blazor.Workspace.Returning;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;

namespace Bimer.Tests.Given;

/// <summary>What turns a case back or lets it wait; each answers what the product answered.</summary>
public static class TurningStories
{
    public const string Explanation = "İlgili müdürlükten bilgi bekleniyor.";

    public static Task<Outcome> PutOnHoldAsync(this Office office, Actor holder, RoutingId routing, CommandId? id = null, DateOnly? remindOn = null)
    {
        var today = IstanbulTime.LegalDay(office.Clock.GetUtcNow());
        var terms = new HoldTerms(Explanation, "Sağlık Müdürlüğünden görüş istendi.", today.AddDays(10), remindOn ?? today.AddDays(5));
        return office.Handler<PutOnHoldHandler>(holder).HandleAsync(new PutOnHold(id ?? OfficeStories.NewCommand(), routing, terms), CancellationToken.None);
    }

    public static Task<Outcome> ResumeAsync(this Office office, Actor holder, RoutingId routing) =>
        office.Handler<ResumeCaseHandler>(holder).HandleAsync(new ResumeCase(OfficeStories.NewCommand(), routing), CancellationToken.None);

    public static Task<Outcome> UndoResumingAsync(this Office office, Actor holder, RoutingId routing, CommandId? id = null) =>
        office.Handler<UndoResumingHandler>(holder).HandleAsync(new UndoResuming(id ?? OfficeStories.NewCommand(), routing), CancellationToken.None);

    public static Task<Outcome> ReturnAsync(this Office office, Actor holder, RoutingId routing, ReturnTarget target = ReturnTarget.Sender) =>
        office.Handler<ReturnCaseHandler>(holder).HandleAsync(
            new ReturnCase(OfficeStories.NewCommand(), routing, target, ReturnReason.NotOurDuty, "Görev alanımıza girmiyor."), CancellationToken.None);

    public static Task<Outcome> RecallAsync(this Office office, Actor sender, RoutingId routing, CommandId? id = null) =>
        office.Handler<RecallCaseHandler>(sender).HandleAsync(new RecallCase(id ?? OfficeStories.NewCommand(), routing), CancellationToken.None);

    public static Task<Outcome> AcknowledgeAsync(this Office office, Actor holder, RoutingId routing, CommandId? id = null) =>
        office.Handler<AcknowledgeCaseHandler>(holder).HandleAsync(new AcknowledgeCase(id ?? OfficeStories.NewCommand(), routing), CancellationToken.None);

    public static Task<Outcome> UndoAcknowledgingAsync(this Office office, Actor holder, RoutingId routing) =>
        office.Handler<UndoAcknowledgingHandler>(holder).HandleAsync(new UndoAcknowledging(OfficeStories.NewCommand(), routing), CancellationToken.None);

    /// <summary>The legs of a case, by their sequence.</summary>
    public static async Task<IReadOnlyList<Routing>> LegsAsync(this Office office, CaseId id)
    {
        await using var db = await office.DbAsync();
        return [.. db.Routings.Where(r => r.CaseId == id).AsEnumerable().OrderBy(r => r.Id)];
    }
}
