using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Shell.Letters;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Inbox;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Blazor.Workspace.Replying;
using Bimer.Blazor.Workspace.Replying.Drafting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>Forwarding, answering and signing, lived through the handlers the screens call.</summary>
public static class ReplyStories
{
    public const string Service = "TMS-VLK-01";
    public static string ServiceName => Bimer.Blazor.Facts.FactBook.Shipped.Catalogue.First(c => string.Equals(c.Code, Service, StringComparison.Ordinal)).Name;

    public const string Html = "<p>Sokağınızdaki <strong>altı armatür</strong> değiştirilmiştir.</p>";

    public static DraftWork Drafts(this Office office, Actor writer) => office.For<DraftWork>(writer);

    public static Task<Outcome<DraftMark>> SaveAsync(this Office office, Actor writer, RoutingId routing, int version, string html = Html) =>
        new SaveDraftHandler(office.Drafts(writer), office.Clock).HandleAsync(new SaveDraft(routing, version, html, Service, null), CancellationToken.None);

    public static LetterInspection Inspection(this Office office, Actor writer) => ActivatorUtilities.CreateInstance<LetterInspection>(office.Services, office.Drafts(writer));

    /// <summary>A draft that turns the petition away.</summary>
    public static Task<Outcome<DraftMark>> TurnAwayAsync(this Office office, Actor writer, RoutingId routing, int version, string? reason, string? ground, string html = "") =>
        new SaveDraftHandler(office.Drafts(writer), office.Clock).HandleAsync(
            new SaveDraft(routing, version, html, Service, null) { Reason = reason, Ground = ground }, CancellationToken.None);

    public static Task<Outcome<AttachmentLine>> AttachAsync(this Office office, Actor writer, RoutingId routing, string name, byte[] content) =>
        ActivatorUtilities.CreateInstance<AttachFileHandler>(office.Services, office.Drafts(writer), office.Clock)
            .HandleAsync(new AttachFile(routing, name, new MemoryStream(content)), CancellationToken.None);

    public static Task<Outcome> RemoveAsync(this Office office, Actor writer, RoutingId routing, AttachmentId file) =>
        new RemoveFileHandler(office.Drafts(writer), office.Services.GetRequiredService<FileVault>()).HandleAsync(new RemoveFile(routing, file), CancellationToken.None);

    public static Task<Outcome> SubmitAsync(this Office office, Actor writer, RoutingId routing, int version, Signatory approver, CommandId? id = null, string service = Service) =>
        office.Handler<SubmitReplyHandler>(writer, office.Inspection(writer)).HandleAsync(
            new SubmitReply(id ?? OfficeStories.NewCommand(), routing, version, service, approver.Person, approver.Unit), CancellationToken.None);

    public static Task<Outcome> ApproveAsync(this Office office, Actor approver, RoutingId routing, string hash, CommandId? id = null, string service = Service) =>
        office.DecideAsync(approver, routing, new Approval(hash, service, ReplyVerdict.Favourable, null), id);

    public static async Task<Outcome> DecideAsync(this Office office, Actor approver, RoutingId routing, Approval decision, CommandId? id = null)
    {
        var letter = await office.LetterHashAsync(approver, routing, decision.Disclosure, decision.Verdict);
        return await office.Handler<ApproveReplyHandler>(approver, office.For<DecidedMeanwhile>(approver)).HandleAsync(
            new ApproveReply(id ?? OfficeStories.NewCommand(), routing, decision.ContentHash, decision.CatalogueService, decision.Verdict, decision.Disclosure, letter), CancellationToken.None);
    }

    /// <summary>Of the letter as it would leave under this person's signature now; what the desk shows.</summary>
    public static async Task<string> LetterHashAsync(
        this Office office, Actor approver, RoutingId routing, DisclosureDecision? disclosure = null, ReplyVerdict? verdict = ReplyVerdict.Favourable)
    {
        await using var db = await office.DbAsync();
        var signature = new IntendedSignature(approver.UserId, office.Clock.GetUtcNow(), disclosure, verdict);
        var facts = await office.Services.GetRequiredService<ReplyLetterReader>().ReadAsync(db, routing, signature, CancellationToken.None);
        return facts is null ? "" : ReplyLetter.Compose(facts, addressee: null).Hash;
    }

    public static Task<Outcome> SendBackAsync(this Office office, Actor approver, RoutingId routing, string hash, string note) =>
        office.SendBackAsync(approver, routing, hash, new Correcting(note));

    public static Task<Outcome> SendBackAsync(this Office office, Actor approver, RoutingId routing, string hash, Correcting correcting) =>
        office.Handler<ReturnForRevisionHandler>(approver, office.For<DecidedMeanwhile>(approver)).HandleAsync(
            new ReturnForRevision(OfficeStories.NewCommand(), routing, hash, correcting), CancellationToken.None);

    public static Task<Outcome> ForwardAsync(this Office office, Actor officer, RoutingId routing, CommandId? id = null, params ForwardLine[] lines) =>
        office.Handler<ForwardCaseHandler>(officer).HandleAsync(new ForwardCase(id ?? OfficeStories.NewCommand(), routing, lines), CancellationToken.None);

    /// <summary>Most units of a story have nobody; who sends there means it.</summary>
    public static ForwardLine Line(UnitId unit, RoutingPurpose purpose = RoutingPurpose.Action) => new(unit, purpose, Priority.Normal, null) { IsMeant = true };

    public static ApprovalDeskQuery ApprovalDesk(this Office office, Actor approver) =>
        ActivatorUtilities.CreateInstance<ApprovalDeskQuery>(
            office.Services, new Office.Acts(approver), office.For<DecidedMeanwhile>(approver), ActivatorUtilities.CreateInstance<ApprovalDeskWriter>(office.Services, ActivatorUtilities.CreateInstance<EarlierRounds>(office.Services)));

    public static ApprovalOrder ApprovalOrder(this Office office, Actor approver) =>
        ActivatorUtilities.CreateInstance<ApprovalOrder>(office.Services, office.For<ApprovalBoxQuery>(approver), ActivatorUtilities.CreateInstance<BoxFilters>(office.Services), office.For<BoxPreferences>(approver));

    public static async Task<string> HashAsync(this Office office, RoutingId routing)
    {
        await using var db = await office.DbAsync();
        return await db.Replies.Where(r => r.Id == routing).Select(r => r.ContentHash).SingleAsync();
    }
}
