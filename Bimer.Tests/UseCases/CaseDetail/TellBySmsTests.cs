using Bimer.Blazor.Gateways.Sms;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Shell.Letters;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>A citizen whose answer did not arrive by e-mail is told by a short message that it waits: once, by the system, and its state is shown (S51).</summary>
public sealed class TellBySmsTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Once_the_mail_came_back_one_message_leaves_and_its_state_stands_on_the_case(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await answers.AnsweredAsync();
        var courier = new ACourier(answers.Office, null!);
        await courier.DrainAsync(ACourier.ShortMessages);
        (await TellAsync(answers, answers.Writer, routing)).Refusal.Should().Be(new Refusal.NoticeNeedless(), "the mail is on its way");
        await SetAsync(answers, OutboxKind.ReplyMail, OutboxStatus.Returned);
        (await LineAsync(answers, answers.Writer, routing)).Should().Match<SmsLine>(line => line.State == DeliveryState.Sent && line.MayTell && !line.IsAgain, "what left with the answer spoke of an e-mail");

        (await TellAsync(answers, answers.Writer, routing)).Should().Be(Outcome.Accepted);
        (await LineAsync(answers, answers.Writer, routing)).Should().Match<SmsLine>(line => line.State == DeliveryState.Queued && !line.MayTell);
        await courier.DrainAsync(ACourier.ShortMessages);

        (await LineAsync(answers, answers.Writer, routing)).Should().Match<SmsLine>(line => line.State == DeliveryState.Sent && !line.MayTell);
        courier.Sms.Sent[^1].Should().Be(("+905321234567", ShortMessages.Notice(routing.CaseId)));
        (await TellAsync(answers, answers.Writer, routing)).Refusal.Should().BeOfType<Refusal.AlreadyToldBySms>();
        await using var db = await answers.Office.DbAsync();
        (await db.Movements.CountAsync(m => m.Kind == MovementKind.ToldBySms && m.By == answers.Writer.UserId)).Should().Be(1);
        (await db.AuditEntries.SingleAsync(a => a.Action == "sms.told")).Routing.Should().Be(routing);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Without_an_address_the_message_with_the_answer_is_the_one_and_another_leaves_only_where_it_did_not_arrive(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await answers.AnsweredAsync(AnAnsweringOffice.Citizen(email: null));
        await SetAsync(answers, OutboxKind.ReplyMail, OutboxStatus.NoAddress);

        (await TellAsync(answers, answers.Writer, routing)).Refusal.Should().BeOfType<Refusal.AlreadyToldBySms>();
        await SetAsync(answers, OutboxKind.ReplySms, OutboxStatus.NoAddress);
        (await TellAsync(answers, answers.Writer, routing)).Refusal.Should().Be(new Refusal.NoVerifiedPhone());
        await SetAsync(answers, OutboxKind.ReplySms, OutboxStatus.Failed);
        (await TellAsync(answers, answers.Writer, routing)).Should().Be(Outcome.Accepted);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_who_press_at_once_and_of_two_clicks_one_message_leaves(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await answers.AnsweredAsync();
        await SetAsync(answers, OutboxKind.ReplyMail, OutboxStatus.Failed);
        var click = OfficeStories.NewCommand();

        var outcomes = await Task.WhenAll(TellAsync(answers, answers.Writer, routing, click), TellAsync(answers, answers.Writer, routing, click), TellAsync(answers, answers.Approver, routing));

        outcomes.Should().OnlyContain(outcome => outcome.IsAccepted || outcome.Refusal is Refusal.AlreadyToldBySms);
        outcomes[0].Should().Be(outcomes[1]);
        (await NoticesAsync(answers)).Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_nobody_knows_to_have_arrived_is_sent_again_by_a_person_alone_and_as_the_same_message(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        await using var server = await SmsServer.StartAsync();
        var routing = await answers.AnsweredAsync();
        await SetAsync(answers, OutboxKind.ReplyMail, OutboxStatus.Returned);
        await SetAsync(answers, OutboxKind.ReplySms, OutboxStatus.Sent);
        await SetAsync(answers, OutboxKind.ReceiptSms, OutboxStatus.Sent);
        using var gateway = new HttpSmsSender(Options.Create(server.Options()), NullLogger<HttpSmsSender>.Instance);
        var courier = new ACourier(answers.Office, null!) { Operator = gateway };
        server.Mode = SmsMode.CutsItsAnswer;
        await TellAsync(answers, answers.Writer, routing);

        (await courier.DrainAsync(ACourier.ShortMessages)).Should().Be(1);
        answers.Office.Clock.Pass(TimeSpan.FromDays(30));
        (await courier.DrainAsync(ACourier.ShortMessages)).Should().Be(0, "it is never sent again blindly");
        (await LineAsync(answers, answers.Writer, routing)).Should().Match<SmsLine>(line => line.State == DeliveryState.Uncertain && line.MayTell && line.IsAgain);

        server.Mode = SmsMode.Takes;
        (await TellAsync(answers, answers.Writer, routing)).Should().Be(Outcome.Accepted);
        (await courier.DrainAsync(ACourier.ShortMessages)).Should().Be(1);

        server.Received.Select(r => r.Headers["Idempotency-Key"]).Distinct(StringComparer.Ordinal).Should().ContainSingle("an operator that has it takes no second");
        (await NoticesAsync(answers)).Should().ContainSingle().Which.Status.Should().Be(OutboxStatus.Sent);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_hidden_applicant_is_told_too_and_whoever_presses_it_reads_no_phone(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await answers.AnsweredAsync(hidden: true);
        await SetAsync(answers, OutboxKind.ReplyMail, OutboxStatus.Returned);

        (await TellAsync(answers, answers.Writer, routing)).Should().Be(Outcome.Accepted);
        var courier = new ACourier(answers.Office, null!);
        await courier.DrainAsync(ACourier.ShortMessages);

        courier.Sms.Sent[^1].Text.Should().Contain(new CaseNumber(routing.CaseId).ToString()).And.NotContain("Çığıroğlu");
        await using var db = await answers.Office.DbAsync();
        (await db.AuditEntries.AnyAsync(a => a.Action == "identity.revealed")).Should().BeFalse();
        (await db.Movements.Where(m => m.Kind == MovementKind.ToldBySms).Select(m => m.Change).SingleAsync()).Should().BeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_may_not_say_that_a_letter_was_posted_tells_nobody(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        var routing = await answers.AnsweredAsync();
        await SetAsync(answers, OutboxKind.ReplyMail, OutboxStatus.Returned);
        var stranger = await answers.Office.HireAsync(7, OfficerRole.CaseOfficer, answers.Office.Unit("İzmir Valiliği"));
        var colleague = await answers.Office.HireAsync(8, OfficerRole.Approver, answers.Unit);

        (await TellAsync(answers, stranger, routing)).Refusal.Should().Be(new Refusal.NotFound());
        (await TellAsync(answers, colleague, routing)).IsAccepted.Should().BeFalse();
        (await TellAsync(answers, answers.Writer, await answers.FiledAsync(AnAnsweringOffice.Citizen()))).Refusal.Should().Be(new Refusal.NotFound(), "nothing is signed");
        (await NoticesAsync(answers)).Should().BeEmpty();
    }

    [Fact]
    public void The_message_fits_one_and_is_plain() =>
        ShortMessages.Notice(new CaseId(20269999999)).Should().Match<string>(text => text.Length <= 160 && text.All(char.IsAscii));

    private static Task<Outcome> TellAsync(AnAnsweringOffice answers, Actor who, RoutingId routing, CommandId? id = null) =>
        answers.Office.Handler<TellBySmsHandler>(who).HandleAsync(new TellBySms(id ?? OfficeStories.NewCommand(), routing), CancellationToken.None);

    private static async Task<SmsLine?> LineAsync(AnAnsweringOffice answers, Actor who, RoutingId routing) =>
        (await answers.Office.For<CaseQuery>(who).ReadAsync(new CaseNumber(routing.CaseId).ToString(), CancellationToken.None))!.Letters.Single().Delivery!.Sms;

    private static async Task<List<OutboxMessage>> NoticesAsync(AnAnsweringOffice answers)
    {
        await using var db = await answers.Office.DbAsync();
        return await db.OutboxMessages.AsNoTracking().Where(m => m.Kind == OutboxKind.NoticeSms).ToListAsync();
    }

    private static async Task SetAsync(AnAnsweringOffice answers, OutboxKind kind, OutboxStatus status)
    {
        await using var db = await answers.Office.DbAsync();
        await db.OutboxMessages.Where(m => m.Kind == kind).ExecuteUpdateAsync(row => row.SetProperty(m => m.Status, status));
    }
}
