using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Blazor.Workspace.Attachments;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.CaseDetail.Jointly;
using Bimer.Blazor.Workspace.Custody;
using Bimer.Blazor.Workspace.Forwarding;
using Bimer.Blazor.Workspace.Holding;
using Bimer.Blazor.Workspace.Recalling;
using Bimer.Blazor.Workspace.Replying;
using Bimer.Blazor.Workspace.Returning;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using static Bimer.Tests.Security.Sight.Asker;

namespace Bimer.Tests.Security.Sight;

/// <summary>All ways to ask about one case, each answering in full what it answered. Named by the method that is asked, and behind a colon for what.</summary>
internal static class ReadPaths
{
    public static readonly IReadOnlyDictionary<string, Func<Asker, Ids, Task<string>>> ById = new Dictionary<string, Func<Asker, Ids, Task<string>>>(StringComparer.Ordinal)
    {
        ["CaseQuery.ReadAsync"] = async (asker, ids) => Told(await asker.Get<CaseQuery>().ReadAsync(ids.Number, Patiently)),
        ["FileQuery.OpenAsync"] = (asker, ids) => FileAsync(asker, ids.File),
        ["PageQuery.CountAsync"] = async (asker, ids) => Told(await asker.Get<PageQuery>().CountAsync(ids.File, Patiently)),
        ["PageQuery.ReadAsync"] = async (asker, ids) => await asker.Get<PageQuery>().ReadAsync(ids.File, 1, Patiently) is var read && read.Value is { } page ? page.ContentType : Told((object?)read.Refusal),
        ["FileQuery.OpenAsync: of a draft"] = (asker, ids) => FileAsync(asker, ids.Drafted),
        ["PrintReportHandler.HandleAsync"] = async (asker, ids) => await asker.Office.PrintAsync(asker.Actor, ids.Number) is { Value: { } paper } ? paper.Page : "none",
        ["VerifyPrintHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Office.LookUpAsync(asker.Actor, ids.Print.Value)),
        ["RevealIdentityHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<RevealIdentityHandler>().HandleAsync(new RevealIdentity(Anew, ids.Case), Patiently)),
        ["JointOpeningQuery.ReadAsync"] = async (asker, ids) => Told((object?)await asker.Get<JointOpeningQuery>().ReadAsync(ids.Case, Patiently)),
        ["EarlierCasesHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<EarlierCasesHandler>().HandleAsync(new FindEarlierCases(Anew, ids.Case), Patiently)),
        ["EarlierCasesHandler.AgainAsync"] = async (asker, ids) => Told(await asker.Get<EarlierCasesHandler>().AgainAsync(ids.Case, Patiently)),
        ["CaseChanges.MarkAsync"] = async (asker, ids) => Told(await asker.Get<CaseChanges>().MarkAsync(ids.Case, Patiently)),
        ["CaseChanges.SinceAsync"] = async (asker, ids) => Told(await asker.Get<CaseChanges>().SinceAsync(ids.Case, mark: 0, Patiently)),
        ["OnlookersQuery.SitAsync"] = SitAsync,
        ["OnlookersQuery.ReadAsync"] = async (asker, ids) => Told(await asker.Get<OnlookersQuery>().ReadAsync(ids.Case, Patiently)),
        ["WhatTheySee.LookAsync"] = async (asker, ids) =>
            Told(await asker.Get<WhatTheySee>().LookAsync(ids.Part, new GlanceAct.AsItIs(), new GlanceEyes.Person(asker.Actor.UserId), Patiently)),
        ["DeskDrafts.ReadAsync"] = async (asker, ids) => Told((await asker.Get<DeskDrafts>().ReadAsync<string>(ids.Part, DeskKind.Forwarding, Patiently))?.Content),
        ["LookIntoCaseHandler.HandleAsync"] = async (asker, ids) => Told(await asker.Get<LookIntoCaseHandler>().HandleAsync(new LookIntoCase(Anew, ids.Part), Patiently)),
        ["ForwardDeskQuery.OpenAsync"] = async (asker, ids) => Told(await asker.Get<ForwardDeskQuery>().OpenAsync(ids.Case, Patiently)),
        ["ForwardDeskQuery.WhyNotAsync"] = async (asker, ids) =>
            Told((object?)await asker.Get<ForwardDeskQuery>().WhyNotAsync(ids.Part, ReplyStories.Line(asker.Office.Unit("Bursa Valiliği")), Patiently)),
        ["HoldDeskQuery.OpenAsync"] = async (asker, ids) => Told(await asker.Get<HoldDeskQuery>().OpenAsync(ids.Case, Patiently)),
        ["HoldDeskQuery.DueBeforeAsync"] = async (asker, ids) => Told(await asker.Get<HoldDeskQuery>().DueBeforeAsync([ids.Part], People.Monday.AddYears(1), Patiently)),
        ["ReturnDeskQuery.OpenAsync"] = async (asker, ids) => Told(await asker.Get<ReturnDeskQuery>().OpenAsync(ids.Case, Patiently)),
        ["RecallDeskQuery.OpenAsync"] = async (asker, ids) => Told(await asker.Get<RecallDeskQuery>().OpenAsync(ids.Case, Patiently)),
        ["RecallDeskQuery.LegsOfAsync"] = async (asker, ids) => Told(await asker.Get<RecallDeskQuery>().LegsOfAsync(ids.Part, Patiently)),
        ["RecallDeskQuery.LegsOfAsync: of the first part"] = async (asker, ids) => Told(await asker.Get<RecallDeskQuery>().LegsOfAsync(RoutingId.Of(ids.Case, 1), Patiently)),
        ["ReplyDeskQuery.OpenAsync"] = async (asker, ids) => Told(await asker.Get<ReplyDeskQuery>().OpenAsync(ids.Case, Patiently)),
        ["ReplyDeskQuery.TextAsync"] = async (asker, ids) => Told(await asker.Get<ReplyDeskQuery>().TextAsync(ids.Part, Patiently)),
        ["ReplyDeskQuery.FilesAsync"] = async (asker, ids) => Told(await asker.Get<ReplyDeskQuery>().FilesAsync(ids.Part, Patiently)),
        ["LetterInspection.LookAsync"] = async (asker, ids) => Told(await asker.Get<LetterInspection>().LookAsync(ids.Part, Patiently)),
        ["LetterInspection.InspectAsync"] = async (asker, ids) => Told(await asker.Get<LetterInspection>().InspectAsync(ids.Part, Patiently)),
        ["SimilarAnswersQuery.ReadAsync"] = async (asker, ids) => Told(await asker.Get<SimilarAnswersQuery>().ReadAsync(ids.Part, Patiently)),
        ["SimilarAnswersQuery.TextAsync"] = async (asker, ids) => Told(await asker.Get<SimilarAnswersQuery>().TextAsync(ids.Part, RoutingId.Of(ids.Case, 1), Patiently)),
        ["ApprovalDeskQuery.OpenAsync"] = async (asker, ids) => Told(await asker.Get<ApprovalDeskQuery>().OpenAsync(ids.Case, Patiently)),
        ["ApprovalDeskQuery.NowAsync"] = async (asker, ids) => Told(await asker.Get<ApprovalDeskQuery>().NowAsync(ids.Part, Patiently)),
        ["DecidedMeanwhile.ExplainAsync"] = async (asker, ids) => Told(await asker.Get<DecidedMeanwhile>().ExplainAsync(new Refusal.NotFound(), ids.Part, Patiently)),
    };

    private static async Task<string> SitAsync(Asker asker, Ids ids)
    {
        using var seat = await asker.Get<OnlookersQuery>().SitAsync(ids.Case, Bimer.Blazor.Live.CaseSpot.Reading, Patiently);
        return seat is null ? "none" : "a seat";
    }

    private static async Task<string> FileAsync(Asker asker, AttachmentId id)
    {
        var opened = await asker.Get<FileQuery>().OpenAsync(id, Patiently);
        if (opened.Value is not { } file) return Told((object?)opened.Refusal);
        await using var content = file.Content;
        return $"{file.Name} {file.ContentType} {content.Length}";
    }
}
