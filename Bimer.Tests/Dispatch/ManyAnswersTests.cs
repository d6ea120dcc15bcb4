using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Dispatch;

/// <summary>Several couriers, many answers, restarts in between (C1).</summary>
public sealed class ManyAnswersTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Two_couriers_at_once_send_each_answer_once(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        await using var server = SmtpServer.Start();
        for (var i = 0; i < 20; i++) await answers.AnsweredAsync();

        var couriers = Enumerable.Range(0, 2).Select(_ => new ACourier(answers.Office, AMail.Sender(server)));
        var taken = await Task.WhenAll(couriers.SelectMany(c => new[] { Task.Run(() => c.DrainAsync()), Task.Run(() => c.DrainAsync()) }));

        taken.Sum().Should().Be(20);
        (await answers.MailsAsync()).Should().OnlyContain(m => m.Status == OutboxStatus.Sent && m.Attempts == 1);
        server.Received.Select(m => m.Read().MessageId).Should().HaveCount(20).And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Over_restarts_of_the_courier_each_answer_is_handed_over_once(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        await using var server = SmtpServer.Start();
        var many = Alone.LongForm ? 1_000 : 100;
        for (var i = 0; i < many; i++) await answers.AnsweredAsync();

        for (var round = 1; round <= 5; round++)
        {
            using var courier = new ACourier(answers.Office, AMail.Sender(server)).Service;
            await courier.StartAsync(default);
            var enough = many * round / 5;
            await Eventually.TrueAsync(() => server.Received.Count >= enough, $"{enough} answers left");
            await courier.StopAsync(default);
            answers.Office.Clock.Pass(TimeSpan.FromMinutes(5));
        }

        (await answers.MailsAsync()).Should().HaveCount(many).And.OnlyContain(m => m.Status == OutboxStatus.Sent);
        server.Received.Select(m => m.Read().MessageId).Should().HaveCount(many).And.OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_commit_wakes_the_courier_and_the_end_rings_the_case(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        await using var server = SmtpServer.Start();
        var routing = await answers.FiledAsync(AnAnsweringOffice.Citizen());
        await answers.SubmittedAsync(routing);
        using var courier = new ACourier(answers.Office, AMail.Sender(server)).Service;
        await courier.StartAsync(default);
        await Eventually.TrueAsync(() => answers.Office.Clock.WaitingTimers >= 7, "every lane has looked and rests");
        var seen = OutboxStatus.Queued;
        await using var screen = answers.Office.Services.GetRequiredService<LiveFeed>()
            .Subscribe([LiveTopic.Case(routing.CaseId)], async () => seen = (await answers.MailAsync()).Status);

        // The office's clock stands still: nothing but the bell can wake the courier.
        await answers.SignedAsync(routing);

        await Eventually.TrueAsync(() => server.Accepted.Count == 1, "the answer left");
        await Eventually.TrueAsync(async () => (await answers.MailAsync()).Status == OutboxStatus.Sent, "and its row says so");
        await Eventually.TrueAsync(() =>
        {
            // Again and again: the page may still be drawing breath from an earlier bell when the time passes.
            answers.Office.Clock.Pass(TimeSpan.FromSeconds(1));
            return seen == OutboxStatus.Sent;
        }, "an open case page hears of it");
        await courier.StopAsync(default);
    }
}
