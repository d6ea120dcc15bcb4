using Bimer.Blazor.Dispatch;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Dispatch;

/// <summary>What becomes of a signed answer when the mail server fails (C1, C2, C4), on both databases and against a real server.</summary>
public sealed class MailFaultTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task While_the_server_refuses_answers_wait_and_afterwards_each_arrives_once(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        await using var server = SmtpServer.Start();
        await server.RefuseConnectionsAsync();
        for (var i = 0; i < 3; i++) await answers.AnsweredAsync();
        var courier = new ACourier(answers.Office, AMail.Sender(server));

        (await courier.DrainAsync()).Should().Be(3);
        (await courier.DrainAsync()).Should().Be(0, "a refused message rests before it is tried again");
        (await answers.MailsAsync()).Should().OnlyContain(m => m.Status == OutboxStatus.Queued && m.Attempts == 1 && m.LastAnswer == "NoConnection");

        server.AcceptConnections();
        answers.Office.Clock.Pass(TimeSpan.FromMinutes(1));
        (await courier.DrainAsync()).Should().Be(3);

        (await answers.MailsAsync()).Should().OnlyContain(m => m.Status == OutboxStatus.Sent && m.Attempts == 2 && m.LastAnswer == "250" && m.LeasedBy == null);
        server.Accepted.Select(mail => mail.Read().MessageId).Should().OnlyHaveUniqueItems().And.HaveCount(3);
        (await courier.DrainAsync()).Should().Be(0);
    }

    [Theory]
    [InlineData(Kind.Sqlite, SmtpMode.HangBeforeBanner)]
    [InlineData(Kind.Postgres, SmtpMode.HangBeforeBanner)]
    [InlineData(Kind.Sqlite, SmtpMode.ResetBeforeData)]
    [InlineData(Kind.Postgres, SmtpMode.ResetBeforeData)]
    public async Task What_broke_before_the_body_left_is_tried_again_and_arrives_once(Kind kind, SmtpMode mode)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        await using var server = SmtpServer.Start();
        server.Mode = mode;
        await answers.AnsweredAsync();
        var courier = new ACourier(answers.Office, AMail.Sender(AMail.ImpatientOptions(server)));

        await courier.DrainAsync();
        (await answers.MailAsync()).Status.Should().Be(OutboxStatus.Queued);
        server.Mode = SmtpMode.Ok;
        answers.Office.Clock.Pass(TimeSpan.FromMinutes(1));
        await new ACourier(answers.Office, AMail.Sender(server)).DrainAsync();

        (await answers.MailAsync()).Status.Should().Be(OutboxStatus.Sent);
        server.Received.Should().ContainSingle();
    }

    [Theory]
    [InlineData(Kind.Sqlite, SmtpMode.ResetAfterData)]
    [InlineData(Kind.Postgres, SmtpMode.ResetAfterData)]
    [InlineData(Kind.Sqlite, SmtpMode.AcceptThenDropBefore250)]
    [InlineData(Kind.Sqlite, SmtpMode.HangAfterData)]
    public async Task What_broke_after_the_body_left_is_uncertain_and_never_sent_again_by_itself(Kind kind, SmtpMode mode)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        await using var server = SmtpServer.Start();
        server.Mode = mode;
        await answers.AnsweredAsync();
        var courier = new ACourier(answers.Office, AMail.Sender(AMail.ImpatientOptions(server)));

        await courier.DrainAsync();
        server.Mode = SmtpMode.Ok;
        answers.Office.Clock.Pass(TimeSpan.FromDays(30));
        await courier.Delivery.RecoverAsync(default);
        (await courier.DrainAsync()).Should().Be(0);

        (await answers.MailAsync()).Status.Should().Be(OutboxStatus.Uncertain);
        server.Received.Should().ContainSingle("a person decides, not the courier");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_gateway_that_throws_once_the_body_may_have_left_makes_no_second_mail(bool whileStopping)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        await using var server = SmtpServer.Start();
        await answers.AnsweredAsync();
        using var stopping = new CancellationTokenSource();
        Exception fault = whileStopping ? new TaskCanceledException() : new InvalidOperationException("a bug");
        var courier = new ACourier(answers.Office, new BrokenSender(AMail.Sender(server), fault, whileStopping ? stopping : null));

        await courier.Delivery.DeliverNextAsync(ACourier.Mails, stopping.Token);
        answers.Office.Clock.Pass(TimeSpan.FromDays(30));
        (await courier.DrainAsync()).Should().Be(0);

        (await answers.MailAsync()).Should().Match<OutboxMessage>(m => m.Status == OutboxStatus.Uncertain && m.LastAnswer == "error");
        server.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task An_operator_that_breaks_after_it_was_asked_is_not_asked_again()
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        await using var server = SmtpServer.Start();
        await answers.AnsweredAsync();
        var courier = new ACourier(answers.Office, AMail.Sender(server)) { Sms = { Breaks = new HttpRequestException() } };

        var asked = await courier.DrainAsync(ACourier.ShortMessages);
        answers.Office.Clock.Pass(TimeSpan.FromDays(30));
        (await courier.DrainAsync(ACourier.ShortMessages)).Should().Be(0);

        courier.Sms.Sent.Should().HaveCount(asked);
    }

    [Fact]
    public async Task What_is_refused_for_good_is_undeliverable_at_once_and_keeps_no_word_of_the_server()
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        await using var server = SmtpServer.Start();
        server.Answers[SmtpMoment.Recipient] = 550;
        await answers.AnsweredAsync();

        await new ACourier(answers.Office, AMail.Sender(server)).DrainAsync();

        (await answers.MailAsync()).Should().Match<OutboxMessage>(m => m.Status == OutboxStatus.Failed && m.LastAnswer == "550" && m.DecidedAt != null);
    }

    [Fact]
    public async Task What_was_never_taken_is_undeliverable_after_the_last_attempt()
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        await using var server = SmtpServer.Start();
        server.Answers[SmtpMoment.Recipient] = 451;
        await answers.AnsweredAsync();
        var courier = new ACourier(answers.Office, AMail.Sender(server));
        courier.Options.MostAttempts = 3;

        for (var i = 0; i < 5; i++)
        {
            await courier.DrainAsync();
            answers.Office.Clock.Pass(TimeSpan.FromHours(2));
        }

        (await answers.MailAsync()).Should().Match<OutboxMessage>(m => m.Status == OutboxStatus.Failed && m.Attempts == 3 && m.LastAnswer == "451");
    }

    [Fact]
    public async Task Who_left_no_address_gets_no_mail_and_the_row_says_so()
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        await using var server = SmtpServer.Start();
        await answers.AnsweredAsync(AnAnsweringOffice.Citizen(email: null));

        await new ACourier(answers.Office, AMail.Sender(server)).DrainAsync();

        (await answers.MailAsync()).Status.Should().Be(OutboxStatus.NoAddress);
        server.Commands.Should().BeEmpty();
    }

    [Fact]
    public async Task Every_attempt_carries_the_same_id_and_an_address_of_its_own_for_bounces()
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(Kind.Sqlite);
        await using var server = SmtpServer.Start();
        server.Answers[SmtpMoment.Message] = 451;
        await answers.AnsweredAsync();
        var courier = new ACourier(answers.Office, AMail.Sender(server));

        await courier.DrainAsync();
        server.Answers.Clear();
        answers.Office.Clock.Pass(TimeSpan.FromMinutes(1));
        await courier.DrainAsync();

        var id = (await answers.MailAsync()).Id.ToString("N");
        server.Received.Should().HaveCount(2);
        server.Received[0].Raw.Should().Equal(server.Received[1].Raw, "a repeated attempt is recognisable as one");
        server.Accepted.Should().ContainSingle().Which.Read().MessageId.Should().Be($"<{id}@bimer.example>");
        server.Accepted[0].From.Should().Be($"geri+{id}@geri.bimer.example");
    }

    [Fact]
    public void Pauses_double_up_to_the_longest_and_are_spread_by_a_fifth()
    {
        var options = new OutboxOptions();
        var messages = Enumerable.Range(0, 500).Select(_ => Guid.CreateVersion7(AMail.Date)).ToList();

        foreach (var (attempt, seconds) in new[] { (1, 30), (2, 60), (3, 120), (7, 1920), (8, 3600), (79, 3600) })
        {
            var pauses = messages.Select(m => RetryPauses.After(m, attempt, options).TotalSeconds).ToList();

            pauses.Should().OnlyContain(p => p >= seconds * 0.8 && p <= seconds * 1.2);
            (pauses.Max() - pauses.Min()).Should().BeGreaterThan(seconds * 0.3, "what failed together must not come back together");
        }
    }
}
