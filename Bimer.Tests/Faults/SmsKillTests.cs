using Bimer.Blazor.Persistence.Outbox;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.Faults;

/// <summary>The program is killed while the operator's gateway has a message and has not answered: that one is parked for a person, no other, and none leaves twice.</summary>
[Collection(Alone.Name)]
public sealed class SmsKillTests
{
    private const int Answers = 5;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Over_a_kill_each_short_message_is_taken_once_or_parked(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        for (var i = 0; i < Answers; i++) await answers.AnsweredAsync();
        await using var server = await SmsServer.StartAsync();
        var (up, down, met) = (new TaskCompletionSource<BimerProcess>(), new TaskCompletionSource(), 0);
        server.StepsIn = async _ =>
        {
            if (Interlocked.Increment(ref met) != 3) return;
            await (await up.Task).Kill9Async();
            down.SetResult();
        };
        await using var bimer = await BimerProcess.StartAsync(SettingsOf(kind, answers, server));
        up.SetResult(bimer);
        await down.Task.WaitAsync(TimeSpan.FromMinutes(2));
        var inTheMidst = (await MessagesAsync(answers)).Where(m => m.Status == OutboxStatus.Started).Select(m => m.Id.ToString("N")).ToList();

        await bimer.RestartAsync();
        await Eventually.TrueAsync(async () => (await MessagesAsync(answers)).All(m => m.Status is OutboxStatus.Sent or OutboxStatus.Uncertain), "every message has its end", TimeSpan.FromMinutes(2));

        var came = server.Received.Select(request => request.Headers["Idempotency-Key"]).ToList();
        came.Should().OnlyHaveUniqueItems("none leaves twice").And.HaveCount(2 * Answers, "a receipt and an answer each");
        inTheMidst.Should().Equal(came[2]);
        (await MessagesAsync(answers)).Where(m => m.Status == OutboxStatus.Uncertain).Select(m => m.Id.ToString("N")).Should().Equal(inTheMidst);
        bimer.ConsoleLines.Should().NotContain(line => line.Contains("5321234567", StringComparison.Ordinal));
    }

    private static async Task<List<OutboxMessage>> MessagesAsync(AnAnsweringOffice answers)
    {
        await using var db = await answers.Office.DbAsync();
        return await db.OutboxMessages.AsNoTracking().Where(m => ACourier.ShortMessages.Contains(m.Kind)).ToListAsync();
    }

    private static BimerSettings SettingsOf(Kind kind, AnAnsweringOffice answers, SmsServer server) => new(answers.Office.DataPath)
    {
        Settings = BimerSettings.On(
            kind, answers.Office.ConnectionString, new("Bimer:Sms:Address", server.Address), new("Bimer:Outbox:SmsLanes", "1"),
            new("Bimer:Outbox:Poll", "00:00:00.2"), new("Bimer:Outbox:Lease", "00:00:05"), new("Bimer:Outbox:FirstPause", "00:00:01"), new("Bimer:Outbox:LongestPause", "00:00:01")),
    };
}
