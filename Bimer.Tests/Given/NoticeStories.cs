using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>Interim letters of an information request (ara yazı, 4982), lived through the handlers the screens call.</summary>
internal static class NoticeStories
{
    public const string Ground = "İstediğiniz belgeler Ankara İl Sağlık Müdürlüğü arşivinden istenmiştir.";
    public static readonly string Extension = ExtensionNotice.CodeOf(ExtensionGround.OtherUnit);

    /// <summary>An information request in the writer's hands.</summary>
    public static async Task<RoutingId> RequestedAsync(this AnAnsweringOffice answers)
    {
        var routing = await answers.FiledAsync(AnAnsweringOffice.Citizen(), kind: CaseKind.InformationRequest);
        (await answers.Office.OpenAsync(answers.Writer, routing)).Should().Be(Outcome.Accepted);
        return routing;
    }

    /// <summary>Writes an interim letter and sends it to the approver.</summary>
    public static async Task<Outcome> SendNoticeAsync(this AnAnsweringOffice answers, RoutingId routing, string code, string ground = Ground, CommandId? id = null)
    {
        await using var db = await answers.Office.DbAsync();
        var stands = await db.ReplyDrafts.Where(d => d.Routing == routing).Select(d => d.Version).SingleOrDefaultAsync();   // of one that was refused before
        var saved = await answers.Office.TurnAwayAsync(answers.Writer, routing, stands, code, ground);
        return await answers.Office.SubmitAsync(answers.Writer, routing, saved.Value!.Version, new Signatory(answers.Approver.UserId, answers.Unit), id);
    }

    public static async Task<Outcome> SignNoticeAsync(this AnAnsweringOffice answers, RoutingId routing, Actor? approver = null, DisclosureDecision? disclosure = null, CommandId? id = null) =>
        await answers.Office.DecideAsync(approver ?? answers.Approver, routing, new Approval(await answers.Office.HashAsync(routing), ReplyStories.Service, null, disclosure), id);

    public static async Task<CaseFile> CaseAsync(this AnAnsweringOffice answers, RoutingId routing)
    {
        await using var db = await answers.Office.DbAsync();
        return await db.Cases.AsNoTracking().AsSplitQuery().Include(c => c.Routings.OrderBy(r => r.Id)).Include(c => c.Replies.OrderBy(r => r.Id)).Include(c => c.Movements.OrderBy(m => m.Sequence)).SingleAsync(c => c.Id == routing.CaseId);
    }

    public static async Task<OwnCaseDetail> OwnAsync(this AnAnsweringOffice answers, RoutingId routing)
    {
        await using var db = await answers.Office.DbAsync();
        return (await answers.Office.Services.GetRequiredService<OwnCaseReader>().ReadAsync(db, db.Cases.Where(c => c.Id == routing.CaseId), default))!;
    }

    /// <summary>The letter of this part as it stands signed, or would stand if it were signed now.</summary>
    public static async Task<ReplyLetterFacts> LetterAsync(this AnAnsweringOffice answers, RoutingId routing, bool signed = true)
    {
        await using var db = await answers.Office.DbAsync();
        var intended = signed ? null : new IntendedSignature(answers.Approver.UserId, answers.Office.Clock.GetUtcNow(), null);
        return (await answers.Office.Services.GetRequiredService<ReplyLetterReader>().ReadAsync(db, routing, intended, default))!;
    }
}
