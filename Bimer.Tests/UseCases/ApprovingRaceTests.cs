using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>Onayla against another letter in its place, on both databases (S50, B1). The thousand of the long form stand in docs/measurements.md.</summary>
public sealed class ApprovingRaceTests
{
    private const string First = "<p>Birinci söz.</p>", Second = "<p>İkinci söz, kimse okumadı.</p>";

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    private static int Races => Alone.LongForm ? 1_000 : 60;

    [Theory, MemberData(nameof(Both))]
    public async Task Of_a_letter_that_is_signed_while_another_takes_its_place_never_an_unseen_one_leaves(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var corrector = await answers.Office.HireAsync(3, OfficerRole.Approver, answers.Unit);
        var (signed, replaced) = (0, 0);
        for (var race = 0; race < Races; race++)
        {
            var part = await SubmittedAsync(answers);
            var shown = (await answers.Office.ApprovalDesk(answers.Approver).OpenAsync(part.CaseId, default)).Value!;

            Func<Task<Outcome>>[] acts = [() => SignAsync(answers, shown), () => ReplaceAsync(answers, corrector, shown)];
            var first = Task.Run(acts[race % 2]);
            var outcomes = await Task.WhenAll(first, Task.Run(acts[1 - (race % 2)]));
            var accepted = (race % 2 == 0 ? outcomes[0] : outcomes[1]).IsAccepted;

            var letter = await LetterAsync(answers, part);
            (letter.Status == ReplyStatus.Approved).Should().Be(accepted, "race {0}", race);
            letter.Html.Should().Be(accepted ? First : Second, "race {0}", race);
            (await SignAsync(answers, shown)).IsAccepted.Should().BeFalse("race {0}: what was read is signed, or is not there any more", race);
            (signed, replaced) = accepted ? (signed + 1, replaced) : (signed, replaced + 1);
        }

        (signed, replaced).Should().Match<(int, int)>(won => won.Item1 > 0 && won.Item2 > 0, "where one side always wins nobody raced");
        (await answers.MailsAsync()).Should().HaveCount(signed);
    }

    private static async Task<RoutingId> SubmittedAsync(AnAnsweringOffice answers)
    {
        var part = await answers.FiledAsync(AnAnsweringOffice.Citizen());
        (await answers.Office.OpenAsync(answers.Writer, part)).Should().Be(Outcome.Accepted);
        await SendAsync(answers, part, First);
        return part;
    }

    private static Task<Outcome> SignAsync(AnAnsweringOffice answers, ApprovalDesk shown)
    {
        var form = new DecisionForm { KeepsService = true, Verdict = ReplyVerdict.Favourable };
        return answers.Office.Handler<ApproveReplyHandler>(answers.Approver, answers.Office.For<DecidedMeanwhile>(answers.Approver))
            .HandleAsync(form.ToApproval(OfficeStories.NewCommand(), shown), default);
    }

    /// <summary>Another approver sends it back, and its writer sends another text in the same breath.</summary>
    private static async Task<Outcome> ReplaceAsync(AnAnsweringOffice answers, Actor corrector, ApprovalDesk shown)
    {
        var back = await answers.Office.SendBackAsync(corrector, shown.Routing, shown.ContentHash, "Kısaltın.");
        if (back.IsAccepted) await SendAsync(answers, shown.Routing, Second);
        return back;
    }

    private static async Task SendAsync(AnAnsweringOffice answers, RoutingId part, string html)
    {
        var saved = await answers.Office.SaveAsync(answers.Writer, part, 0, html);
        (await answers.Office.SubmitAsync(answers.Writer, part, saved.Value!.Version, new Signatory(answers.Approver.UserId, answers.Unit))).Should().Be(Outcome.Accepted);
    }

    private static async Task<Reply> LetterAsync(AnAnsweringOffice answers, RoutingId part)
    {
        await using var db = await answers.Office.DbAsync();
        return await db.Replies.AsNoTracking().SingleAsync(r => r.Id == part);
    }
}
