using System.Globalization;
using System.Text.RegularExpressions;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;
using Xunit.Abstractions;

namespace Bimer.Tests.Faults;

/// <summary>
/// The program is killed while it hands approved answers to a real mail server, and the server falls silent, resets and comes back (C1, C2, C3): each
/// answer is delivered once or parked as uncertain, none twice, and parked are exactly those whose body may have left when it broke. The long form is
/// 1,000 answers, a server silent for an hour and ten kills.
/// </summary>
[Collection(Alone.Name)]
public sealed partial class MailKillTests(ITestOutputHelper output)
{
    /// <summary>On PostgreSQL the first two of them: what a kill leaves there differs at the commit alone.</summary>
    private static readonly Break[] _short = [Break.KilledBeforeCommit, Break.ResetAfterBody, Break.KilledBeforeBody, Break.ResetBeforeBody, Break.KilledBeforeYes];

    private static readonly Break[] _long =
    [
        Break.KilledBeforeBody, Break.KilledBeforeYes, Break.KilledBeforeCommit, Break.ResetAfterBody, Break.KilledBeforeCommit, Break.KilledBeforeYes, Break.ResetBeforeBody,
        Break.KilledBeforeYes, Break.KilledBeforeCommit, Break.ResetAfterBody, Break.KilledBeforeBody, Break.KilledBeforeCommit,
    ];

    private static int Answers => Alone.LongForm ? 1_000 : 60;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Over_kills_and_resets_each_answer_arrives_once_or_is_parked_and_parked_are_exactly_those_in_the_midst(Kind kind)
    {
        await using var answers = await AnAnsweringOffice.OpenAsync(kind);
        for (var i = 0; i < Answers; i++) await answers.AnsweredAsync(AnAnsweringOffice.Citizen(Address(i)) with { GivenName = Name(i) });
        await using var server = SmtpServer.Start();
        var breaks = Alone.LongForm ? _long : kind == Kind.Sqlite ? _short : _short[..2];
        var courier = new KilledCourier(answers, server, [.. breaks.Select((what, n) => (what, Answers * (n + 1) / (breaks.Length + 2)))]);
        server.Mode = SmtpMode.HangBeforeBanner;
        server.StepsIn = courier.StepInAsync;
        await using var bimer = await BimerProcess.StartAsync(SettingsOf(kind, answers, server));
        courier.Program = bimer;
        courier.IsUp();

        await SilenceAsync(server, courier);
        foreach (var kill in breaks.Where(what => what is not (Break.ResetAfterBody or Break.ResetBeforeBody)))
        {
            await courier.NextKillAsync();
            output.WriteLine($"{kill}: {server.Accepted.Count} taken by the server, {courier.InTheMidst.Count} in the midst so far");
            await bimer.RestartAsync();
            courier.IsUp();
        }

        await Eventually.TrueAsync(async () => (await answers.MailsAsync()).All(m => m.Status is OutboxStatus.Sent or OutboxStatus.Uncertain), "every answer has its end", TimeSpan.FromMinutes(5));
        await bimer.StopGracefullyAsync();
        await ProveAsync(answers, server, courier, breaks);
    }

    /// <summary>Whoever calls is kept waiting; once more the program dies with its couriers waiting.</summary>
    private static async Task SilenceAsync(SmtpServer server, KilledCourier courier)
    {
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1);
        await Eventually.TrueAsync(() => server.Callers >= 6 && (!Alone.LongForm || TimeProvider.System.GetUtcNow() > until), "the server is silent long enough", TimeSpan.FromMinutes(65));
        server.Received.Should().BeEmpty();
        if (Alone.LongForm)
        {
            await courier.KillAsync(Break.KilledInSilence);
            await courier.NextKillAsync();
            await courier.Program!.RestartAsync();
            courier.IsUp();
        }

        server.Mode = SmtpMode.Ok;
    }

    private async Task ProveAsync(AnAnsweringOffice answers, SmtpServer server, KilledCourier courier, Break[] breaks)
    {
        var mails = await answers.MailsAsync();
        var parked = mails.Where(m => m.Status == OutboxStatus.Uncertain).Select(m => m.Id).ToHashSet();
        var came = server.Received.Select(mail => (Id: IdOf(mail), Recipient: mail.To.Single())).ToList();
        output.WriteLine($"{mails.Count} answers: {mails.Count - parked.Count} delivered once, {parked.Count} uncertain, {came.Count - came.DistinctBy(mail => mail.Id).Count()} twice");

        came.Select(mail => mail.Id).Should().OnlyHaveUniqueItems("none is handed over twice");
        server.Accepted.Select(IdOf).Where(id => !parked.Contains(id)).Should().BeEquivalentTo(mails.Where(m => m.Status == OutboxStatus.Sent).Select(m => m.Id), "what is sent was taken, and what was taken is sent or parked");
        courier.Met.Select(met => met.What).Should().Equal(breaks);
        string[] reset = [.. courier.Met.Where(met => met.What == Break.ResetAfterBody).Select(met => met.Recipient)];
        parked.Should().BeEquivalentTo(courier.InTheMidst.Union(came.Where(mail => reset.Contains(mail.Recipient)).Select(mail => mail.Id)), "parked are those in the midst, and no other");
        string[] afterBody = [.. courier.Met.Where(met => met.What is Break.KilledBeforeYes or Break.KilledBeforeCommit or Break.ResetAfterBody).Select(met => met.Recipient)];
        afterBody.Should().BeSubsetOf(came.Where(mail => parked.Contains(mail.Id)).Select(mail => mail.Recipient));
        string[] beforeBody = [.. courier.Met.Where(met => met.What is Break.KilledBeforeBody or Break.ResetBeforeBody).Select(met => met.Recipient)];
        // A letter that was let go before its body may be the one a later break meets.
        beforeBody.Except(afterBody, StringComparer.Ordinal).Should().BeSubsetOf(came.Where(mail => !parked.Contains(mail.Id)).Select(mail => mail.Recipient));
        foreach (var mail in server.Received)
            CanaryName().Matches(mail.Read().PlainText).Select(match => match.Value).Distinct(StringComparer.Ordinal).Should().Equal([Name(int.Parse(mail.To.Single()[8..^14], CultureInfo.InvariantCulture))], "a mail names nobody but its own citizen");
    }

    private static BimerSettings SettingsOf(Kind kind, AnAnsweringOffice answers, SmtpServer server) => new(answers.Office.DataPath)
    {
        Settings = BimerSettings.On(
            kind, answers.Office.ConnectionString,
            new("Bimer:Smtp:Host", "127.0.0.1"), new("Bimer:Smtp:Port", $"{server.Port}"), new("Bimer:Smtp:Security", "None"), new("Bimer:Smtp:FromAddress", "cevap@bimer.example"), new("Bimer:Smtp:ReplyTimeout", "00:00:01"),
            new("Bimer:Outbox:Poll", "00:00:00.2"), new("Bimer:Outbox:Lease", "00:00:05"), new("Bimer:Outbox:FirstPause", "00:00:01"), new("Bimer:Outbox:LongestPause", Alone.LongForm ? "00:01:00" : "00:00:01")),
    };

    private static Guid IdOf(SmtpMail mail) => Guid.Parse(mail.Read().MessageId.Trim('<', '>').Split('@')[0]);

    private static string Address(int n) => $"vatandas{n}@posta.example";

    // Figures are no letters of a name.
    private static string Name(int n) => "Kanarya" + string.Concat(n.ToString("D4", CultureInfo.InvariantCulture).Select(figure => (char)('a' + figure - '0')));

    [GeneratedRegex("Kanarya[a-j]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CanaryName();
}
